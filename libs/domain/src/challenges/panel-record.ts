import { z } from 'zod';
import type { Issue } from '../errors.js';
import { rule } from '../issues.js';
import { announcedChallengeStatuses, type ChallengeStatus } from './machine.js';

/** 会议评审 or 通讯评审. */
export const ReviewManner = z.enum(['MEETING', 'CORRESPONDENCE']).meta({ id: 'ReviewManner' });
export type ReviewManner = z.infer<typeof ReviewManner>;

/** 评审记录: how the panel reviewed and what it concluded. Never edited: a row that was wrong is followed by another one that names it and says why. */
export const panelRecord = z
  .object({
    challengeId: z.uuid(),
    version: z.int(),
    heldOn: z.iso.date().meta({ scalar: 'String' }),
    manner: ReviewManner,
    /** Who of the panel took part. */
    attendeeIds: z.array(z.uuid()).min(1).max(50),
    conclusion: z.string().trim().min(5).max(4000),
    /** 不同意见; 无 is said, not left open. */
    dissent: z.string().trim().min(1).max(2000),
    /** The signed paper. */
    fileId: z.uuid().nullish(),
    correctsId: z.uuid().nullish(),
    correctionReason: z.string().trim().max(300).nullish(),
  })
  .superRefine((r, ctx) => {
    if (new Set(r.attendeeIds).size !== r.attendeeIds.length) ctx.addIssue({ code: 'custom', path: ['attendeeIds'], ...rule('same_reviewer') });
    if (r.correctsId && !r.correctionReason) ctx.addIssue({ code: 'custom', path: ['correctionReason'], ...rule('required') });
  })
  .meta({ id: 'PanelRecordInput' });
export type PanelRecordInput = z.output<typeof panelRecord>;

/** From the review on a record may be entered, and a wrong one corrected, also late. */
export const panelRecordStatuses: readonly ChallengeStatus[] = ['REVIEW', 'DECIDED', ...announcedChallengeStatuses];
/** The chair is named with the panel, at the latest for the record. */
export const chairStatuses: readonly ChallengeStatus[] = ['QUALIFIED', ...panelRecordStatuses];

/** Between which days this round's review was held: `decidedOn` is null until it is decided. */
export type PanelDays = { openedOn: string | null; decidedOn: string | null };
type Seat = { userId: string; isChair: boolean };

/** From the item's events in their order. A result that is taken back begins another round on that day, with a decision of its own. */
export function panelDays(events: readonly { name: string; day: string }[]): PanelDays {
  const begun = events.findLastIndex((e) => e.name === 'opened' || e.name === 'reconsidered');
  return {
    openedOn: events[begun]?.day ?? null,
    decidedOn: events.slice(begun + 1).findLast((e) => e.name === 'decided')?.day ?? null,
  };
}

/** Nobody has read a bid before the opening, and a decision follows from a review that is over. */
export function heldOnIssues(heldOn: string, { openedOn, decidedOn }: PanelDays, today: string): Issue[] {
  const fault = (code: string, day: string): Issue[] => [{ path: 'heldOn', code, params: { day } }];
  if (heldOn > today) return [{ path: 'heldOn', code: 'in_future' }];
  if (openedOn && heldOn < openedOn) return fault('before_opening', openedOn);
  return decidedOn && heldOn > decidedOn ? fault('after_decision', decidedOn) : [];
}

/** What the schema cannot know: the panel as it sits, its chair among those who took part, and the days of the round. */
export function panelRecordIssues(
  r: Pick<PanelRecordInput, 'heldOn' | 'attendeeIds'>,
  panel: readonly Seat[],
  days: PanelDays,
  today: string,
): Issue[] {
  const issues = heldOnIssues(r.heldOn, days, today);
  const chair = panel.find((seat) => seat.isChair);
  if (r.attendeeIds.some((id) => !panel.some((seat) => seat.userId === id))) issues.push({ path: 'attendeeIds', code: 'not_on_panel' });
  else if (!chair) issues.push({ path: 'attendeeIds', code: 'no_chair' });
  else if (!r.attendeeIds.includes(chair.userId)) issues.push({ path: 'attendeeIds', code: 'chair_absent' });
  return issues;
}
