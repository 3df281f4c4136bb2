import { readFileSync } from 'node:fs';
import { checkContract } from './checks.js';
it('x', () => {
  const d = JSON.parse(readFileSync('/work/main/seeds/data/contracts.json', 'utf8'));
  const out = d.flatMap((c: any) => checkContract({ content: { ...c, signedOn: '2026-03-02', startsOn: '2026-03-02', endsOn: '2031-03-02' }, today: '2026-11-01', parties: [], siblings: [], files: 1 }).filter((x) => !x.ok).map((x) => [c.key, c.status, x.code, x.variant, JSON.stringify(x.params), x.quotes.map((q) => q.words).join('|')].join(' ')));
  process.stdout.write(out.join('\n') + '\n');
});
