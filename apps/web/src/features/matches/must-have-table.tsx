import { useTranslation } from 'react-i18next';
import { moneyRange } from '../../lib/money.js';
import { trlWord } from '../../lib/trl.js';
import { Verdict } from './match-figures.js';
import type { Explanation } from './explanation.api.js';

type Row = { key: string; name: string; asked: string; said: string; verdict: Explanation['match']['mustHaves'][number]['verdict'] };

/** What the demand insists on, what the achievement says of it, and whether that will do. */
export function MustHaveTable({ match }: { match: Explanation['match'] }) {
  const { t } = useTranslation('matches');
  const rows = useRows(match);
  if (!rows.length) return <p className="muted match-note">{t('noMustHaves')}</p>;
  return (
    <>
      <div className="match-table match-answers">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('answer.name')}</th>
              <th scope="col">{t('answer.asked')}</th>
              <th scope="col">{t('answer.said')}</th>
              <th scope="col">{t('answer.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                <td className="num">{row.asked}</td>
                <td className="num">{row.said || <span className="muted">{t('answer.unsaid')}</span>}</td>
                <td>
                  <Verdict verdict={row.verdict}>{t(`verdict.${row.verdict}`)}</Verdict>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="muted match-note">{t('answer.note')}</p>
    </>
  );
}

function useRows({ mustHaves, indicators, demand, achievement }: Explanation['match']): Row[] {
  const { t } = useTranslation(['matches', 'codes']);
  const level = (trl: number | null | undefined): string => (trl ? `TRL ${trl} ${trlWord(trl)}` : '');
  const price = achievement?.priceMode === 'NEGOTIABLE' ? '' : moneyRange(achievement?.priceMin ?? null, achievement?.priceMax ?? null);
  const conditions = mustHaves.map(({ kind, verdict }): Row => {
    if (kind === 'TRL') return { key: kind, verdict, name: t('answer.TRL'), asked: `≥ ${level(demand?.minTrl)}`, said: level(achievement?.trl) };
    return { key: kind, verdict, name: t('answer.BUDGET'), asked: `≤ ${moneyRange(null, demand?.budgetMax ?? null)}`, said: price };
  });
  const figures = indicators.map(({ name, verdict, said }, i): Row => {
    const asked = demand?.indicators[i];
    return { key: `${i} ${name}`, verdict, name, asked: asked ? valueOf(asked, t(`codes:indicatorOp.${asked.op}`)) : '', said: said.join('；') };
  });
  return [...figures, ...conditions];
}

function valueOf({ op, value, unit }: NonNullable<Explanation['match']['demand']>['indicators'][number], sign: string): string {
  return `${op === 'TEXT' || op === 'RANGE' ? '' : `${sign} `}${value}${unit ? ` ${unit}` : ''}`;
}
