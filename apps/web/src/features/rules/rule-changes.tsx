import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState, Loading, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { eventWord } from '../../lib/events.js';
import { ruleTitle } from '../../lib/explained.js';
import { moment } from '../../lib/format.js';
import { rulesKey } from '../../lib/rule-book.js';
import { getChanges, type RuleChange } from './rules.api.js';

/** Who has amended which rule, and which year's holidays were imported. */
export function RuleChanges() {
  const { t } = useTranslation('rules');
  const { data, error, refetch } = useQuery({ queryKey: [...rulesKey, 'changes'], queryFn: getChanges });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={4} />;
  if (!data.length) return <EmptyState text={t('noChanges')} />;
  return (
    <Panel>
      <ul className="citations" style={{ margin: 0 }}>
        {data.map((c) => (
          <li key={c.id}>
            <span className="num">{moment(c.at)}</span> <strong>{eventWord(c.event)}</strong> <ChangeNote change={c} />{' '}
            <span className="muted">{`${c.actorName} · ${c.organisationName}`}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ChangeNote({ change }: { change: RuleChange }) {
  const { t } = useTranslation('rules');
  const data: Record<string, unknown> = typeof change.data === 'object' && change.data !== null ? { ...change.data } : {};
  if (typeof data['key'] === 'string') return <>{t('changed', { rule: ruleTitle(data['key']), day: data['validFrom'] })}</>;
  return <>{t('imported', { year: data['year'], days: data['days'] })}</>;
}
