import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatYuan } from '@jihui/domain';
import { Facts, StatusTag } from '@jihui/ui';
import { deadline } from '../../lib/format.js';
import { money } from '../../lib/money.js';
import type { Contract } from './contracts.api.js';

function Amount({ fen }: { fen: string | null }) {
  const { t } = useTranslation('contracts');
  if (!fen) return <span className="muted">{t('page.empty')}</span>;
  return (
    <strong className="num" title={formatYuan(fen)}>
      {money(fen)}
    </strong>
  );
}

/** What one decides by, in short. */
export function ContractFacts({ contract: c }: { contract: Contract }) {
  const { t } = useTranslation(['contracts', 'codes']);
  const due = c.dueOn ? deadline(c.dueOn) : null;
  return (
    <Facts
      items={[
        due
          ? {
              label: t('page.due'),
              value: (
                <StatusTag
                  tone={due.tone === 'late' ? 'bad' : due.tone === 'soon' ? 'attention' : 'neutral'}
                >{`${c.dueOn} · ${due.text}`}</StatusTag>
              ),
            }
          : null,
        { label: t('field.totalAmount'), value: <Amount fen={c.totalAmount} /> },
        { label: t('field.techAmount'), value: <Amount fen={c.techAmount} /> },
        { label: t('field.type'), value: t(`codes:contractType.${c.type}`) },
        c.techField ? { label: t('field.techField'), value: t(`codes:techField.${c.techField}`) } : null,
        { label: t('field.paymentMode'), value: t(`codes:paymentMode.${c.paymentMode}`) },
        c.signedOn ? { label: t('field.signedOn'), value: <span className="num">{c.signedOn}</span> } : null,
        c.startsOn && c.endsOn
          ? { label: t('page.term'), value: <span className="num">{t('page.termOf', { from: c.startsOn, to: c.endsOn })}</span> }
          : null,
        c.achievement
          ? { label: t('page.achievement'), value: <Link to={`/achievements/${c.achievement.id}`}>{c.achievement.title}</Link> }
          : null,
        c.demand ? { label: t('page.demand'), value: <Link to={`/demands/${c.demand.id}`}>{c.demand.title}</Link> } : null,
      ]}
    />
  );
}

/** Who concludes it, and who has agreed to it as it stands. */
export function ContractParties({ contract: c, withConfirmations = false }: { contract: Contract; withConfirmations?: boolean }) {
  const { t } = useTranslation('contracts');
  const side = (party: Contract['seller'], confirmed: number | null) => (
    <>
      <Link to={`/organisations/${party.id}`}>{party.name}</Link>
      {party.verified ? null : <StatusTag tone="bad">{t('page.unverified')}</StatusTag>}
      {withConfirmations ? (
        <div className={confirmed === c.revision ? 'check-good' : 'muted'}>
          {t(confirmed === c.revision ? 'page.confirmed' : 'page.notConfirmed')}
        </div>
      ) : null}
    </>
  );
  return (
    <Facts
      items={[
        { label: t('party.seller'), value: side(c.seller, c.sellerConfirmedRevision) },
        { label: t('party.buyer'), value: side(c.buyer, c.buyerConfirmedRevision) },
        c.broker ? { label: t('party.broker'), value: <Link to={`/organisations/${c.broker.id}`}>{c.broker.name}</Link> } : null,
        c.branch ? { label: t('party.branch'), value: c.branch.name } : null,
        c.negotiationId
          ? { label: t('page.negotiation'), value: <Link to={`/negotiations/${c.negotiationId}`}>{t('page.openNegotiation')}</Link> }
          : null,
      ]}
    />
  );
}
