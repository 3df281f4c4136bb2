import { challengeMachine, checkReadiness, demandStep, next, shanghaiDay, type ChallengeAction, type ChallengeFacts } from '@jihui/domain';
import type { EntityManager } from 'typeorm';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Challenge } from './challenge.entity.js';

const counts = `select
  (select count(*) from challenge_key k where k."challengeId" = $1)::int as "keyHolders",
  (select count(*) from challenge_key k where k."challengeId" = $1 and k."givenAt" is not null)::int as halves,
  (select count(*) from challenge_reviewer r where r."challengeId" = $1 and r."recusedAt" is null)::int as reviewers,
  (select count(*) from challenge_meeting m where m."challengeId" = $1 and m.status = 'PLANNED')::int as "meetingsOpen",
  (select count(*) from challenge_meeting m where m."challengeId" = $1 and m.status = 'HELD')::int as "meetingsHeld",
  (select count(*) from claim u where u."challengeId" = $1 and u.status = 'QUALIFIED' and not exists (select 1 from challenge_meeting m where m."claimId" = u.id and m.status = 'HELD'))::int as unmet,
  (select count(*) from score_card s where s."challengeId" = $1)::int as cards,
  (select count(*) from challenge_objection o where o."challengeId" = $1 and o."answeredAt" is null)::int as "objectionsOpen",
  count(*) filter (where c.status <> 'RETRACTED')::int as claims,
  count(*) filter (where c.status = 'OPENED')::int as unjudged,
  count(*) filter (where c.status in ('QUALIFIED', 'WON', 'LOST'))::int as qualified,
  count(*) filter (where c.status in ('QUALIFIED', 'WON', 'LOST') and c."outcomeReason" is null or c.status = 'REFUSED' and c."refusalReason" is null)::int as "reasonsMissing"
  from claim c where c."challengeId" = $1`;
type Counted = 'keyHolders' | 'halves' | 'reviewers' | 'meetingsOpen' | 'meetingsHeld' | 'unmet' | 'objectionsOpen' | 'claims' | 'unjudged' | 'qualified' | 'reasonsMissing';
type Counts = Pick<ChallengeFacts, Counted> & {
  cards: number;
};

/** What the steps of an item look at, as it is now. */
export async function factsOf(em: EntityManager, row: Challenge, now: Date, userId: string | null): Promise<ChallengeFacts> {
  const [found]: Counts[] = await em.query(counts, [row.id]);
  if (!found) throw new Error('the facts of a challenge are one row');
  const owner = await em.findOneByOrFail(Organisation, { id: row.organisationId });
  const { cards, ...facts } = found;
  const today = shanghaiDay(now);
  return {
    ...facts,
    now,
    today,
    claimsCloseAt: row.claimsCloseAt,
    ready: checkReadiness(row, owner.status === 'VERIFIED', today).every((c) => c.ok || c.severity === 'WARN'),
    rewritten: row.original !== null,
    agreed: row.agreedAt !== null,
    sameExaminer: userId !== null && row.examinedBy === userId,
    scoresMissing: facts.qualified * facts.reviewers - cards,
    winners: 0,
    teams: row.teams,
    noticeEndsOn: row.noticeEndsOn,
  };
}

/** The item, locked, examined and in its next state; `more` is what the step itself brings. */
export async function takeStep(tx: Tx, ref: Ref, action: ChallengeAction, more: Partial<ChallengeFacts> = {}): Promise<Challenge> {
  const row = await tx.lock(Challenge, ref, challengeMachine.actions[action].permission);
  row.status = next(challengeMachine, row.status, action);
  demandStep(action, { ...(await factsOf(tx.em, row, tx.now, tx.actor.userId)), ...more });
  return row;
}
