import { useTranslation } from 'react-i18next';
import { History } from '@jihui/ui';
import { eventWord } from '../../lib/events.js';
import { moment } from '../../lib/format.js';
import type { Contract } from './contracts.api.js';

const verbs = [
  'drafted',
  'edited',
  'confirmed',
  'submitted',
  'cancelled',
  'accepted',
  'claimed',
  'firstApproved',
  'registered',
  'returned',
  'refused',
  'fileAdded',
  'fileRemoved',
] as const;
const isRecord = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null;

/** Who did what when, newest first. */
export function ContractHistory({ lines }: { lines: Contract['history'] }) {
  const { t } = useTranslation('contracts');
  const note = (data: unknown): string | undefined => {
    if (!isRecord(data)) return undefined;
    if (Array.isArray(data['fields'])) return data['fields'].map((f) => t(`field.${String(f)}` as 'field.title')).join('、');
    if ('because' in data) return [data['from'], data['to']].map((name) => (typeof name === 'string' ? name : t('desk.share.NOBODY'))).join(' → ');
    const text = data['reason'] ?? data['number'] ?? data['name'];
    return typeof text === 'string' ? text : undefined;
  };
  return (
    <History
      lines={lines.map((l) => {
        const verb = verbs.find((v) => l.event === `contract.${v}`);
        const revision = isRecord(l.data) ? String(l.data['revision'] ?? '') : '';
        return {
          key: l.id,
          when: moment(l.at),
          what: verb ? t(`event.${verb}`, { revision }) : eventWord(l.event),
          who: `${l.actorName} · ${l.organisationName}`,
          note: note(l.data),
        };
      })}
    />
  );
}

/** The decisions of the branch with what was said. */
export function ContractReviews({ reviews }: { reviews: Contract['reviews'] }) {
  const { t } = useTranslation('contracts');
  return (
    <History
      lines={[...reviews]
        .reverse()
        .map((r) => ({
          key: r.id,
          when: moment(r.createdAt),
          what: r.decision === 'ACCEPT' ? t('decision.ACCEPT') : `${t(`stage.${r.stage}`)} · ${t(`decision.${r.decision}`)}`,
          who: r.reviewerName,
          note: r.opinion ?? undefined,
        }))}
    />
  );
}
