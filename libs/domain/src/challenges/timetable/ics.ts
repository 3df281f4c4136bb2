import { addDays } from '../../calendar.js';

/** An all-day event: `uid` is the same in every export of the same stage, `sequence` grows when its days change (RFC 5545 3.8.7.4). */
export type IcsEvent = {
  uid: string;
  startsOn: string;
  endsOn: string;
  summary: string;
  description?: string;
  url?: string;
  sequence?: number;
};
export type IcsCalendar = { name: string; /** The moment of the export. */ at: Date; events: readonly IcsEvent[] };

const octets = new TextEncoder();

/** TEXT values: backslash, semicolon, comma and line breaks are escaped; other control characters have no place in it (RFC 5545 3.3.11). */
function text(value: string): string {
  return value
    .replace(/\\/g, '\\\\')
    .replace(/;/g, '\\;')
    .replace(/,/g, '\\,')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

/** Lines of at most 75 octets; what goes on begins with a blank. No character is cut in two (RFC 5545 3.1). */
export function foldIcsLine(line: string): string {
  const lines: string[] = [];
  let current = '';
  let size = 0;
  for (const character of line) {
    const more = octets.encode(character).length;
    if (size + more > 75) {
      lines.push(current);
      current = ' ';
      size = 1;
    }
    current += character;
    size += more;
  }
  return [...lines, current].join('\r\n');
}

const dateOf = (day: string) => day.replace(/-/g, '');
const stampOf = (at: Date) => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

function eventLines(event: IcsEvent, at: Date): string[] {
  const lines = [
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `DTSTAMP:${stampOf(at)}`,
    `SEQUENCE:${event.sequence ?? 0}`,
    `DTSTART;VALUE=DATE:${dateOf(event.startsOn)}`,
    // The end of an event does not belong to it (RFC 5545 3.6.1).
    `DTEND;VALUE=DATE:${dateOf(addDays(event.endsOn < event.startsOn ? event.startsOn : event.endsOn, 1))}`,
    `SUMMARY:${text(event.summary)}`,
  ];
  if (event.description) lines.push(`DESCRIPTION:${text(event.description)}`);
  if (event.url) lines.push(`URL:${event.url.replace(/[\r\n]/g, '')}`);
  return [...lines, 'TRANSP:TRANSPARENT', 'END:VEVENT'];
}

/** The calendar as a file that calendar programs subscribe to (RFC 5545; media type text/calendar; charset=utf-8). Its lines end in CRLF. */
export function icsCalendar({ name, at, events }: IcsCalendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Jihui//Challenges//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(name)}`,
    ...events.flatMap((e) => eventLines(e, at)),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldIcsLine).join('\r\n')}\r\n`;
}

/** The UID of a challenge's stage: the same for ever, so that a second import moves the entry and does not double it. */
export function stageUid(challengeId: string, stage: string, host: string): string {
  return `challenge-${challengeId}-${stage.toLowerCase()}@${host}`;
}
