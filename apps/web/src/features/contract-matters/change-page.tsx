import { App, Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { z } from 'zod';
import { contractChange, contractDraft, type ContractInput } from '@jihui/domain';
import { PageFrame, Panel, ZodForm } from '@jihui/ui';
import { usePageTitle } from '../../app/page-title.js';
import { LongText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { proposeChange, refreshMatters } from './matters.api.js';
import { UploadField } from '../../lib/upload-field.js';

type Props = {
  contract: { id: string; version: number; title: string; registrationNo: string | null };
  content: ContractInput;
  /** The contract's own form fields and the choice of another party, put in by the route. */
  fields: ReactNode;
  parties: ReactNode;
  fieldLabel: (path: string) => string;
};
const asked = contractDraft.and(z.object({ ...contractChange.pick({ reason: true, fileIds: true, sellerId: true, buyerId: true, brokerId: true }).shape }));

/** 变更: the contract's form once more; what was changed is shown side by side to the other side and the branch. */
export function ChangePage({ contract: c, content, fields, parties, fieldLabel }: Props) {
  const { t } = useTranslation(['aftercare', 'common', 'contracts']);
  const { message } = App.useApp();
  const navigate = useNavigate();
  usePageTitle(t('change.title'));
  return (
    <PageFrame
      title={t('change.title')}
      crumbs={[{ title: t('contracts:title'), href: '/contracts' }, { title: c.registrationNo ?? c.title, href: `/contracts/${c.id}` }, { title: t('change.title') }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      meta={t('change.intro')}
    >
      <ZodForm
        schema={asked}
        keptAs={`change ${c.id} ${c.version}`}
        initialValues={{ ...content, reason: '', fileIds: [] }}
        onSubmit={async ({ reason, fileIds, sellerId, buyerId, brokerId, ...next }) => {
          const matter = await proposeChange({
            ...{ contractId: c.id, reason, fileIds, content: next },
            // Nobody chosen: as it was.
            ...{ sellerId: sellerId ?? null, buyerId: buyerId ?? null, brokerId: brokerId ?? undefined },
          });
          void message.success(t('filed'));
          await refreshMatters();
          await navigate(`/matters/${matter}`);
        }}
        refusalOf={(error) => {
          const { issues, sentence } = refusalOf(error);
          return { sentence, issues: issues.map((i) => ({ ...i, path: i.path.replace(/^content\./, '') })) };
        }}
        sentenceOf={issueSentence}
        labelOf={(path) => (['reason', 'fileIds', 'content', 'sellerId', 'buyerId', 'brokerId'].includes(path) ? t(`field.${path}` as 'field.reason') : fieldLabel(path))}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t('change.submit')}
      >
        {fields}
        <Panel title={t('change.parties')}>{parties}</Panel>
        <Panel title={t('field.reason')}>
          <Form.Item name="reason" label={t('field.reason')}>
            <LongText autoSize={{ minRows: 3, maxRows: 8 }} max={1000} counted />
          </Form.Item>
          <Form.Item name="fileIds" label={t('field.fileIds')}>
            <UploadField />
          </Form.Item>
        </Panel>
      </ZodForm>
    </PageFrame>
  );
}
