import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { TierSubject } from '@jihui/domain';
import { Panel, StatusTag } from '@jihui/ui';
import { ReaderPart } from './reader-part.js';
import { getParts, tierKeys, type ConfidentialPart } from './tiers.api.js';
import './tiers.css';

// The page is public; the owner's tools are fetched by the owner.
const OwnerPart = lazy(async () => ({ default: (await import('./owner-part.js')).OwnerPart }));

/** Beside the form that writes an achievement's confidential text, the panel holds files and terms only. */
type Props = { kind: TierSubject; id: string; besideText?: boolean };

/** The confidential parts of an item or a room: for each reader the way in, for the owner its terms and who opened it. */
export function ConfidentialPanel({ kind, id, besideText = false }: Props) {
  const { t } = useTranslation('tiers');
  const { data } = useQuery({ queryKey: tierKeys.parts(kind, id), queryFn: () => getParts(kind, id) });
  return data?.map((part) => (
    <Panel
      key={part.ownerId ?? part.subjectId}
      id="confidential"
      title={kind === 'NEGOTIATION' && part.ownerName ? t('ofOwner', { owner: part.ownerName }) : t(besideText ? 'filesAndTerms' : 'title')}
      extra={<Standing part={part} />}
    >
      {part.state === 'OWNER' ? (
        <Suspense>
          <OwnerPart part={part} besideText={besideText} />
        </Suspense>
      ) : (
        <ReaderPart part={part} />
      )}
    </Panel>
  ));
}

function Standing({ part }: { part: ConfidentialPart }) {
  const { t } = useTranslation('tiers');
  if (part.state === 'OWNER') return <span className="muted">{t('sub.own')}</span>;
  if (part.state === 'CLOSED') return <StatusTag tone="neutral">{t('sub.closed')}</StatusTag>;
  if (part.state === 'OPEN') return <StatusTag tone="good">{t('sub.open', { day: part.nda?.openUntil ?? '' })}</StatusTag>;
  return null;
}
