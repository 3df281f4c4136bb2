import { Alert, Button, Form } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { contractComplete, contractDraft, type ContractInput } from '@jihui/domain';
import { PageFrame, Panel, StatusTag, ZodForm } from '@jihui/ui';
import { queryClient } from '../../lib/api.js';
import { DraftNotices, SavedMark } from '../../lib/draft-notices.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { useRecordEditor } from '../../lib/use-record-editor.js';
import { contentOf, isConfirmedByAnyone } from './contract-content.js';
import { ContractParties } from './contract-facts.js';
import { ContractFields } from './contract-fields.js';
import { contractTone } from './contract-status.js';
import { contractKeys, editContract, getContract, refreshAll, type Contract } from './contracts.api.js';

/** A line's field is called by the line and the field: 金额明细第 2 行 · 数量. */
function labelOf(path: string, t: TFunction<['contracts', 'common']>): string {
  const [field = '', n, part] = path.split('.');
  if (n === undefined || part === undefined) return t(`field.${field}` as 'field.title');
  return `${t('amountLine.nth', { n: Number(n) + 1 })} · ${t(`amountLine.${part}` as 'amountLine.name')}`;
}

const loaded = (c: Contract) => ({ id: c.id, version: c.version, values: contentOf(c) });

/** The contract's form. A draft saves itself; what somebody has confirmed is only changed on purpose. */
export function ContractEditor({ contract, userId }: { contract: Contract; userId: string }) {
  const { t } = useTranslation(['contracts', 'common']);
  const navigate = useNavigate();
  const [form] = Form.useForm();
  const automatic = contract.status === 'DRAFT' && !isConfirmedByAnyone(contract);
  const page = `/contracts/${contract.id}`;
  const editor = useRecordEditor<ContractInput>({
    form,
    kind: 'contract',
    userId,
    schema: contractDraft,
    record: loaded(contract),
    empty: contentOf(contract),
    automatic,
    save: async (saved, values) => {
      const next = await editContract(saved ?? contract, values);
      void queryClient.invalidateQueries({ queryKey: contractKeys.one(contract.id) });
      return next;
    },
    load: async (id) => loaded(await getContract(id)),
    pathOf: () => page,
  });
  const submit = async () => {
    await editor.keeper.flush();
    await refreshAll();
    await navigate(page);
  };
  const unsaved = editor.state.phase === 'clean' ? t('edit.unchanged') : t('edit.unsaved');

  return (
    <PageFrame
      title={t('edit.title')}
      crumbs={[
        { title: t('title'), href: '/contracts' },
        { title: contract.title || t('page.untitled'), href: page },
        { title: t('action.edit') },
      ]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      tag={<StatusTag tone={contractTone[contract.status]}>{t(`status.${contract.status}`)}</StatusTag>}
      meta={automatic ? <SavedMark state={editor.state} savedBefore={contract.updatedAt} /> : <span role="status">{unsaved}</span>}
      aside={
        <Panel>
          <ContractParties contract={contract} withConfirmations />
        </Panel>
      }
    >
      <DraftNotices editor={editor} />
      {contract.returnReason ? (
        <Alert
          type="warning"
          showIcon
          title={t('page.returnedTitle')}
          description={contract.returnReason}
          style={{ marginBottom: 16, whiteSpace: 'pre-line' }}
        />
      ) : null}
      {automatic ? null : <Alert type="info" showIcon title={t('edit.resets')} style={{ marginBottom: 16 }} />}
      <ZodForm
        form={form}
        schema={contractComplete}
        keptAs={null}
        initialValues={editor.initial}
        onValuesChange={editor.onValuesChange}
        onSubmit={submit}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => labelOf(path, t)}
        summaryTitle={t('edit.formTitle')}
        submitText={t(automatic ? 'edit.submit' : 'edit.saveChanges')}
        extraActions={<Button onClick={() => void navigate(page)}>{t('common:back')}</Button>}
      >
        <ContractFields onFill={editor.onValuesChange} />
      </ZodForm>
    </PageFrame>
  );
}
