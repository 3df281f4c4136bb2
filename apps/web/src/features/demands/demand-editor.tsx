import { Alert, App, Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { demandComplete, demandDraft, type DemandInput } from '@jihui/domain';
import { PageFrame, Panel, StatusTag, ZodForm } from '@jihui/ui';
import { DraftNotices, SavedMark } from '../../lib/draft-notices.js';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { useRecordEditor } from '../../lib/use-record-editor.js';
import { ClarityPanel } from './clarity-panel.js';
import { contentOf, emptyDemand } from './demand-content.js';
import { DemandFields } from './demand-fields.js';
import { demandTone } from './demand-status.js';
import { DemandFacts, DemandText } from './demand-summary.js';
import { demandSteps, getDemand, refreshAll, saveDraft, submitDemand, type Demand } from './demands.api.js';

type Me = { id: string; name: string; organisationName: string };
const loaded = (d: Demand) => ({ id: d.id, version: d.version, values: contentOf(d) });

/** The demand's form: saved as one writes, with what would make it clearer beside it. */
export function DemandEditor({ demand, me }: { demand: Demand | null; me: Me }) {
  const { t } = useTranslation(['demands', 'common']);
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm();
  const [isPreviewed, setPreviewed] = useState(false);
  const editor = useRecordEditor<DemandInput>({
    form,
    kind: 'demand',
    userId: me.id,
    schema: demandDraft,
    record: demand ? loaded(demand) : null,
    empty: { ...emptyDemand, contactName: me.name },
    save: saveDraft,
    load: async (id) => loaded(await getDemand(id)),
    pathOf: (id) => `/my/demands/${id}/edit`,
  });
  const { keeper, state, content } = editor;

  const submit = async () => {
    const saved = await keeper.flush();
    if (!saved) return;
    const { dueOn } = await submitDemand(saved);
    void message.success(dueOn ? t('submitted', { day: dueOn }) : t('submittedNoDay'));
    await refreshAll();
    await navigate(`/demands/${saved.id}`);
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
          if (saved) await demandSteps.delete(saved);
          keeper.discard();
          void message.success(t('removed'));
          await refreshAll();
          await navigate('/my/demands');
        } catch (error) {
          void message.error(errorSentence(error));
        }
      },
    });

  return (
    <PageFrame
      title={t(demand ? 'edit' : 'create')}
      tag={<StatusTag tone={demandTone.DRAFT}>{t('status.DRAFT')}</StatusTag>}
      meta={<SavedMark state={state} savedBefore={demand?.updatedAt ?? null} />}
      actions={<Button onClick={() => setPreviewed(true)}>{t('preview')}</Button>}
      aside={
        <div className="sticky-aside">
          <ClarityPanel content={content} organisationName={me.organisationName} />
        </div>
      }
    >
      <DraftNotices editor={editor} />
      {demand?.returnReason ? (
        <Alert
          type="warning"
          showIcon
          title={t('returnedTitle')}
          description={demand.returnReason}
          style={{ marginBottom: 16, whiteSpace: 'pre-line' }}
        />
      ) : null}
      <ZodForm
        form={form}
        schema={demandComplete}
        initialValues={editor.initial}
        onValuesChange={editor.onValuesChange}
        onSubmit={submit}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => labelOf(path, t)}
        summaryTitle={t('formTitle')}
        submitText={t('submit')}
        extraActions={
          <>
            <Button onClick={() => setPreviewed(true)}>{t('preview')}</Button>
            {keeper.saved && !demand?.publishedAt ? (
              <Button danger type="text" onClick={remove}>
                {t('remove')}
              </Button>
            ) : null}
          </>
        }
      >
        <DemandFields />
      </ZodForm>
      <Modal open={isPreviewed} onCancel={() => setPreviewed(false)} footer={null} width={1040} title={t('previewTitle')} destroyOnHidden>
        <h2>{content.title || t('untitled')}</h2>
        <div className="page-columns">
          <div style={{ minWidth: 0 }}>
            <DemandText demand={content} />
          </div>
          <Panel>
            <DemandFacts demand={content} />
          </Panel>
        </div>
      </Modal>
    </PageFrame>
  );
}

type Words = ReturnType<typeof useTranslation<['demands', 'common']>>['t'];

/** 技术指标 第 2 项 数值 for indicators.1.value. */
function labelOf(path: string, t: Words): string {
  const [field = '', n, part] = path.split('.');
  const name = t(`field.${field}` as 'field.title');
  if (n === undefined) return name;
  return [name, t('item', { n: Number(n) + 1 }), part ? t(`indicatorField.${part}` as 'indicatorField.name') : '']
    .filter(Boolean)
    .join(' ');
}
