import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAboutDecision, noticeDecision, shanghaiDay } from '@jihui/domain';
import { DayInput, Facts, MoneyInput, Panel, ZodForm } from '@jihui/ui';
import { LongText, ShortText } from '../../lib/limited-text.js';
import { exactMoney } from '../../lib/money.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { UploadOne } from '../../lib/upload-field.js';
import { enterDecision } from './notice-papers.api.js';
import { refreshNotices, type Notice } from './notices.api.js';
import { PaperFile, PaperFindings, PaperHead } from './paper-head.js';

type Decision = NonNullable<Notice['decisions']>[number];

/** 决策文件, for the owner: what is there, what is missing in it, and a new one. */
export function NoticeDecisions({ notice }: { notice: Notice }) {
  const { t } = useTranslation('notices');
  const [form, setForm] = useState<{ corrects: Decision | null } | null>(null);
  const decisions = notice.decisions ?? [];
  const canEnter = notice.status !== 'WITHDRAWN';
  return (
    <Panel
      title={t('decisions')}
      extra={canEnter ? <Button className="no-print" onClick={() => setForm({ corrects: null })}>{t('enterDecision')}</Button> : null}
    >
      <PaperFindings findings={notice.findings?.filter(isAboutDecision) ?? []} />
      <p className="muted">{t('decisionsHint')}</p>
      {decisions.map((d) => (
        <div key={d.id} style={{ marginTop: 16 }}>
          <PaperHead paper={d} all={decisions} title={d.organ} onCorrect={canEnter ? () => setForm({ corrects: d }) : null} />
          <Facts
            items={[
              { label: t('decision.decidedOn'), value: <span className="num">{d.decidedOn}</span> },
              { label: t('decision.paperNo'), value: d.paperNo },
              { label: t('decision.decided'), value: <span style={{ whiteSpace: 'pre-line' }}>{d.decided}</span> },
              { label: t('decision.price'), value: <span className="num">{exactMoney(d.price)}</span> },
              { label: t('decision.withdrew'), value: d.withdrew ?? t('nobody') },
              { label: t('decision.fileId'), value: <PaperFile {...d} /> },
            ]}
          />
        </div>
      ))}
      {form ? <DecisionDialog notice={notice} corrects={form.corrects} onDone={() => setForm(null)} /> : null}
    </Panel>
  );
}

function DecisionDialog({ notice, corrects, onDone }: { notice: Notice; corrects: Decision | null; onDone: () => void }) {
  const { t } = useTranslation(['notices', 'common']);
  const priceLabel = t(notice.pricingMode === 'NEGOTIATED' ? 'decision.price' : 'decision.basePrice');
  const { organ = '', decidedOn = shanghaiDay(new Date()), paperNo = '', decided = '', price = notice.price, withdrew = null } = corrects ?? {};
  return (
    <Modal open title={t(corrects ? 'correct' : 'enterDecision')} footer={null} onCancel={onDone} width={640} destroyOnHidden>
      <ZodForm
        schema={noticeDecision}
        keptAs={`decision ${notice.id} ${corrects?.id ?? ''}`}
        initialValues={{ noticeId: notice.id, version: notice.version, organ, decidedOn, paperNo, decided, price, withdrew, correctsId: corrects?.id ?? null }}
        onSubmit={async (input) => {
          await enterDecision(input);
          onDone();
          await refreshNotices();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(`decision.${path}` as 'decision.organ')}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t('enterDecision')}
        extraActions={<Button onClick={onDone}>{t('common:cancel')}</Button>}
      >
        <Form.Item name="organ" label={t('decision.organ')} extra={t('decisionHelp.organ')}>
          <ShortText max={80} />
        </Form.Item>
        <div className="form-columns">
          <Form.Item name="decidedOn" label={t('decision.decidedOn')}>
            <DayInput />
          </Form.Item>
          <Form.Item name="paperNo" label={t('decision.paperNo')}>
            <ShortText max={60} />
          </Form.Item>
          <Form.Item name="price" label={priceLabel}>
            <MoneyInput />
          </Form.Item>
        </div>
        <Form.Item name="decided" label={t('decision.decided')}>
          <LongText autoSize={{ minRows: 3, maxRows: 8 }} max={1000} />
        </Form.Item>
        <Form.Item name="withdrew" label={t('decision.withdrew')} extra={t('decisionHelp.withdrew')}>
          <ShortText max={300} />
        </Form.Item>
        <Form.Item name="fileId" label={t('decision.fileId')} extra={t('decisionHelp.fileId')}>
          <UploadOne />
        </Form.Item>
        {corrects ? (
          <Form.Item name="correctionReason" label={t('decision.correctionReason')}>
            <ShortText max={300} />
          </Form.Item>
        ) : null}
      </ZodForm>
    </Modal>
  );
}
