import { useTranslation } from 'react-i18next';
import { qualificationState, shanghaiDay } from '@jihui/domain';
import { StatusTag, type Tone } from '@jihui/ui';
import type { Person } from './people.api.js';

const tone: Record<ReturnType<typeof qualificationState>, Tone> = { VALID: 'good', ENDING: 'attention', EXPIRED: 'bad' };

/** Certificates with how they stand today. */
export function CertificateList({ certificates }: { certificates: Person['certificates'] }) {
  const { t } = useTranslation('people');
  return (
    <ul className="person-links">
      {certificates.map((c) => {
        const state = qualificationState(c.expiresOn, shanghaiDay(new Date()));
        return (
          <li key={`${c.name} ${c.number}`}>
            <strong>{c.name}</strong> <StatusTag tone={tone[state]}>{t(`certificateState.${state}`)}</StatusTag>
            <div className="muted num">
              {[
                t(`certificateKind.${c.kind}`),
                c.issuer,
                c.number,
                c.issuedOn ? t('page.issued', { day: c.issuedOn }) : '',
                c.expiresOn ? t('page.expires', { day: c.expiresOn }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
