import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import { Alert, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { achievementClarityOf, type AchievementInput, type AchievementPoint } from '@jihui/domain';
import { Panel } from '@jihui/ui';
import { indicatorText } from '../../lib/indicator-text.js';

/** Where a point is answered: the field that a click leads to. */
const fieldOf: Record<AchievementPoint, string> = {
  summary: 'summary',
  better: 'advantages',
  figures: 'advantages',
  evidence: 'evidence',
  trl: 'trl',
  trlEvidence: 'trlEvidence',
  deliverables: 'deliverables',
  ip: 'ip',
  modes: 'transferModes',
  keywords: 'keywords',
};
const shownFillers = 2;
const shownIndicators = 6;
const shownCharacters = 40;

function goTo(id: string): void {
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}

/** What a buyer will ask and the text does not say yet, while it is written. */
export function AchievementHints({ content }: { content: AchievementInput }) {
  const { t } = useTranslation('achievements');
  const { score, points, fillers, indicators } = achievementClarityOf(content);
  return (
    <Panel title={t('clarity.title')}>
      <Progress percent={score} size="small" aria-label={t('clarity.score', { score })} format={() => t('clarity.points', { n: score })} />
      <p className="num" style={{ margin: '4px 0 10px' }} aria-live="polite">
        {t('clarity.count', { met: points.filter((p) => p.met).length, all: points.length })}
      </p>
      <ul className="hint-list">
        {points.map(({ point, met, weight }) => {
          const Icon = met ? CheckCircleFilled : MinusCircleOutlined;
          return (
            <li key={point}>
              <Icon aria-label={t(met ? 'clarity.met' : 'clarity.missing')} style={{ color: met ? '#2b7a4b' : '#697386', marginTop: 5 }} />
              {met ? (
                <span className="muted">{t(`clarity.point.${point}`)}</span>
              ) : (
                <a
                  href={`#${fieldOf[point]}`}
                  onClick={(e) => {
                    e.preventDefault();
                    goTo(fieldOf[point]);
                  }}
                >
                  {t(`clarity.point.${point}`)}
                </a>
              )}
              <span className="muted num hint-weight">{t('clarity.points', { n: weight })}</span>
            </li>
          );
        })}
      </ul>
      {indicators.length ? (
        <p style={{ margin: '12px 0 0' }}>
          <span className="muted">{t('clarity.read')}</span>
          {[...new Set(indicators.map((i) => indicatorText({ ...i, label: i.name })))].slice(0, shownIndicators).join('；')}
        </p>
      ) : null}
      {fillers.slice(0, shownFillers).map(({ kind, start, end }) => {
        const words = content.summary.slice(start, end).trim();
        return <Alert key={start} type="info" title={t(`clarity.filler.${kind}`)} description={`“${words.slice(0, shownCharacters)}${words.length > shownCharacters ? '…' : ''}”`} style={{ marginTop: 12 }} />;
      })}
    </Panel>
  );
}
