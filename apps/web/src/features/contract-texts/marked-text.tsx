import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseRuleCode } from '@jihui/domain';

type Mark = { code: ClauseRuleCode; start: number | null; end: number | null };
type Props = { text: string; name: string; headings: readonly string[]; marks: readonly Mark[]; idOf: (index: number) => string };

/** The contract's text line by line, with the words marked that the checker asks about. Marks may overlap: the text is cut at every edge. */
export function MarkedText({ text, name, headings, marks, idOf }: Props) {
  const { t } = useTranslation('clauses');
  const known = new Set(headings);
  let from = 0;
  const lines: ReactNode[] = [];
  for (const line of text.split('\n')) {
    const [start, end] = [from, from + line.length];
    from = end + 1;
    const here = marks.flatMap((m, index) =>
      m.start !== null && m.end !== null && m.start < end && m.end > start ? [{ ...m, index, start: Math.max(m.start, start), end: Math.min(m.end, end), begins: m.start >= start }] : [],
    );
    const edges = [...new Set([start, end, ...here.flatMap((m) => [m.start, m.end])])].sort((a, b) => a - b);
    const parts = edges.slice(0, -1).map((edge, i) => {
      const words = text.slice(edge, edges[i + 1]);
      const over = here.filter((m) => m.start <= edge && m.end > edge);
      if (!over.length) return words;
      return (
        <mark key={edge} id={over[0]?.begins && over[0].start === edge ? idOf(over[0].index) : undefined} tabIndex={-1} title={over.map((m) => t(`title.${m.code}`)).join('；')}>
          {words}
        </mark>
      );
    });
    lines.push(
      line === name ? (
        <h3 key={start} className="text-name">
          {parts}
        </h3>
      ) : known.has(line) ? (
        <h4 key={start}>{parts}</h4>
      ) : (
        <p key={start}>{parts.length ? parts : line}</p>
      ),
    );
  }
  return <div className="contract-text reading">{lines}</div>;
}
