import { useTranslation } from 'react-i18next';
import type { MatterAction, MatterKind, MatterStatus } from '@jihui/domain';
import type { Tone } from '@jihui/ui';

/** The tone of each state; its word is `aftercare:status.*`. */
export const matterTone: Record<MatterStatus, Tone> = {
  PROPOSED: 'attention',
  FILED: 'active',
  EXAMINED: 'active',
  RETURNED: 'attention',
  GRANTED: 'good',
  REFUSED: 'bad',
  WITHDRAWN: 'neutral',
};

/** The words of a matter: a review upholds a decision or takes it back, it does not grant or refuse one. */
export function useMatterWords(kind: MatterKind) {
  const { t } = useTranslation('aftercare');
  const isReview = kind === 'REVIEW';
  return {
    status: (status: MatterStatus): string => (isReview && (status === 'GRANTED' || status === 'REFUSED') ? t(`reviewed.${status}`) : t(`status.${status}`)),
    action: (action: MatterAction): string => (isReview && (action === 'grant' || action === 'refuse') ? t(`reviewed.${action}`) : t(`action.${action}`)),
    done: (action: MatterAction): string => (isReview && (action === 'grant' || action === 'refuse') ? t(`reviewed.done.${action}`) : t(`done.${action}`)),
    grantAsk: isReview ? t('reviewed.ask') : t('grantAsk', { kind: t(`kind.${kind}`) }),
  };
}
