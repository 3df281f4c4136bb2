import { App, Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Facts, Panel, StatusTag } from '@jihui/ui';
import { moment } from '../../lib/format.js';
import { errorSentence } from '../../lib/sentences.js';
import { claimTone } from './challenge-status.js';
import { ClaimContentView } from './claim-content.js';
import { refreshAll, retractClaim, type Challenge } from './challenges.api.js';

/** The claim of one's own organisation: its receipt while it is sealed, its scores and the reason in the end. */
export function OwnClaim({ challenge: c }: { challenge: Challenge }) {
  const { t } = useTranslation(['challenges', 'common']);
  const { message, modal } = App.useApp();
  const claim = c.claims.find((k) => k.isOwn);
  if (!claim) return null;
  const retract = () =>
    modal.confirm({
      title: t('action.retract'),
      content: t('ask.retract'),
      okText: t('action.retract'),
      cancelText: t('common:cancel'),
      onOk: async () => {
        try {
          await retractClaim(c.id);
          await refreshAll();
        } catch (error) {
          void message.error(errorSentence(error));
        }
      },
    });
  return (
    <Panel title={t('claim.own')} extra={<StatusTag tone={claimTone[claim.status]}>{t(`claimStatus.${claim.status}`)}</StatusTag>}>
      <Facts
        items={[
          { label: t('claim.receivedAt'), value: <span className="num">{moment(claim.submittedAt)}</span> },
          { label: t('claim.digest'), value: <code>{claim.digest}</code> },
          { label: t('claim.refusalReason'), value: claim.refusalReason },
          claim.result
            ? {
                label: t('claim.place'),
                value: t('claim.placeLine', { rank: claim.result.rank, points: (claim.result.total / 100).toFixed(2) }),
              }
            : null,
          { label: t('claim.reason'), value: claim.outcomeReason },
        ]}
      />
      {claim.result ? (
        <Table
          rowKey="criterion"
          size="small"
          style={{ marginTop: 12 }}
          pagination={false}
          dataSource={claim.result.byCriterion}
          columns={[
            { title: t('criterion.name'), dataIndex: 'criterion', key: 'criterion' },
            { title: t('score.points'), key: 'points', render: (_, p) => <span className="num">{(p.points / 100).toFixed(2)}</span> },
          ]}
        />
      ) : null}
      {claim.content !== null ? (
        <details style={{ marginTop: 12 }}>
          <summary>{t('claim.content')}</summary>
          <ClaimContentView content={claim.content} />
        </details>
      ) : null}
      {claim.status === 'SEALED' ? <p className="muted">{t(`claim.${sealedHint(c.status)}`)}</p> : null}
      {claim.status === 'SEALED' && c.canClaim ? <Button onClick={retract}>{t('action.retract')}</Button> : null}
    </Panel>
  );
}

/** Until the deadline it can be replaced, then it waits for the two holders; of an item that ended before it is never opened. */
function sealedHint(status: Challenge['status']): 'sealedHint' | 'waitingHint' | 'neverHint' {
  if (status === 'CLAIM_OPEN') return 'sealedHint';
  return status === 'CLAIM_CLOSED' ? 'waitingHint' : 'neverHint';
}
