import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handoverOffer } from '@jihui/domain';
import { DayInput, ZodForm } from '@jihui/ui';
import { useSession } from '../../app/session.js';
import { LongText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { getHandovers, handoverKeys, offerHandover } from './handovers.api.js';

const usualPermille = 20;
type Props = { demandId: string; personProfileId: string; name: string };

/** Hands a demand over to a broker: what for, for how much, until when. */
export function OfferButton({ demandId, personProfileId, name }: Props) {
  const { t } = useTranslation(['negotiations', 'common']);
  const { can } = useSession();
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const { data: known = [] } = useQuery({ queryKey: handoverKeys.of(demandId), queryFn: () => getHandovers(demandId), enabled: can('mandate.grant') });
  if (!can('mandate.grant')) return null;
  const taken = known.some((h) => h.status === 'GRANTED' || h.status === 'ACCEPTED');
  const close = () => setOpen(false);
  return (
    <>
      <Button size="small" disabled={taken} title={taken ? t('handover.one') : undefined} onClick={() => setOpen(true)}>
        {t('handover.offer')}
      </Button>
      <Modal open={isOpen} title={t('handover.offerTitle', { name })} footer={null} onCancel={close} destroyOnHidden>
        <p className="muted" style={{ marginTop: 0 }}>
          {t('handover.offerHint')}
        </p>
        <ZodForm
          schema={handoverOffer}
          keptAs={`handover ${demandId} ${personProfileId}`}
          initialValues={{ demandId, personProfileId, scope: t('handover.scopeStart'), commissionPermille: usualPermille }}
          onSubmit={async (input) => {
            await offerHandover(input);
            close();
            void message.success(t('handover.sent'));
          }}
          refusalOf={refusalOf}
          sentenceOf={issueSentence}
          labelOf={(path) => t(`handover.field.${path}` as 'handover.field.scope')}
          summaryTitle={t('common:formErrorsTitle')}
          submitText={t('handover.submit')}
          extraActions={<Button onClick={close}>{t('common:cancel')}</Button>}
        >
          <Form.Item name="scope" label={t('handover.field.scope')}>
            <LongText autoSize={{ minRows: 3, maxRows: 8 }} max={500} />
          </Form.Item>
          <Form.Item name="commissionPermille" label={t('handover.field.commissionPermille')}>
            <InputNumber min={0} max={300} precision={0} suffix="‰" style={{ width: 160 }} />
          </Form.Item>
          <Form.Item name="until" label={t('handover.field.until')}>
            <DayInput />
          </Form.Item>
        </ZodForm>
      </Modal>
    </>
  );
}
