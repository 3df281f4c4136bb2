import { FilePdfOutlined, FileWordOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { clauseTree, contractTextDraft, ContractType, type ContractTextDraft } from '@jihui/domain';
import { PageFrame, Panel, ZodForm } from '@jihui/ui';
import { DraftNotices, SavedMark } from '../../lib/draft-notices.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { useRecordEditor } from '../../lib/use-record-editor.js';
import { ClauseFields } from './clause-fields.js';
import { documentUrl, getDraftText, refreshTexts, saveText, type DraftText } from './contract-texts.api.js';
import { LivePreview } from './live-preview.js';

const steps = ['facts', 'clauses', 'preview'] as const;
type Step = (typeof steps)[number];

function valuesOf({ contract, contractText }: DraftText): ContractTextDraft {
  return { ...contract, clauses: Object.fromEntries(contractText.clauses.map((c) => [c.key, c.text])) as ContractTextDraft['clauses'] };
}
const loadedOf = (d: DraftText) => ({ id: d.contract.id, version: d.contract.version, values: valuesOf(d) });

/** Three steps over one form that saves itself: the register's fields, the other clauses, the text as it will be signed. */
export function DraftingForm({ loaded, userId, fields }: { loaded: DraftText; userId: string; fields: (onFill: () => void) => ReactNode }) {
  const { t } = useTranslation(['contractTexts', 'contracts', 'common']);
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [form] = Form.useForm();
  const { contract } = loaded;
  const step: Step = steps.find((s) => s === params.get('step')) ?? 'facts';
  const at = steps.indexOf(step);
  const page = `/contracts/${contract.id}`;
  const isConfirmedByAnyone = [contract.sellerConfirmedRevision, contract.buyerConfirmedRevision].includes(contract.revision);
  const automatic = contract.status === 'DRAFT' && !isConfirmedByAnyone;
  const editor = useRecordEditor<ContractTextDraft>({
    ...{ form, kind: 'contract-text', userId, schema: contractTextDraft, record: loadedOf(loaded), empty: valuesOf(loaded), automatic },
    save: (saved, values) => saveText(saved ?? contract, values),
    load: async (id) => loadedOf(await getDraftText(id)),
    pathOf: () => `${page}/text`,
  });
  const go = (to: Step) => {
    setParams(to === 'facts' ? {} : { step: to }, { replace: true });
    window.scrollTo({ top: 0 });
  };
  const finish = async () => {
    await editor.keeper.flush();
    await refreshTexts();
    await navigate(`${page}?tab=document`);
  };
  const type = ContractType.catch(contract.type).parse(editor.content.type);
  const headingOf = (path: string) => {
    const [, key] = path.split('.');
    return clauseTree(type).find((n) => n.key === key)?.heading ?? t(`contracts:field.${path.split('.')[0] ?? ''}` as 'contracts:field.title');
  };
  const unsaved = editor.state.phase === 'clean' ? t('contracts:edit.unchanged') : t('contracts:edit.unsaved');
  const shown = (s: Step) => (step === s ? undefined : { display: 'none' });

  return (
    <PageFrame
      title={t('title')}
      crumbs={[{ title: t('contracts:title'), href: '/contracts' }, { title: contract.title || t('contracts:page.untitled'), href: page }, { title: t('draft') }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      meta={automatic ? <SavedMark state={editor.state} savedBefore={contract.updatedAt} /> : <span role="status">{unsaved}</span>}
    >
      <DraftNotices editor={editor} />
      {automatic ? null : <Alert type="info" showIcon title={t('contracts:edit.resets')} style={{ marginBottom: 16 }} />}
      <Segmented<Step> block aria-label={t('title')} value={step} onChange={go} options={steps.map((value) => ({ value, label: t(`step.${value}`) }))} />
      <p className="muted">{t(`stepHint.${step}`)}</p>
      <ZodForm
        form={form}
        schema={contractTextDraft}
        keptAs={null}
        initialValues={editor.initial}
        onValuesChange={editor.onValuesChange}
        onSubmit={finish}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={headingOf}
        summaryTitle={t('contracts:edit.formTitle')}
        submitText={automatic ? t('done') : t('contracts:edit.saveChanges')}
        extraActions={
          <>
            {at > 0 ? <Button onClick={() => go(steps[at - 1] ?? 'facts')}>{t('previous')}</Button> : null}
            {at < 2 ? <Button onClick={() => go(steps[at + 1] ?? 'preview')}>{t('next')}</Button> : null}
          </>
        }
      >
        <div className={step === 'preview' ? undefined : 'drafting-beside'}>
          <div style={shown('facts')}>{fields(editor.onValuesChange)}</div>
          <div style={shown('clauses')}>
            <ClauseFields type={type} onFill={editor.onValuesChange} />
          </div>
          <Panel
            title={t('preview')}
            extra={
              step === 'preview' && editor.state.phase === 'clean' ? (
                <span className="text-tools">
                  <Button size="small" icon={<FilePdfOutlined />} href={documentUrl(contract.id, 'pdf')} download>
                    {t('print')}
                  </Button>
                  <Button size="small" icon={<FileWordOutlined />} href={documentUrl(contract.id, 'docx')} download>
                    {t('word')}
                  </Button>
                </span>
              ) : undefined
            }
          >
            <LivePreview content={editor.content} type={type} parties={loaded.contractText.parties} withQuestions={step === 'preview'} />
          </Panel>
        </div>
      </ZodForm>
    </PageFrame>
  );
}
