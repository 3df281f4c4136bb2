import { useQuery } from '@tanstack/react-query';
import { Button, Form, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mandateGrant } from '@jihui/domain';
import { Facts, Panel, StatusTag, ZodForm } from '@jihui/ui';
import { useSession } from '../../app/session.js';
import { LongText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { mandateTone } from './negotiation-status.js';
import { getBrokerFirms, grantMandate, negotiationKeys, refreshRoom, type Negotiation } from './negotiations.api.js';

/** The broker of a talk, and the mandate by which one side has brought it in. */
export function BrokerPanel({ talk }: { talk: Negotiation }) {
  const { t } = useTranslation('negotiations');
  const { can } = useSession();
  const [isOpen, setOpen] = useState(false);
  const waiting = talk.mandates.some((m) => m.status === 'GRANTED');
  const mayGrant = talk.mySide !== null && talk.isWritable && can('mandate.grant') && !talk.brokerId && !waiting;
  if (!talk.brokerId && !talk.mandates.length && !mayGrant) return null;
  return (
    <Panel title={t('broker.title')}>
      {talk.brokerName && !talk.mandates.some((m) => m.status === 'ACCEPTED') ? <p style={{ marginTop: 0 }}>{talk.brokerName}</p> : null}
      {talk.mandates.length ? (
        <Facts
          items={talk.mandates.map((m) => ({
            label: m.brokerFirmName ?? '',
            value: (
              <>
                <StatusTag tone={mandateTone[m.status]}>{t(`mandateStatus.${m.status}`)}</StatusTag>
                <span className="num">{t('broker.commission', { percent: m.commissionPermille / 10 })}</span>
                <div className="muted">{m.scope}</div>
              </>
            ),
          }))}
        />
      ) : null}
      {mayGrant ? (
        <>
          <p className="muted room-note">{t('broker.hint')}</p>
          <Button onClick={() => setOpen(true)}>{t('broker.grant')}</Button>
        </>
      ) : null}
      <GrantDialog open={isOpen} talkId={talk.id} onClose={() => setOpen(false)} />
    </Panel>
  );
}

function GrantDialog({ open, talkId, onClose }: { open: boolean; talkId: string; onClose: () => void }) {
  const { t } = useTranslation(['negotiations', 'common']);
  const firms = useQuery({ queryKey: negotiationKeys.brokers, queryFn: getBrokerFirms, enabled: open });
  return (
    <Modal open={open} title={t('broker.grant')} footer={null} onCancel={onClose} destroyOnHidden>
      <ZodForm
        schema={mandateGrant}
        keptAs={`mandate ${talkId}`}
        initialValues={{ negotiationId: talkId, scope: '', commissionPermille: 20 }}
        onSubmit={async (input) => {
          await grantMandate(input);
          onClose();
          await refreshRoom();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(`field.${path}` as 'field.scope')}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t('broker.submit')}
        extraActions={<Button onClick={onClose}>{t('common:cancel')}</Button>}
      >
        <Form.Item name="brokerFirmId" label={t('field.brokerFirmId')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={firms.isLoading}
            options={firms.data?.map((f) => ({ value: f.id, label: f.name }))}
          />
        </Form.Item>
        <Form.Item name="scope" label={t('field.scope')} extra={t('help.scope')}>
          <LongText autoSize={{ minRows: 3, maxRows: 8 }} max={500} />
        </Form.Item>
        <Form.Item name="commissionPermille" label={t('field.commissionPermille')} extra={t('help.commission')}>
          <InputNumber min={0} max={300} precision={0} suffix="‰" style={{ width: 160 }} />
        </Form.Item>
      </ZodForm>
    </Modal>
  );
}
