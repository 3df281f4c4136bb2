import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { complexityPoints, type DemandRoute } from '@jihui/domain';
import { Panel, StatusTag } from '@jihui/ui';

type Props = {
  complexity: { score: number; route: DemandRoute; reasons: readonly { point: string; adds: number; found: readonly string[] }[] };
};
const tone = { SELF: 'good', HINT: 'neutral', BROKER: 'attention' } as const;

/** Which way a demand is advised to go, alone or with a broker, and why. */
export function ComplexityPanel({ complexity: { score, route, reasons } }: Props) {
  const { t } = useTranslation('demands');
  const sentence = (point: string, found: readonly string[]): string => {
    const known = complexityPoints.find((p) => p === point);
    return known ? t(`complexity.reason.${known}`, { found: found.join('、'), months: 12 - Number(found[0]) + 1 }) : point;
  };
  return (
    <Panel title={t('complexity.title')} extra={<StatusTag tone={tone[route]}>{t(`complexity.route.${route}`)}</StatusTag>}>
      <p style={{ marginTop: 0 }}>{t(`complexity.advice.${route}`)}</p>
      <p className="muted num" style={{ margin: '0 0 6px' }}>
        {t('complexity.score', { score })}
      </p>
      {reasons.length ? (
        <ul className="hint-list">
          {reasons.map(({ point, adds, found }) => (
            <li key={point}>
              <span>{sentence(point, found)}</span>
              <span className="muted num hint-weight">{t('complexity.adds', { n: adds })}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{t('complexity.none')}</p>
      )}
      <p style={{ display: 'flex', gap: 16, flexWrap: 'wrap', margin: '10px 0 0' }}>
        {route === 'SELF' ? null : <Link to="?role=BROKER#people">{t('complexity.brokers')}</Link>}
      </p>
    </Panel>
  );
}
