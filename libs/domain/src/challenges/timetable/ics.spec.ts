import { foldIcsLine, icsCalendar, stageUid } from './ics.js';

const uid = stageUid('0f6a', 'NOTICE', 'jihui.example');
const file = (summary: string, description = '') =>
  icsCalendar({
    name: '揭榜，氮化硼',
    at: new Date('2026-08-31T02:03:04.567Z'),
    events: [{ uid, startsOn: '2026-11-18', endsOn: '2026-11-26', summary, description, sequence: 2 }],
  });
/** A reader of our own, by the letter of RFC 5545: unfold, then split name and value. */
const read = (text: string) =>
  new Map(
    text
      .replace(/\r\n[ \t]/g, '')
      .split('\r\n')
      .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
const unescape = (value = '') => value.replace(/\\([\\;,nN])/g, (_, c: string) => (c.toLowerCase() === 'n' ? '\n' : c));

it('ends after the last day, in UTC stamps, with a UID that never changes', () => {
  const lines = read(file('公示'));
  expect(lines.get('DTSTART;VALUE=DATE')).toBe('20261118');
  expect(lines.get('DTEND;VALUE=DATE')).toBe('20261127');
  expect(lines.get('DTSTAMP')).toBe('20260831T020304Z');
  expect(lines.get('SEQUENCE')).toBe('2');
  expect(lines.get('UID')).toBe('challenge-0f6a-notice@jihui.example');
});

it('has only CRLF line ends and lines of at most 75 octets, with whole characters', () => {
  const text = file('公示'.repeat(60), `第一行;第二,项\\路径\n${'氮𠮷'.repeat(70)}`);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(Buffer.from(line).toString()).toBe(line);
    expect(line).not.toMatch(/\p{Surrogate}/u);
  }
});

it.each(['a;b,c\\d', '反斜杠\\n 不是换行', '一\r\n二\n三', '冒号: 分号; "引号"', 'x'.repeat(200), ''])('gives back %j', (text) =>
  expect(unescape(read(file(text)).get('SUMMARY'))).toBe(text.replace(/\r\n/g, '\n')),
);

it('folds just at the limit', () => {
  expect(foldIcsLine('x'.repeat(75))).toHaveLength(75);
  expect(foldIcsLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
});

it('lets nobody write lines of his own', () => {
  expect(file('a\r\nEND:VEVENT\r\nX-EVIL:1')).not.toMatch(/^X-EVIL/m);
});
