import { Alert, App, Button, Form, Modal } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import {
  clarityOf,
  complexityOf,
  demandComplete,
  demandDraft,
  demandImportedComplete,
  demandStepNames,
  readingsOfDemand,
  shanghaiDay,
  stepOfField,
  type DemandInput,
  type DemandStep,
} from '@jihui/domain';
import { PageFrame, Panel, StatusTag, ZodForm } from '@jihui/ui';
import { DraftNotices, SavedMark } from '../../lib/draft-notices.js';
import { ReadingList } from '../../lib/readings/reading-list.js';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { useRecordEditor } from '../../lib/use-record-editor.js';
import { ClarityPanel } from './clarity-panel.js';
import { ComplexityPanel } from './complexity-panel.js';
import { contentOf, emptyDemand } from './demand-content.js';
import { DemandFields } from './demand-fields.js';
import { DemandStepList } from './demand-step-list.js';
import { demandTone } from './demand-status.js';
import { DemandFacts, DemandText } from './demand-summary.js';
import { demandSteps, getDemand, refreshAll, saveDraft, submitDemand, type Demand } from './demands.api.js';

type Me = { id: string; name: string; organisationName: string };
type Props = {
  demand: Demand | null;
  me: Me;
  /** Names this editor in the entries of the browser's history. */ editorKey: string;
  onCreated: (id: string) => void;
  /** The confidential part of the draft; null while nothing has been saved. */
  confidential: (id: string | null) => ReactNode;
};
const loaded = (d: Demand) => ({ id: d.id, version: d.version, values: contentOf(d) });

/** The demand's form: saved as one writes, with what would make it clearer beside it. */
export function DemandEditor({ demand, me, editorKey, onCreated, confidential }: Props) {
  const { t } = useTranslation(['demands', 'common']);
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm();
  const [isPreviewed, setPreviewed] = useState(false);
  const { pathname, search } = useLocation();
  const asked = new URLSearchParams(search).get('step');
  const step = demandStepNames.find((s) => s === asked) ?? 'problem';
  const entry = { editor: editorKey };
  const place = useRef(search);
  useEffect(() => void (place.current = search), [search]);
  const editor = useRecordEditor<DemandInput>({
    form,
    kind: 'demand',
    userId: me.id,
    schema: demandDraft,
    record: demand ? loaded(demand) : null,
    empty: { ...emptyDemand, contactName: me.name },
    save: saveDraft,
    load: async (id) => loaded(await getDemand(id)),
    pathOf,
    onCreated: ({ id }) => {
      onCreated(id);
      void navigate({ pathname: pathOf(id), search: place.current }, { replace: true, state: entry, preventScrollReset: true });
    },
  });
  const { keeper, state, content } = editor;
  const clarity = clarityOf(content);
  const toStep = (next: DemandStep) => ({ pathname: keeper.saved ? pathOf(keeper.saved.id) : '/my/demands/new', search: `?step=${next}` });
  const following = demandStepNames[demandStepNames.indexOf(step) + 1];
  const go = async (next: DemandStep, field?: string) => {
    if (next !== step) await navigate(toStep(next), { state: entry, preventScrollReset: true });
    requestAnimationFrame(() => showPlace(field ?? `step-${next}`, field !== undefined));
  };
  // Back to where the record was not yet made: it has an address now.
  useEffect(() => {
    if (keeper.saved && pathname === '/my/demands/new')
      void navigate({ pathname: pathOf(keeper.saved.id), search }, { replace: true, state: { editor: editorKey } });
  }, [keeper, pathname, search, editorKey, navigate]);

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
          <ClarityPanel
            content={content}
            organisationName={me.organisationName}
            clarity={clarity}
            step={step}
            onGo={(field) => void go(stepOfField(field), field)}
          />
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
      <div className="demand-writing">
        <DemandStepList current={step} points={clarity.points} to={toStep} state={entry} />
        <ZodForm
          form={form}
          schema={demand?.isImported ? demandImportedComplete : demandComplete}
          keptAs={null}
          next={following ? { text: t('nextStep', { name: t(`step.${following}`) }), go: () => void go(following) } : undefined}
          onJump={(path) => void go(stepOfField(path), path.replaceAll('.', '_'))}
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
          <DemandFields step={step} />
          {step === 'target' ? (
            <ReadingList
              kind="DEMAND"
              itemId={keeper.saved?.id ?? null}
              readings={readingsOfDemand(content)}
              flush={() => keeper.flush()}
            />
          ) : null}
          {following ? null : <ComplexityPanel complexity={complexityOf(content, shanghaiDay(new Date()), clarity)} />}
        </ZodForm>
        {following ? null : confidential(keeper.saved?.id ?? null)}
      </div>
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

const pathOf = (id: string) => `/my/demands/${id}/edit`;

/** Brings a field, or the head of a step, into view; the field takes the focus. */
function showPlace(id: string, takesFocus: boolean): void {
  const place = document.getElementById(id);
  place?.scrollIntoView({ block: takesFocus ? 'center' : 'nearest' });
  if (takesFocus) place?.focus({ preventScroll: true });
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
