import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  chairStatuses,
  DomainError,
  panelDays,
  panelRecordIssues,
  panelRecordStatuses,
  shanghaiDay,
  type Issue,
  type PanelDays,
  type PanelRecordInput,
} from '@jihui/domain';
import { IsNull, type EntityManager } from 'typeorm';
import { AuditEvent } from '../../platform/db/audit-event.entity.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { FilesService } from '../../platform/files/files.service.js';
import { ChallengeDecisions } from '../challenges/challenge-decision.service.js';
import { ChallengeReviewer } from '../challenges/challenge-reviewer.entity.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { PanelRecord } from './panel-record.entity.js';

const issue = (path: string, code: string) => new DomainError('INVALID_INPUT', { issues: [{ path, code } satisfies Issue] });
const illegal = ({ status }: Challenge, action: string) => new DomainError('ILLEGAL_TRANSITION', { machine: 'challenge', state: status, action });

/** The chair of a panel, and what is put down of its review. Neither is asked for by the decision. */
@Injectable()
export class ChallengePanels {
  constructor(
    private readonly files: FilesService,
    private readonly decisions: ChallengeDecisions,
  ) {}

  /** One of those who sit on the panel, in the place of whoever was the chair before. */
  async nameChair(tx: Tx, ref: Ref, userId: string): Promise<Challenge> {
    const row = await tx.lock(Challenge, ref, 'challenge.screen');
    if (!chairStatuses.includes(row.status)) throw illegal(row, 'nameChair');
    const panel = await seats(tx.em, row.id);
    const chosen = panel.find((r) => r.userId === userId);
    if (!chosen) throw issue('userId', 'not_on_panel');
    // The old one first: the database has one chair at most.
    for (const before of panel.filter((r) => r.isChair && r !== chosen)) await tx.save(Object.assign(before, { isChair: false }));
    await tx.save(Object.assign(chosen, { isChair: true }));
    await tx.save(row);
    await tx.record('challenge.chairNamed', row.id, { name: chosen.name });
    return row;
  }

  /** Puts down the record once the scores are open, or a correction of one of the same round. */
  async record(tx: Tx, input: PanelRecordInput): Promise<PanelRecord> {
    const challenge = await tx.lock(Challenge, { id: input.challengeId, version: input.version }, 'challenge.screen');
    if (!panelRecordStatuses.includes(challenge.status)) throw illegal(challenge, 'recordPanel');
    if (!(await this.isOpen(tx.em, challenge, tx.now))) throw new DomainError('STEP_NOT_READY', { what: 'scores_missing' });
    const panel = await seats(tx.em, challenge.id);
    const issues = panelRecordIssues(input, panel, await this.days(tx.em, challenge.id), shanghaiDay(tx.now));
    if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
    const round = await this.round(tx.em, challenge.id);
    const correction = await correctionOf(tx, round, input);
    const { heldOn, manner, attendeeIds, conclusion, dissent, fileId } = input;
    const id = randomUUID();
    const file = fileId ? await this.files.attach(tx, fileId, 'panelRecord', id) : null;
    const attendees = panel
      .filter((r) => attendeeIds.includes(r.userId))
      .map(({ userId, name, organisationName, isChair }) => ({ userId, name, organisationName, isChair }));
    const row = await tx.insert(PanelRecord, {
      ...{ id, challengeId: challenge.id, enteredBy: tx.actor.userId, round, heldOn, manner, attendees, conclusion, dissent },
      ...{ fileId: file?.id ?? null, fileName: file?.name ?? null, sha256: file?.sha256 ?? null, ...correction },
    });
    await tx.save(challenge);
    await tx.record('challenge.panelRecorded', challenge.id, { corrects: row.correctsId !== null });
    return row;
  }

  /** Whether every card is in. */
  async isOpen(em: EntityManager, challenge: Challenge, now: Date): Promise<boolean> {
    return (await this.decisions.ranking(em, challenge, now)) !== null;
  }

  /** When the round was opened and, once it is, decided. */
  async days(em: EntityManager, challengeId: string): Promise<PanelDays> {
    const events = await em.find(AuditEvent, { where: { subjectId: challengeId }, order: { at: 'ASC', id: 'ASC' } });
    return panelDays(events.map((e) => ({ name: e.event.replace('challenge.', ''), day: shanghaiDay(e.at) })));
  }

  /** A result that is taken back begins another round, with a record of its own. */
  async round(em: EntityManager, challengeId: string): Promise<number> {
    const [found]: { before: number }[] = await em.query(
      `select count(*)::int as before from audit_event where "subjectId" = $1 and event = 'challenge.reconsidered'`,
      [challengeId],
    );
    return (found?.before ?? 0) + 1;
  }
}

/** Those who sit on the panel; who stepped back does not. */
const seats = (em: EntityManager, challengeId: string): Promise<ChallengeReviewer[]> =>
  em.find(ChallengeReviewer, { where: { challengeId, recusedAt: IsNull() }, order: { name: 'ASC', id: 'ASC' } });

async function correctionOf(tx: Tx, round: number, { challengeId, correctsId, correctionReason }: PanelRecordInput) {
  if (!correctsId) return { correctsId: null, correctionReason: null };
  const wrong = await tx.em.findOneBy(PanelRecord, { id: correctsId, challengeId });
  if (!wrong) throw new DomainError('NOT_FOUND');
  // Its panel and its scores are gone.
  if (wrong.round !== round) throw issue('correctsId', 'earlier_round');
  if (await tx.em.existsBy(PanelRecord, { correctsId })) throw issue('correctsId', 'paper_corrected');
  return { correctsId, correctionReason: correctionReason ?? null };
}
