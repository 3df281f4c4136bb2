import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { formContent, noticeContent, noticeDays, noticeFields, type NoticeContent, type NoticeInput } from '@jihui/domain';
import { Loading, PageFrame, ZodForm } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { NoticeFields } from './notice-fields.js';
import { createNotice, editNotice, getNotice, noticeKeys, refreshNotices, reviseNotice, type Notice } from './notices.api.js';

const empty: Partial<NoticeInput> = {
  name: '',
  summary: '',
  pricingMode: 'NEGOTIATED',
  relatedParty: false,
  days: noticeDays.least,
  objectionProcedure: '',
};

/** A new notice, or the text of one: a draft's is saved, a running one's is published again. */
export function NoticeEditorPage() {
  const { t } = useTranslation('notices');
  const { id } = useParams();
  usePageTitle(t(id ? 'edit' : 'create'));
  const { data, error, refetch } = useQuery({
    queryKey: noticeKeys.one(id ?? 'new'),
    queryFn: async () => (id ? await getNotice(id) : null),
    // What is being typed is not replaced under the hands by what a second look brings.
    staleTime: Infinity,
  });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={10} />;
  return <NoticeEditor notice={data} />;
}

function NoticeEditor({ notice }: { notice: Notice | null }) {
  const { t } = useTranslation(['notices', 'common']);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<NoticeInput>();
  const isRunning = notice?.status === 'RUNNING';
  const save = async (content: NoticeContent) => {
    let { id } = notice ?? { id: '' };
    if (!notice) id = await createNotice(content);
    else if (isRunning) {
      const round = await reviseNotice(notice, content);
      void message.success(t(round > notice.round ? 'revisedRestarted' : 'revised'));
    } else await editNotice(notice, content);
    await refreshNotices();
    await navigate(`/notices/${id}`);
  };
  return (
    <PageFrame
      title={t(isRunning ? 'revise' : notice ? 'edit' : 'create')}
      crumbs={[{ title: t('mine'), href: '/my/notices' }, { title: notice?.name ?? t('create') }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
    >
      {isRunning ? <Alert type="warning" showIcon title={t('restartsWarning')} style={{ marginBottom: 16 }} /> : null}
      <ZodForm
        form={form}
        schema={noticeContent}
        initialValues={notice ? formContent(noticeFields, notice) : empty}
        onSubmit={save}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(`field.${path}` as 'field.name')}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t(isRunning ? 'publishAgain' : 'save')}
        extraActions={<Button onClick={() => void navigate(notice ? `/notices/${notice.id}` : '/my/notices')}>{t('common:cancel')}</Button>}
      >
        <NoticeFields fixedAchievement={isRunning} />
      </ZodForm>
    </PageFrame>
  );
}
