import { useQuery } from '@tanstack/react-query';
import { App, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { challengeRewriteComplete, rewritableFields, type ChallengeRewrite } from '@jihui/domain';
import { Loading, PageFrame, Panel, useKept, ZodForm } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { LongText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { contentOf } from './challenge-content.js';
import { ChallengeFields } from './challenge-fields.js';
import { argue, challengeKeys, getChallenge, refreshAll } from './challenges.api.js';
import { useLabelOf } from './labels.js';

/** 凝练: the secretary writes what the experts made of the item; the owner's words stay beside it. */
export function RewritePage() {
  const { t } = useTranslation(['challenges', 'common']);
  usePageTitle(t('rewrite.title'));
  const { id = '' } = useParams();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const labelOf = useLabelOf();
  const { value: note, put: setNote, forget } = useKept(`rewrite note ${id}`, '');
  const { data, error } = useQuery({
    queryKey: [...challengeKeys.one(id), 'rewrite'],
    queryFn: () => getChallenge(id),
    gcTime: 0,
    staleTime: Infinity,
  });
  if (error) return <FailedToLoad error={error} />;
  if (!data) return <Loading rows={10} />;
  const { challenge } = data;
  const content = contentOf(challenge);
  const initial = Object.fromEntries(rewritableFields.map((field) => [field, content[field]]));
  const send = async (values: ChallengeRewrite) => {
    await argue({ id, version: challenge.version }, values, note);
    forget();
    void message.success(t('done.argue'));
    await refreshAll();
    await navigate(`/challenges/${id}`);
  };
  return (
    <PageFrame title={t('rewrite.title')} meta={<span>{t('rewrite.hint')}</span>}>
      <ZodForm
        schema={challengeRewriteComplete}
        keptAs={`rewrite ${id} ${challenge.version}`}
        initialValues={initial}
        onSubmit={send}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={labelOf}
        summaryTitle={t('formTitle')}
        submitText={t('rewrite.submit')}
      >
        <ChallengeFields rewriting />
        <Panel title={t('rewrite.note')}>
          <Form.Item label={t('rewrite.noteLabel')} htmlFor="rewrite-note">
            <LongText
              id="rewrite-note"
              autoSize={{ minRows: 3 }}
              max={2000}
              value={note}
              onChange={(e) => setNote(e.target.value)}
            />
          </Form.Item>
        </Panel>
      </ZodForm>
    </PageFrame>
  );
}
