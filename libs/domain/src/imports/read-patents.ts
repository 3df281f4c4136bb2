import type { AchievementInput } from '../achievements/rules.js';
import { parsePatentNumber } from '../patent.js';
import type { Read } from './text.js';

type IpRight = AchievementInput['ipRights'][number];

/** Reads the numbers in a cell: patents with a right check character, registered software; a publication number names no right and is said so. */
export function readPatents(text: string): Read<IpRight[]> {
  const rights: IpRight[] = [];
  const issues: Read<IpRight[]>['issues'] = [];
  const parts = text
    .normalize('NFKC')
    .toUpperCase()
    .split(/[;,、\n]|(?<=[\dX])\s+(?=[A-Z\d])/)
    .map((p) =>
      p
        .replace(/^.*[::]/, '')
        .replace(/^(专利号|申请号|发明专利|实用新型|软著|软件著作权)/, '')
        .replace(/\s/g, ''),
    );
  for (const part of parts) {
    if (!part || /^(无|\/|-+|暂无)$/.test(part)) continue;
    const patent = parsePatentNumber(part);
    if (patent) rights.push({ kind: patent.kind, number: patent.number, title: '', status: patent.granted ? 'GRANTED' : 'PENDING' });
    else if (/^(软著登字第?)?\d{4}SR\d{6,7}号?$/.test(part))
      rights.push({ kind: 'SOFTWARE_COPYRIGHT', number: /\d{4}SR\d{6,7}/.exec(part)?.[0] ?? part, title: '', status: 'GRANTED' });
    else if (/^CN\d{7,9}[ABUCS]\d?$/.test(part)) issues.push({ code: 'publication_number', severity: 'WARNING' });
    else if (/\d{6,}/.test(part)) issues.push({ code: 'patent_number', severity: 'ERROR' });
    else issues.push({ code: 'unknown_word', severity: 'WARNING', params: { word: part.slice(0, 20) } });
  }
  const seen = new Set<string>();
  const value = rights.filter((r) => !seen.has(r.number ?? '') && seen.add(r.number ?? ''));
  return { value, issues };
}
