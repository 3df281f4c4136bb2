import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../app/session.js';
import type { Contract } from './contracts.api.js';

/** Why it came back, or for whom one waits. */
export function ContractNotices({ contract: c }: { contract: Contract }) {
  const { t } = useTranslation('contracts');
  const { me } = useSession();
  const side =
    me?.organisation?.id === c.seller.id
      ? c.sellerConfirmedRevision
      : me?.organisation?.id === c.buyer.id
        ? c.buyerConfirmedRevision
        : null;
  const style = { marginBottom: 16, whiteSpace: 'pre-line' } as const;
  if (c.returnReason) {
    return (
      <Alert
        type="warning"
        showIcon
        title={t('page.returnedTitle')}
        style={style}
        description={
          <>
            <div>{c.returnReason}</div>
            {c.availableActions.includes('edit') ? <div className="muted">{t('page.returnedHint')}</div> : null}
          </>
        }
      />
    );
  }
  if (c.status === 'REFUSED' && c.refusalCode)
    return (
      <Alert
        type="error"
        showIcon
        title={t('page.refusedTitle', { code: t(`refusal.${c.refusalCode}`) })}
        description={
          <>
            <div>{c.refusalReason}</div>
            <Link to={`/contracts/${c.id}?tab=after`}>{t(me?.organisation?.id === c.seller.id ? 'page.mayAskReview' : 'page.review')}</Link>
          </>
        }
        style={style}
      />
    );
  if (c.status === 'DRAFT' && side === c.revision) return <Alert type="info" showIcon title={t('wait.otherSide')} style={style} />;
  if (c.status === 'CONFIRMED' && !c.availableActions.includes('submit'))
    return <Alert type="info" showIcon title={t('wait.seller')} style={style} />;
  return null;
}
