import { useTranslation } from 'react-i18next';
import { History } from '@jihui/ui';
import { eventNote, eventWord } from '../../lib/events.js';
import { moment } from '../../lib/format.js';
import { changedFields, sittings } from '../../lib/history-lines.js';
import type { Demand } from './demands.api.js';

type Line = NonNullable<Demand['history']>[number];

/** What happened to it, by whom, and which fields or for which reason. */
export function DemandHistory({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation('demands');
  const note = ({ data }: { data: unknown }): string | undefined =>
    changedFields(data)
      .map((f) => t(`field.${f}` as 'field.title'))
      .join('、') || eventNote(data);
  return (
    <History
      lines={sittings(lines).map((l) => ({
        key: l.id,
        when: moment(l.at),
        what: eventWord(l.event),
        who: `${l.actorName} · ${l.organisationName}`,
        note: note(l),
      }))}
    />
  );
}
