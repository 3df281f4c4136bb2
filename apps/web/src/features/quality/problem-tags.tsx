import { useTranslation } from 'react-i18next';
import type { QualityProblem } from '@jihui/domain';
import { StatusTag, type Tone } from '@jihui/ui';
import type { QualityItem } from './quality.api.js';

const tones: Record<QualityProblem, Tone> = {
  MISSING: 'neutral',
  VAGUE: 'neutral',
  NO_TRL_EVIDENCE: 'neutral',
  DUE: 'attention',
  HIDDEN: 'bad',
  DUPLICATE: 'attention',
  DOUBLE: 'bad',
  PATENT_ENDED: 'bad',
  PATENT_ENDING: 'attention',
};

/** What is wrong with an item, and which of its points nobody has answered. */
export function ProblemTags({ item }: { item: QualityItem }) {
  const { t } = useTranslation('quality');
  const words: Record<string, string> = t('missing', { returnObjects: true });
  return (
    <div style={{ minWidth: 150 }}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 4 }}>
        {item.problems.map((problem) => (
          <StatusTag key={problem} tone={tones[problem]}>
            {t(`problem.${problem}.name`)}
          </StatusTag>
        ))}
      </div>
      {item.missing.length ? (
        <div className="muted" style={{ fontSize: 13, marginTop: 4 }}>
          {t('missing.title')}
          {item.missing.map((field) => words[field] ?? field).join('、')}
        </div>
      ) : null}
    </div>
  );
}
