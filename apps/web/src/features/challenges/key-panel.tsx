import { useTranslation } from 'react-i18next';
import { Facts, Panel } from '@jihui/ui';
import { moment } from '../../lib/format.js';
import type { Challenge } from './challenges.api.js';

/** Who holds the two keys, and who has given his. */
export function KeyPanel({ challenge: c }: { challenge: Challenge }) {
  const { t } = useTranslation('challenges');
  const holders = [0, 1].map((i) => c.keyHolders[i]);
  return (
    <Panel title={t('key.title')}>
      <Facts
        items={holders.map((h, i) => ({
          label: t('key.holder', { n: i + 1 }),
          value: h
            ? `${h.name}${h.isMe ? t('key.me') : ''}　${h.givenAt ? t('key.given', { moment: moment(h.givenAt) }) : t('key.kept')}`
            : t('key.open'),
        }))}
      />
      {c.openedAt ? (
        <p className="num">{t('key.opened', { moment: moment(c.openedAt), count: c.claimCount ?? 0 })}</p>
      ) : (
        <p className="muted">{t('key.hint')}</p>
      )}
    </Panel>
  );
}
