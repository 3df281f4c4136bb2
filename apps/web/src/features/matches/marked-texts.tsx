import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { MatchedText } from './explanation.api.js';

/** A text of a match with its marks; nothing in it is read as HTML. */
function marked({ text, spans }: MatchedText): ReactNode[] {
  const parts: ReactNode[] = [];
  let done = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(done, start), <mark key={start}>{text.slice(start, end)}</mark>);
    done = end;
  }
  return [...parts, text.slice(done)];
}

/** An item's title, body and keywords in the order of reading. */
export function MarkedTexts({ texts, titleLink }: { texts: readonly MatchedText[]; titleLink: string }) {
  const title = texts.find((t) => t.field === 'title');
  const bodies = texts.filter((t) => t.field === 'text' || t.field === 'summary');
  const keywords = texts.filter((t) => t.field === 'keywords');
  return (
    <>
      {title ? (
        <h3 className="match-text-title">
          <Link to={titleLink}>{marked(title)}</Link>
        </h3>
      ) : null}
      {bodies.map((body) => (
        <div key={body.field} className="reading">
          {marked(body)}
        </div>
      ))}
      {keywords.length ? (
        <div className="match-keywords">
          {keywords.map((k) => (
            <Tag key={k.text}>{marked(k)}</Tag>
          ))}
        </div>
      ) : null}
    </>
  );
}
