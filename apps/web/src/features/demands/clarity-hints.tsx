import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { clarityOf } from '@jihui/domain';
import { contentOf } from './demand-content.js';
import { demandKeys, getDemand } from './demands.api.js';

const shown = 4;

/** The heaviest open points of a published demand, for an owner whom nothing was found for. */
export function ClarityHints({ demandId }: { demandId: string }) {
  const { t } = useTranslation('demands');
  const { data: demand } = useQuery({ queryKey: demandKeys.one(demandId), queryFn: () => getDemand(demandId) });
  if (!demand) return null;
  const { points, score } = clarityOf(contentOf(demand));
  const open = points.filter((p) => !p.met).sort((a, b) => b.weight - a.weight);
  return (
    <>
      <span>{t('clarity.score', { score })}</span>
      <ul style={{ margin: '4px 0', paddingInlineStart: 18 }}>
        {open.slice(0, shown).map(({ point, weight }) => (
          <li key={point}>
            {t(`clarity.${point}`)} <span className="muted num">+{t('clarity.weight', { n: weight })}</span>
          </li>
        ))}
      </ul>
      {demand.isOwn ? <Link to={`/demands/${demandId}`}>{t('clarity.revise')}</Link> : null}
    </>
  );
}
