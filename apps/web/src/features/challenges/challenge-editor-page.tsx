import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { challengeComplete, challengeDraft, checkReadiness, shanghaiDay, type ChallengeContent, type ChallengeInput } from '@jihui/domain';
import { Loading, PageFrame, StatusTag, ZodForm } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { DraftNotices, SavedMark } from '../../lib/draft-notices.js';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { useRecordEditor } from '../../lib/use-record-editor.js';
import { contentOf, emptyChallenge } from './challenge-content.js';
import { ChallengeFields } from './challenge-fields.js';
import { challengeKeys, deleteChallenge, getChallenge, plainSteps, refreshAll, saveDraft, type Challenge } from './challenges.api.js';
import { useLabelOf } from './labels.js';
import { ReadinessPanel } from './readiness-panel.js';
import '../../lib/editor.css';

/** A new item, or one that may be edited now. */
export function ChallengeEditorPage() {
  const { t } = useTranslation('challenges');
  const { id } = useParams();
  const { me } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: [...challengeKeys.one(id ?? ''), 'edit'],
    queryFn: () => getChallenge(id ?? ''),
    enabled: Boolean(id),
    gcTime: 0,
    staleTime: Infinity,
  });
  usePageTitle(t(id ? 'edit' : 'create'));
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!me || (id && !data)) return <Loading rows={10} />;
  if (data && !data.challenge.availableActions.includes('edit')) return <Alert type="info" showIcon title={t('notEditable')} />;
  return (
    <Editor key={id ?? 'new'} challenge={data?.challenge ?? null} me={{ id: me.id, verified: me.organisation?.status === 'VERIFIED' }} />
  );
}

/** What the rules can look at while a field is still wrong: that one counts as open. */
function readable(content: ChallengeInput): ChallengeContent | null {
  const all = challengeDraft.safeParse(content);
  if (all.success) return all.data;
  const wrong = new Set(all.error.issues.map((i) => String(i.path[0])));
  const open = Object.entries(emptyChallenge({ criteria: [], payments: [] })).filter(([field]) => wrong.has(field));
  const rest = Object.entries(content).filter(([field]) => !wrong.has(field));
  return challengeDraft.safeParse(Object.fromEntries([...rest, ...open])).data ?? null;
}

const loaded = (c: Challenge) => ({ id: c.id, version: c.version, values: contentOf(c) });

/** The item's form, saved as one writes, with the rules it must meet beside it. */
function Editor({ challenge, me }: { challenge: Challenge | null; me: { id: string; verified: boolean } }) {
  const { t } = useTranslation(['challenges', 'common']);
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const labelOf = useLabelOf();
  const [form] = Form.useForm();
  const words = {
    criteria: [t('usual.c1'), t('usual.c2'), t('usual.c3'), t('usual.c4')],
    payments: [t('usual.p1'), t('usual.p2'), t('usual.p3')],
  };
  const editor = useRecordEditor<ChallengeInput>({
    form,
    kind: 'challenge',
    userId: me.id,
    schema: challengeDraft,
    record: challenge ? loaded(challenge) : null,
    empty: emptyChallenge(words),
    save: saveDraft,
    load: async (id) => loaded((await getChallenge(id)).challenge),
    pathOf: (id) => `/my/challenges/${id}/edit`,
  });
  const { keeper, state, content } = editor;
  const draft = readable(content);
  const submit = async () => {
    const saved = await keeper.flush();
    if (!saved) return;
    await plainSteps.submit(saved);
    void message.success(t('done.submit'));
    await refreshAll();
    await navigate(`/challenges/${saved.id}`);
  };
  const remove = () =>
    modal.confirm({
      title: t('action.delete'),
      content: t('ask.delete'),
      okText: t('action.delete'),
      okButtonProps: { danger: true },
      cancelText: t('common:cancel'),
      onOk: async () => {
        try {
          const saved = await keeper.flush();
          if (saved) await deleteChallenge(saved);
          keeper.discard();
          await refreshAll();
          await navigate('/my/challenges');
        } catch (error) {
          void message.error(errorSentence(error));
        }
      },
    });
  return (
    <PageFrame
      title={t(challenge ? 'edit' : 'create')}
      tag={<StatusTag tone="neutral">{t('status.DRAFT')}</StatusTag>}
      meta={<SavedMark state={state} savedBefore={challenge?.updatedAt ?? null} />}
      aside={
        <div className="sticky-aside">
          {draft ? <ReadinessPanel checks={checkReadiness(draft, me.verified, shanghaiDay(new Date()))} /> : null}
        </div>
      }
    >
      <DraftNotices editor={editor} />
      {challenge?.returnReason ? (
        <Alert
          type="warning"
          showIcon
          title={t('returnedTitle')}
          description={challenge.returnReason}
          style={{ marginBottom: 16, whiteSpace: 'pre-line' }}
        />
      ) : null}
      <ZodForm
        form={form}
        schema={challengeComplete}
        keptAs={null}
        initialValues={editor.initial}
        onValuesChange={editor.onValuesChange}
        onSubmit={submit}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={labelOf}
        summaryTitle={t('formTitle')}
        submitText={t('action.submit')}
        extraActions={
          keeper.saved ? (
            <Button danger type="text" onClick={remove}>
              {t('action.delete')}
            </Button>
          ) : null
        }
      >
        <ChallengeFields />
      </ZodForm>
    </PageFrame>
  );
}
