import { Button, Form, InputNumber, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { noticeTrade, TradeOutcome } from '@jihui/domain';
import { DayInput, MoneyInput, ZodForm } from '@jihui/ui';
import { ShortText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { UploadOne } from '../../lib/upload-field.js';
import { enterTrade } from './notice-papers.api.js';
import { refreshNotices, type Notice } from './notices.api.js';

export type Trade = Notice['trades'][number];

/** 录入结果: as the confirmation paper says it. Price and buyer are asked for a sale only. */
export function TradeDialog({ notice, corrects, onDone }: { notice: Notice; corrects: Trade | null; onDone: () => void }) {
  const { t } = useTranslation(['notices', 'common']);
  const [form] = Form.useForm();
  const outcome: TradeOutcome | undefined = Form.useWatch('outcome', form);
  const { venue = '', lotNo = '', listedFrom, listedUntil, bidders, dealPrice, buyer = notice.buyer } = corrects ?? {};
  return (
    <Modal open title={t(corrects ? 'correct' : 'enterTrade')} footer={null} onCancel={onDone} width={640} destroyOnHidden>
      <ZodForm
        form={form}
        schema={noticeTrade}
        keptAs={`trade ${notice.id} ${corrects?.id ?? ''}`}
        initialValues={{ noticeId: notice.id, version: notice.version, venue, lotNo, listedFrom, listedUntil, bidders, outcome: corrects?.outcome ?? 'SOLD', dealPrice, buyer, correctsId: corrects?.id ?? null }}
        onValuesChange={(changed) => {
          if ('outcome' in changed && changed.outcome === 'FAILED') form.setFieldsValue({ dealPrice: null, buyer: null });
        }}
        onSubmit={async (input) => {
          await enterTrade(input);
          onDone();
          await refreshNotices();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(`trade.${path}` as 'trade.venue')}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t('enterTrade')}
        extraActions={<Button onClick={onDone}>{t('common:cancel')}</Button>}
      >
        <div className="form-columns">
          <Form.Item name="venue" label={t('trade.venue')} extra={t('tradeHelp.venue')}>
            <ShortText max={80} />
          </Form.Item>
          <Form.Item name="lotNo" label={t('trade.lotNo')}>
            <ShortText max={60} />
          </Form.Item>
          <Form.Item name="listedFrom" label={t('trade.listedFrom')}>
            <DayInput />
          </Form.Item>
          <Form.Item name="listedUntil" label={t('trade.listedUntil')}>
            <DayInput />
          </Form.Item>
        </div>
        <Form.Item name="outcome" label={t('trade.outcome')}>
          <Radio.Group options={TradeOutcome.options.map((value) => ({ value, label: t(`outcome.${value}`) }))} />
        </Form.Item>
        <Form.Item name="bidders" label={t('trade.bidders')}>
          <InputNumber min={0} max={1000} precision={0} />
        </Form.Item>
        {outcome === 'FAILED' ? null : (
          <div className="form-columns">
            <Form.Item name="dealPrice" label={t('trade.dealPrice')}>
              <MoneyInput />
            </Form.Item>
            <Form.Item name="buyer" label={t('trade.buyer')} extra={t('tradeHelp.buyer')}>
              <ShortText max={120} />
            </Form.Item>
          </div>
        )}
        <Form.Item name="fileId" label={t('trade.fileId')} extra={t('tradeHelp.fileId')}>
          <UploadOne />
        </Form.Item>
        {corrects ? (
          <Form.Item name="correctionReason" label={t('trade.correctionReason')}>
            <ShortText max={300} />
          </Form.Item>
        ) : null}
      </ZodForm>
    </Modal>
  );
}
