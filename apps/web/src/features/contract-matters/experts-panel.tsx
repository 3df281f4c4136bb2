import { App, Button, Form, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { certaintyMark, expertOpinion, expertStep, fewestExperts, shanghaiDay } from '@jihui/domain';
import { Panel, StatusTag, ZodForm } from '@jihui/ui';
import { LongText, ShortText } from '../../lib/limited-text.js';
import { money } from '../../lib/money.js';
import { useRuleBook } from '../../lib/rule-book.js';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { concludeExperts, hearExpert, refreshMatters, type AfterContract } from './matters.api.js';

/** 专家评审: who was heard and what they said; for the branch alone. */
export function ExpertsPanel({ contract: c }: { contract: AfterContract }) {
  const { t } = useTranslation(['aftercare', 'common']);
  const { message } = App.useApp();
  const [isHearing, setHearing] = useState(false);
  const rule = useRuleBook()?.on('EXAMINATION_DRAFT', shanghaiDay(new Date()));
  const may = c.availableActions.includes('concludeExperts');
  const conclude = async () => {
    try {
      await concludeExperts(c);
      void message.success(t('concluded'));
    } catch (error) {
      void message.error(errorSentence(error));
    }
    await refreshMatters();
  };
  return (
    <Panel
      title={`${t('experts')} · ${t('heard', { count: c.expertOpinions.length })}`}
      extra={
        may ? (
          <>
            <Button onClick={() => setHearing(true)}>{t('hear')}</Button>
            <Button type="primary" disabled={c.expertOpinions.length < fewestExperts} onClick={() => void conclude()}>
              {t('conclude')}
            </Button>
          </>
        ) : null
      }
    >
      {rule ? (
        <p className="muted">{t('expertsLead', { from: money(rule.value.expertFrom), count: fewestExperts, basis: rule.basis, mark: certaintyMark[rule.certainty] })}</p>
      ) : null}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 12 }}>
        {c.expertOpinions.map((o) => (
          <li key={o.id}>
            <strong>{o.name}</strong> <span className="muted">{o.unit}</span>{' '}
            <StatusTag tone={o.supports ? 'good' : 'bad'}>{t(o.supports ? 'supports.yes' : 'supports.no')}</StatusTag>
            <div style={{ whiteSpace: 'pre-line' }}>{o.opinion}</div>
          </li>
        ))}
      </ul>
      <Modal open={isHearing} title={t('hear')} footer={null} onCancel={() => setHearing(false)} destroyOnHidden>
        <ZodForm
          schema={expertOpinion}
          keptAs={`expert ${c.id}`}
          initialValues={{ contractId: c.id, name: '', unit: '', supports: true, opinion: '' }}
          onSubmit={async (input) => {
            await hearExpert(input);
            setHearing(false);
            await refreshMatters();
          }}
          refusalOf={refusalOf}
          sentenceOf={issueSentence}
          labelOf={(path) => t(`field.${path === 'opinion' ? 'expertOpinion' : path}` as 'field.name')}
          summaryTitle={t('common:formErrorsTitle')}
          submitText={t('hear')}
        >
          <Form.Item name="name" label={t('field.name')}>
            <ShortText max={40} />
          </Form.Item>
          <Form.Item name="unit" label={t('field.unit')}>
            <ShortText max={80} />
          </Form.Item>
          <Form.Item name="supports" label={t('field.supports')}>
            <Radio.Group
              options={[
                { value: true, label: t('supports.yes') },
                { value: false, label: t('supports.no') },
              ]}
            />
          </Form.Item>
          <Form.Item name="opinion" label={t('field.expertOpinion')}>
            <LongText autoSize={{ minRows: 3, maxRows: 10 }} max={2000} />
          </Form.Item>
        </ZodForm>
      </Modal>
    </Panel>
  );
}

/** Whether the experts' part is worth showing. */
export const hearsExperts = (c: AfterContract, book: ReturnType<typeof useRuleBook>): boolean =>
  c.status === 'EXPERT_REVIEW' || c.expertOpinions.length > 0 || (c.status === 'FIRST_REVIEW' && book !== null && book !== undefined && expertStep(c.techAmount, book, shanghaiDay(new Date())) !== null);
