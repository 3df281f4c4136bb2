import { Alert, App, Button, Form, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { achievementComplete, achievementDraft, achievementReleasable, readingsOfAchievement, type AchievementInput } from '@jihui/domain';
import { PageFrame, Panel, StatusTag, ZodForm } from '@jihui/ui';
import { DraftNotices, SavedMark } from '../../lib/draft-notices.js';
import { ReadingList } from '../../lib/readings/reading-list.js';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { useRecordEditor } from '../../lib/use-record-editor.js';
import { AchievementHints } from './achievement-hints.js';
import { contentOf, emptyAchievement } from './achievement-content.js';
import { AchievementFields } from './achievement-fields.js';
import { achievementTone } from './achievement-status.js';
import { AchievementFacts, AchievementText } from './achievement-summary.js';
import { achievementSteps, getAchievement, refreshAll, saveDraft, type Achievement } from './achievements.api.js';

type Me = { id: string; name: string; releases: boolean };
type Props = {
  achievement: Achievement | null;
  me: Me;
  /** Files and terms of the confidential part; null while nothing has been saved. */
  confidential: (id: string | null) => ReactNode;
};
const loaded = (a: Achievement) => ({ id: a.id, version: a.version, values: contentOf(a) });

/** The achievement's form. A draft is saved as one writes; a published one only when its TTO says so, since saving shows it to everybody. */
export function AchievementEditor({ achievement, me, confidential }: Props) {
  const { t } = useTranslation(['achievements', 'common']);
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm();
  const [isPreviewed, setPreviewed] = useState(false);
  const isLive = achievement?.status === 'PUBLISHED';
  const editor = useRecordEditor<AchievementInput>({
    form,
    kind: 'achievement',
    userId: me.id,
    schema: achievementDraft,
    record: achievement ? loaded(achievement) : null,
    empty: me.releases ? emptyAchievement : { ...emptyAchievement, team: [{ name: me.name, title: null }], contactName: me.name },
    save: saveDraft,
    load: async (id) => loaded(await getAchievement(id)),
    pathOf: (id) => `/my/achievements/${id}/edit`,
    automatic: !isLive,
  });
  const { keeper, state, content } = editor;

  const finish = async () => {
    const saved = await keeper.flush();
    if (!saved) return;
    if (!isLive) await (me.releases ? achievementSteps.release(saved) : achievementSteps.submit(saved));
    void message.success(t(isLive ? 'savedLive' : me.releases ? 'released' : 'submitted'));
    await refreshAll();
    await navigate(`/achievements/${saved.id}`);
  };
  const remove = () =>
    modal.confirm({
      title: t('remove'),
      content: t('removeAsk'),
      okText: t('remove'),
      okButtonProps: { danger: true },
      cancelText: t('common:cancel'),
      onOk: async () => {
        try {
          const saved = await keeper.flush();
          if (saved) await achievementSteps.delete(saved);
          keeper.discard();
          void message.success(t('removed'));
          await refreshAll();
          await navigate('/my/achievements');
        } catch (error) {
          void message.error(errorSentence(error));
        }
      },
    });
  const status = achievement?.status ?? 'DRAFT';
  const mayDelete = keeper.saved && status === 'DRAFT' && !achievement?.publishedAt;

  return (
    <PageFrame
      title={t(achievement ? 'edit' : 'create')}
      tag={<StatusTag tone={achievementTone[status]}>{t(`status.${status}`)}</StatusTag>}
      meta={<SavedMark state={state} savedBefore={achievement?.updatedAt ?? null} automatic={!isLive} />}
      actions={<Button onClick={() => setPreviewed(true)}>{t('preview')}</Button>}
      aside={
        <div className="sticky-aside">
          <AchievementHints content={content} />
        </div>
      }
    >
      <DraftNotices editor={editor} />
      {isLive ? <Alert type="info" title={t('help.live')} style={{ marginBottom: 16 }} /> : null}
      {achievement?.returnReason ? (
        <Alert
          type="warning"
          showIcon
          title={t('returnedTitle')}
          description={achievement.returnReason}
          style={{ marginBottom: 16, whiteSpace: 'pre-line' }}
        />
      ) : null}
      <div style={{ maxWidth: 860 }}>
        <ZodForm
          form={form}
          schema={achievement?.isImported && me.releases ? achievementReleasable : achievementComplete}
          keptAs={null}
          initialValues={editor.initial}
          onValuesChange={editor.onValuesChange}
          onSubmit={finish}
          refusalOf={refusalOf}
          sentenceOf={issueSentence}
          labelOf={(path) => labelOf(path, t)}
          summaryTitle={t('formTitle')}
          submitText={t(isLive ? 'saveLive' : me.releases ? 'release' : 'submit')}
          extraActions={
            <>
              <Button onClick={() => setPreviewed(true)}>{t('preview')}</Button>
              {mayDelete ? (
                <Button danger type="text" onClick={remove}>
                  {t('remove')}
                </Button>
              ) : null}
            </>
          }
        >
          <AchievementFields />
          <ReadingList kind="ACHIEVEMENT" itemId={keeper.saved?.id ?? null} readings={readingsOfAchievement(content)} flush={() => keeper.flush()} />
        </ZodForm>
        {confidential(keeper.saved?.id ?? null)}
      </div>
      <Modal open={isPreviewed} onCancel={() => setPreviewed(false)} footer={null} width={1040} title={t('previewTitle')} destroyOnHidden>
        <h2>{content.title || t('untitled')}</h2>
        <div className="page-columns">
          <div style={{ minWidth: 0 }}>
            <AchievementText achievement={{ ...content, ndaSummary: null }} hasNdaPart={Boolean(content.ndaSummary)} />
          </div>
          <Panel>
            <AchievementFacts achievement={content} />
          </Panel>
        </div>
      </Modal>
    </PageFrame>
  );
}

type Words = ReturnType<typeof useTranslation<['achievements', 'common']>>['t'];

/** 知识产权 第 2 项 专利号 for ipRights.1.number. */
function labelOf(path: string, t: Words): string {
  const [field = '', n, part] = path.split('.');
  const name = t(`field.${field}` as 'field.title');
  if (n === undefined) return name;
  const partName = field === 'team' && part === 'title' ? t('memberTitle') : part ? t(`part.${part}` as 'part.title') : '';
  return [name, t('item', { n: Number(n) + 1 }), partName].filter(Boolean).join(' ');
}
