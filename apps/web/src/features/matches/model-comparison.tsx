import { useTranslation } from 'react-i18next';
import { MatchBand } from '@jihui/domain';
import type { Comparison, MatchModel } from './models.api.js';

type Figures = NonNullable<Comparison['candidate']>;
const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** What a candidate is worth beside the model in use: on labels that it has not seen, and in the lists of today. */
export function ModelComparison({
  comparison: { candidate, inUse, logLossGain, comparedOnMarket, moves, sample },
  similarity,
}: {
  comparison: Comparison;
  similarity: MatchModel['withSimilarity'];
}) {
  const { t } = useTranslation('matches');
  const [mean = 0, low = 0, high = 0] = logLossGain ?? [];
  const verdict = low > 0 ? t('models.better') : high < 0 ? t('models.worse') : t('models.unclear');
  const band = (name: string | null): string => {
    const known = MatchBand.safeParse(name).data;
    return known ? t(`band.${known}`) : t('models.notShown');
  };
  return (
    <>
      {candidate && inUse ? (
        <>
          <FiguresTable candidate={candidate} inUse={inUse} />
          <p className="num" style={{ marginBottom: 0 }}>
            {t('models.gain', { mean, low, high, verdict })}
          </p>
          <p className="muted match-note">{t(comparedOnMarket ? 'models.onMarket' : 'models.onShared')}</p>
          {similarity ? <SimilarityGains weights={similarity} /> : <p className="muted match-note">{t('models.sameOrder')}</p>}
        </>
      ) : null}
      <h3 className="match-sub">{t('models.moves')}</h3>
      {moves.length ? (
        <ul className="match-declined">
          {moves.map((m) => (
            <li key={`${m.from ?? ''} ${m.to ?? ''}`} className="num">
              {t('models.move', { from: band(m.from), to: band(m.to), pairs: m.pairs })}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('models.noMoves')}</p>
      )}
      <p className="muted match-note">{t(similarity ? 'models.laterWithSimilarity' : 'models.later')}</p>
      {sample.length ? <Sample sample={sample} /> : null}
    </>
  );
}

/** What the second feature brought on held-out demands, beside the cosine alone on the same pairs. */
function SimilarityGains({ weights: { embedder, report } }: { weights: NonNullable<MatchModel['withSimilarity']> }) {
  const { t } = useTranslation('matches');
  const signed = (x: number): string => `${x < 0 ? '−' : '+'}${Math.abs(x).toFixed(4)}`;
  const measures = [
    ['ndcg10', report.ndcg10],
    ['recall10', report.recall10],
    ['recall50', report.recall50],
    ['logLoss', report.logLoss],
  ] as const;
  return (
    <>
      <h3 className="match-sub">{t('models.gains', { embedder, pairs: report.pairs, demands: report.demands })}</h3>
      <ul className="match-declined">
        {measures.map(([name, { mean, low, high }]) => (
          <li key={name} className="num">
            {t(`models.gainOf.${name}`)} {`${signed(mean)} [${signed(low)} ${signed(high)}]`}
          </li>
        ))}
      </ul>
      <p className="muted match-note">{t('models.gainNote')}</p>
    </>
  );
}

function FiguresTable({ candidate, inUse }: { candidate: Figures; inUse: Figures }) {
  const { t } = useTranslation('matches');
  const rows: [string, (f: Figures) => string][] = [
    [t('models.ndcg'), (f) => `${f.ndcg10.toFixed(3)} [${f.ndcg10Low.toFixed(3)} – ${f.ndcg10High.toFixed(3)}]`],
    [t('models.logLoss'), (f) => f.logLoss.toFixed(4)],
    [t('models.calibration'), (f) => f.calibrationError.toFixed(4)],
    [t('models.strong'), (f) => t('models.strongOf', { share: percent(f.strongShare), pairs: f.strongPairs })],
  ];
  return (
    <div className="match-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('models.measure')}</th>
            <th scope="col">{t('models.candidate')}</th>
            <th scope="col">{t('models.now')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, show]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="num">{show(candidate)}</td>
              <td className="num">{show(inUse)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Sample({ sample }: { sample: Comparison['sample'] }) {
  const { t } = useTranslation('matches');
  return (
    <div className="match-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('models.sample')}</th>
            <th scope="col">{t('models.before')}</th>
            <th scope="col">{t('models.after')}</th>
          </tr>
        </thead>
        <tbody>
          {sample.map((pair) => (
            <tr key={`${pair.demandTitle} ${pair.achievementTitle}`}>
              <td>{`${pair.demandTitle} ↔ ${pair.achievementTitle}`}</td>
              <td className="num">{percent(pair.before)}</td>
              <td className="num">{percent(pair.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
