import { shanghaiMoment } from '@jihui/domain';
import type { Challenge } from '../challenges/challenge.entity.js';
import { statusWords } from './board-words.js';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** Text for XML 1.0: what it may not hold at all is left out. */
const xml = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (c) => escapes[c] ?? c);

type Shown = Pick<Challenge, 'id' | 'number' | 'title' | 'background' | 'publishedAt' | 'status' | 'claimsCloseAt'>;

/** RSS 2.0; an item's guid is its page, so that a reader never shows it twice. */
export function rssOf(rows: readonly Shown[], publicUrl: string): string {
  const items = rows.map(({ id, number, title, background, publishedAt, status, claimsCloseAt }) => {
    const link = xml(`${publicUrl}/challenges/${id}`);
    const date = publishedAt ? `<pubDate>${publishedAt.toUTCString()}</pubDate>` : '';
    const closes = claimsCloseAt ? `，揭榜截止 ${shanghaiMoment(claimsCloseAt)}` : '';
    return `<item><title>${xml(`${number ?? ''} ${title}`.trim())}</title><link>${link}</link><guid isPermaLink="true">${link}</guid>${date}<category>${xml(statusWords[status])}</category><description>${xml(`【${statusWords[status]}${closes}】${background.slice(0, 500)}`)}</description></item>`;
  });
  const home = xml(`${publicUrl}/challenges`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>技汇 揭榜挂帅</title><link>${home}</link><description>公开榜单</description>${items.join('')}</channel></rss>\n`;
}
