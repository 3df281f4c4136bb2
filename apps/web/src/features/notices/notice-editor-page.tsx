import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { formContent, noticeContent, noticeDays, noticeFields, type NoticeContent, type NoticeInput } from '@jihui/domain';
import { Loading, PageFrame, ZodForm } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { useSession } from '../../app/session.js';
import { usePageTitle } from '../../app/page-title.js';
import { DraftNotices } from '../../lib/draft-notices.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { useRecordEditor } from '../../lib/use-record-editor.js';
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
  const { me } = useSession();
  usePageTitle(t(id ? 'edit' : 'create'));
  const { data, error, refetch } = useQuery({
    queryKey: noticeKeys.one(id ?? 'new'),
    queryFn: async () => (id ? await getNotice(id) : null),
    // What is being typed is not replaced under the hands by what a second look brings.
    staleTime: Infinity,
  });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={10} />;
  if (!me) return null;
  return <NoticeEditor notice={data} userId={me.id} />;
}

const loaded = (notice: Notice) => ({ id: notice.id, version: notice.version, values: formContent(noticeFields, notice) as NoticeInput });

/** Written to the server by its button only; what is typed meanwhile this browser keeps. */
function NoticeEditor({ notice, userId }: { notice: Notice | null; userId: string }) {
  const { t } = useTranslation(['notices', 'common']);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<NoticeInput>();
  const isRunning = notice?.status === 'RUNNING';
  const editor = useRecordEditor<NoticeInput>({
    form,
    kind: 'notice',
    userId,
    schema: noticeContent,
    record: notice && loaded(notice),
    empty: empty as NoticeInput,
    automatic: false,
    save: async (saved, values) => {
      const content = values as NoticeContent;
      if (!saved) return createNotice(content);
      if (!isRunning) return editNotice(saved, content);
      const revised = await reviseNotice(saved, content);
      void message.success(t(revised.round > notice.round ? 'revisedRestarted' : 'revised'));
      return revised;
    },
    load: async (id) => loaded(await getNotice(id)),
    pathOf: (id) => `/notices/${id}`,
  });
  const submit = async () => {
    const saved = await editor.keeper.flush();
    await refreshNotices();
    await navigate(saved ? `/notices/${saved.id}` : '/my/notices');
  };
  return (
    <PageFrame
      title={t(isRunning ? 'revise' : notice ? 'edit' : 'create')}
      crumbs={[{ title: t('mine'), href: '/my/notices' }, { title: notice?.name ?? t('create') }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
    >
      <DraftNotices editor={editor} />
      {isRunning ? <Alert type="warning" showIcon title={t('restartsWarning')} style={{ marginBottom: 16 }} /> : null}
      <ZodForm
        form={form}
        schema={noticeContent}
        keptAs={null}
        initialValues={editor.initial}
        onValuesChange={editor.onValuesChange}
        onSubmit={submit}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(`field.${path}` as 'field.name')}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t(isRunning ? 'publishAgain' : 'save')}
        extraActions={<Button onClick={() => void navigate(notice ? `/notices/${notice.id}` : '/my/notices')}>{t('common:cancel')}</Button>}
      >
        <NoticeFields fixedAchievement={isRunning} onFill={editor.onValuesChange} />
      </ZodForm>
    </PageFrame>
  );
}
