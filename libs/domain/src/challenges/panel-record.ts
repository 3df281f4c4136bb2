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

type Days = { today: string; claimsClosedOn: string | null };
type Seat = { userId: string; isChair: boolean };

/** What the schema cannot know: the panel as it sits, its chair among those who took part, and the days between the deadline and today. */
export function panelRecordIssues(r: Pick<PanelRecordInput, 'heldOn' | 'attendeeIds'>, panel: readonly Seat[], { today, claimsClosedOn }: Days): Issue[] {
  const issues: Issue[] = [];
  if (r.heldOn > today) issues.push({ path: 'heldOn', code: 'in_future' });
  else if (claimsClosedOn && r.heldOn < claimsClosedOn) issues.push({ path: 'heldOn', code: 'before_claims_close' });
  const chair = panel.find((seat) => seat.isChair);
  if (r.attendeeIds.some((id) => !panel.some((seat) => seat.userId === id))) issues.push({ path: 'attendeeIds', code: 'not_on_panel' });
  else if (!chair) issues.push({ path: 'attendeeIds', code: 'no_chair' });
  else if (!r.attendeeIds.includes(chair.userId)) issues.push({ path: 'attendeeIds', code: 'chair_absent' });
  return issues;
}
