import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sharePayment, shanghaiDay } from '@jihui/domain';
import { DayInput, ZodForm } from '@jihui/ui';
import { ShortText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { payShares, refreshRewards, type Distribution } from './rewards.api.js';

/** That the chosen shares were paid, on which day and by which voucher. */
export function PayDialog({ distribution: d, names, onDone }: { distribution: Distribution; names: string[]; onDone: () => void }) {
  const { t } = useTranslation(['aftercare', 'common']);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('reward.pay', { count: names.length })}
      </Button>
      <Modal open={isOpen} title={t('reward.pay', { count: names.length })} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <ZodForm
          schema={sharePayment}
          keptAs={`payment ${d.id}`}
          initialValues={{ id: d.id, version: d.version, names, paidOn: shanghaiDay(new Date()), voucherNo: '' }}
          onSubmit={async (input) => {
            await payShares(input);
            setOpen(false);
            onDone();
            await refreshRewards();
          }}
          refusalOf={refusalOf}
          sentenceOf={issueSentence}
          labelOf={(path) => t(`reward.field.${path}` as 'reward.field.paidOn')}
          summaryTitle={t('common:formErrorsTitle')}
          submitText={t('reward.paidNow')}
        >
          <p>{names.join('、')}</p>
          <Form.Item name="paidOn" label={t('reward.field.paidOn')}>
            <DayInput />
          </Form.Item>
          <Form.Item name="voucherNo" label={t('reward.field.voucherNo')}>
            <ShortText max={60} />
          </Form.Item>
        </ZodForm>
      </Modal>
    </>
  );
}
