import { useTranslation } from 'react-i18next';
import { StatusTag } from '@jihui/ui';
import { certaintyWord, lineSentence, markOf, ruleTitle, signedYuan, timeOf, type Citation, type Line } from './explained.js';
import './explained.css';

/** The steps of a calculation: what was done, and what came out. */
export function ExplainedLines({ lines }: { lines: readonly Line[] }) {
  return (
    <table className="explained">
      <tbody>
        {lines.map((line, n) => (
          <tr key={n}>
            <td>{lineSentence(line)}</td>
            <td className="num">{line.fen === null ? '' : signedYuan(line.fen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How sure the platform is of a rule; only what is not certain stands out. */
export function CertaintyTag({ certainty }: { certainty: string }) {
  const tone = certainty === 'CERTAIN' ? 'neutral' : certainty === 'PROBABLE' ? 'attention' : 'bad';
  return <StatusTag tone={tone}>{`${markOf(certainty)} · ${certaintyWord(certainty)}`}</StatusTag>;
}

/** The grounds of a result: since when and until when, by what, and how sure. */
export function Citations({ rules }: { rules: readonly Citation[] }) {
  const { t } = useTranslation('rules');
  if (!rules.length) return null;
  return (
    <ul className="citations" aria-label={t('grounds')}>
      {rules.map((r) => (
        <li key={`${r.key} ${r.validFrom ?? ''}`}>
          <CertaintyTag certainty={r.certainty} /> <strong>{ruleTitle(r.key)}</strong> {r.basis}
          <span className="muted">{` · ${timeOf(r)}${r.note ? ` · ${r.note}` : ''}`}</span>
        </li>
      ))}
    </ul>
  );
}
