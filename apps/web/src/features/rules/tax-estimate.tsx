import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Collapse } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shanghaiDay, type TaxEstimateInput } from '@jihui/domain';
import { Loading, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { signedYuan } from '../../lib/explained.js';
import { Citations, ExplainedLines } from '../../lib/explained-lines.js';
import { EstimateForm } from './estimate-form.js';
import { getEstimate, type Estimated } from './rules.api.js';

/** 税收与补助估算: the figures it rests on, what comes out for each side, and on what ground. */
export function TaxEstimate({ initial, open = false, subject }: { initial: TaxEstimateInput; open?: boolean; subject?: string }) {
  const { t } = useTranslation('rules');
  const [input, setInput] = useState(initial);
  const { data, error, refetch } = useQuery({ queryKey: ['tax-estimate', input], queryFn: () => getEstimate(input), placeholderData: (before) => before });
  return (
    <Panel
      title={t('estimate.title')}
      extra={
        <Button icon={<PrinterOutlined />} className="no-print" onClick={() => window.print()}>
          {t('estimate.print')}
        </Button>
      }
    >
      <Alert type="warning" showIcon title={t('estimate.disclaimer')} description={t('estimate.disclaimerMore')} style={{ marginBottom: 12 }} />
      <p className="muted">
        {subject ? `${subject} · ` : ''}
        {t('estimate.asOf', { day: input.day, today: shanghaiDay(new Date()) })}
      </p>
      <div className="no-print">
        <Collapse
          defaultActiveKey={open ? ['figures'] : []}
          items={[{ key: 'figures', label: t('estimate.figures'), forceRender: true, children: <EstimateForm initial={initial} onCount={setInput} /> }]}
          style={{ marginBottom: 16 }}
        />
      </div>
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      {data ? (
        <div className="estimate-parts">
          {data.parts.map((part) => (
            <Part key={part.code} part={part} />
          ))}
        </div>
      ) : error ? null : (
        <Loading rows={6} />
      )}
    </Panel>
  );
}

function Part({ part }: { part: Estimated['parts'][number] }) {
  const { t } = useTranslation('rules');
  return (
    <section className="estimate-part">
      <h3>{t(`part.${part.code}` as 'part.STAMP_DUTY')}</h3>
      <div className="estimate-sum num">
        {part.fen === null ? <span className="muted">{t(`outcome.${part.outcome}` as 'outcome.NO_RULE')}</span> : signedYuan(part.fen)}
      </div>
      <ExplainedLines lines={part.lines} />
      <Citations rules={part.rules} />
    </section>
  );
}
