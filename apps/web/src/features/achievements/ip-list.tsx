import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { parsePatentNumber, patentTermOf, patentTermState, shanghaiDay, type AchievementInput, type PatentTermState } from '@jihui/domain';
import { StatusTag, type Tone } from '@jihui/ui';

type Right = AchievementInput['ipRights'][number];

/** The rights of an achievement; a patent's filing year and expiry follow from its number. */
export function IpList({ rights }: { rights: readonly Right[] }) {
  const { t } = useTranslation(['achievements', 'codes']);
  const today = shanghaiDay(new Date());
  const termOf = ({ number, filedOn }: Right) => {
    const patent = number ? parsePatentNumber(number) : null;
    if (!patent) return null;
    const term = patentTermOf(patent, filedOn ?? null);
    const day = term.from === term.to ? term.to : t('ip.between', term);
    return { state: patentTermState(term, today), words: t('ip.term', { filed: filedOn ?? t('ip.year', { year: patent.filingYear }), day }) };
  };
  if (!rights.length) return <span className="muted">{t('page.noIp')}</span>;
  return (
    <>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 12 }}>
        {rights.map((right, n) => (
          <li key={n}>
            <div>
              <Tag style={{ marginInlineEnd: 8 }}>{t(`codes:ipKind.${right.kind}`)}</Tag>
              {right.title} <TermTag state={termOf(right)?.state} />
            </div>
            <div className="muted num" style={{ fontSize: 13 }}>
              {[right.number, t(`codes:ipStatus.${right.status}`), termOf(right)?.words].filter(Boolean).join(' · ')}
            </div>
          </li>
        ))}
      </ul>
      {rights.some((r) => termOf(r)) ? (
        <p className="muted" style={{ fontSize: 13, margin: '12px 0 0' }}>
          {t('ip.basis')}
        </p>
      ) : null}
    </>
  );
}

const tones: Record<Exclude<PatentTermState, 'RUNNING'>, Tone> = { ENDING: 'attention', MAY_HAVE_ENDED: 'attention', ENDED: 'bad' };

function TermTag({ state }: { state: PatentTermState | undefined }) {
  const { t } = useTranslation('achievements');
  return state && state !== 'RUNNING' ? <StatusTag tone={tones[state]}>{t(`ip.state.${state}`)}</StatusTag> : null;
}
