import { useTranslation } from 'react-i18next';
import { Panel } from '@jihui/ui';
import { useSession } from '../app/session.js';
import type { Achievement } from '../features/achievements/achievements.api.js';
import { PriceReference } from '../lib/price-reference.js';

/** For members who read an achievement: what contracts like it were worth. */
export function PricePanel({ achievement }: { achievement: Pick<Achievement, 'techField' | 'transferModes' | 'trl'> }) {
  const { t } = useTranslation('priceReference');
  const { me } = useSession();
  if (!me || !achievement.techField) return null;
  return (
    <Panel title={t('title')}>
      <PriceReference techField={achievement.techField} transferModes={achievement.transferModes} trl={achievement.trl} />
    </Panel>
  );
}
