import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Pagination } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { EmptyState, Loading, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { since } from '../../lib/format.js';
import { errorSentence } from '../../lib/sentences.js';
import { useAddress } from '../../lib/use-address.js';
import { mandateTone } from './negotiation-status.js';
import { acceptMandate, declineMandate, getMandates, negotiationKeys, pageSize, refreshRoom, type Mandate } from './negotiations.api.js';

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
    mutationFn: () => acceptMandate(ref),
    onSuccess: async (id) => {
      await refreshRoom();
      await navigate(`/negotiations/${id}`);
    },
    onError: failed,
  });
  const decline = useMutation({ mutationFn: () => declineMandate(ref), onError: failed, onSettled: () => refreshRoom() });
  const isAsked = m.availableActions.length > 0;
  return (
    <li className="mandate">
      <div className="mandate-head">
        <strong>{m.status === 'ACCEPTED' ? <Link to={`/negotiations/${m.negotiationId}`}>{m.title}</Link> : m.title}</strong>
        <StatusTag tone={mandateTone[m.status]}>{t(`mandateStatus.${m.status}`)}</StatusTag>
      </div>
      <div className="muted">
        {t('mandate.between', { client: m.clientName ?? '', broker: m.brokerFirmName ?? '', when: since(m.createdAt) })}
      </div>
      <div>{m.scope}</div>
      <div className="num">{t('broker.commission', { percent: m.commissionPermille / 10 })}</div>
      {isAsked ? (
        <div className="room-actions">
          <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate()}>
            {t('mandate.accept')}
          </Button>
          <Button loading={decline.isPending} onClick={() => decline.mutate()}>
            {t('mandate.decline')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
