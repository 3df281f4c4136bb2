import { useQuery } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MandateStatus } from '@jihui/domain';
import { Panel, StatusTag, type Tone } from '@jihui/ui';
import { errorSentence } from '../../lib/sentences.js';
import { getHandovers, handoverKeys, withdrawHandover, type Handover } from './handovers.api.js';

const tone: Record<MandateStatus, Tone> = { GRANTED: 'attention', ACCEPTED: 'good', DECLINED: 'bad', WITHDRAWN: 'neutral', LAPSED: 'neutral' };

/** To whom a demand was handed over, and what came of it; for its owner and the broker. */
export function HandoverPanel({ demandId }: { demandId: string }) {
  const { t } = useTranslation('negotiations');
  const { data } = useQuery({ queryKey: handoverKeys.of(demandId), queryFn: () => getHandovers(demandId) });
  if (!data?.length) return null;
  return (
    <Panel title={t('handover.title')}>
      <ul className="fit-list">
        {data.map((handover) => (
          <Line key={handover.id} handover={handover} />
        ))}
      </ul>
    </Panel>
  );
}

function Line({ handover: h }: { handover: Handover }) {
  const { t } = useTranslation('negotiations');
  const { message } = App.useApp();
  return (
    <li>
      <div className="fit-head">
        <strong>{h.brokerFirmName}</strong>
        <StatusTag tone={tone[h.status]}>{t(`mandateStatus.${h.status}`)}</StatusTag>
        <span className="num">{t('broker.commission', { percent: h.commissionPermille / 10 })}</span>
        {h.until ? <span className="num">{t('handover.until', { day: h.until })}</span> : null}
        {h.dueOn && h.status === 'GRANTED' ? <span className="num">{t('handover.dueOn', { day: h.dueOn })}</span> : null}
      </div>
      <div className="muted">{h.scope}</div>
      {h.refusal ? <div>{[t(`handover.refusal.${h.refusal}`), h.refusalNote].filter(Boolean).join('：')}</div> : null}
      {h.availableActions.includes('withdraw') ? (
        <div>
          <Popconfirm
            title={t('handover.withdrawSure')}
            okText={t('handover.withdraw')}
            onConfirm={() => withdrawHandover(h).catch((error: unknown) => message.error(errorSentence(error)))}
          >
            <Button size="small">{t('handover.withdraw')}</Button>
          </Popconfirm>
        </div>
      ) : null}
    </li>
  );
}
