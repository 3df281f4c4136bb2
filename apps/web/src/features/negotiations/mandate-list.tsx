import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { EmptyState, Loading, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { since } from '../../lib/format.js';
import { errorSentence } from '../../lib/sentences.js';
import { useAddress } from '../../lib/use-address.js';
import { RefuseHandoverDialog } from './refuse-handover-dialog.js';
import { mandateTone } from './negotiation-status.js';
import { acceptHandover, acceptMandate, declineMandate, getMandates, negotiationKeys, pageSize, refreshRoom, type Mandate } from './negotiations.api.js';

/** Mandates that one's organisation has given or was offered. */
export function MandateList() {
  const { t } = useTranslation('negotiations');
  const { page, change } = useAddress();
  const { data, error, refetch } = useQuery({ queryKey: negotiationKeys.mandates(page), queryFn: () => getMandates(page) });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={4} />;
  if (!data.items.length) return <EmptyState text={t('mandate.empty')} />;
  return (
    <>
      <ul className="mandates">
        {data.items.map((mandate) => (
          <MandateLine key={mandate.id} mandate={mandate} />
        ))}
      </ul>
      <Pagination
        current={page}
        pageSize={pageSize}
        total={data.total}
        hideOnSinglePage
        showSizeChanger={false}
        onChange={(to) => change({ page: String(to) })}
      />
    </>
  );
}

function MandateLine({ mandate: m }: { mandate: Mandate }) {
  const { t } = useTranslation('negotiations');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const ref = { id: m.id, version: m.version };
  const failed = (error: unknown) => void message.error(errorSentence(error));
  const accept = useMutation({
    mutationFn: async () => (m.demandId ? `/demands/${(await acceptHandover(ref)) ?? ''}` : `/negotiations/${(await acceptMandate(ref)) ?? ''}`),
    onSuccess: async (path) => {
      await refreshRoom();
      await navigate(path);
    },
    onError: failed,
  });
  const decline = useMutation({ mutationFn: () => declineMandate(ref), onError: failed, onSettled: () => refreshRoom() });
  const [isRefusing, setRefusing] = useState(false);
  const isAsked = m.availableActions.includes('accept');
  const room = m.demandId ? `/demands/${m.demandId}` : `/negotiations/${m.negotiationId ?? ''}`;
  return (
    <li className="mandate">
      <div className="mandate-head">
        <strong>{m.status === 'ACCEPTED' ? <Link to={room}>{m.title}</Link> : m.title}</strong>
        <StatusTag tone={mandateTone[m.status]}>{t(`mandateStatus.${m.status}`)}</StatusTag>
      </div>
      <div className="muted">
        {t('mandate.between', { client: m.clientName ?? '', broker: m.brokerFirmName ?? '', when: since(m.createdAt) })}
      </div>
      <div>{m.scope}</div>
      <div className="num">
        {t('broker.commission', { percent: m.commissionPermille / 10 })}
        {m.until ? ` · ${t('handover.until', { day: m.until })}` : ''}
        {m.dueOn && m.status === 'GRANTED' ? ` · ${t('handover.dueOn', { day: m.dueOn })}` : ''}
      </div>
      {m.refusal ? <div className="muted">{[t(`handover.refusal.${m.refusal}`), m.refusalNote].filter(Boolean).join('：')}</div> : null}
      {m.demandId && m.status === 'ACCEPTED' ? (
        <div className="room-actions">
          <Link to={`/demands/${m.demandId}/matches`}>{t('handover.matches')}</Link>
        </div>
      ) : null}
      {isAsked ? (
        <div className="room-actions">
          <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate()}>
            {t(m.demandId ? 'handover.accept' : 'mandate.accept')}
          </Button>
          <Button loading={decline.isPending} onClick={() => (m.demandId ? setRefusing(true) : decline.mutate())}>
            {t('mandate.decline')}
          </Button>
          <RefuseHandoverDialog open={isRefusing} mandate={ref} onClose={() => setRefusing(false)} />
        </div>
      ) : null}
    </li>
  );
}
