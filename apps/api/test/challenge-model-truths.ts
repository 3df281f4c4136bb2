import { announcedChallengeStatuses, publicChallengeStatuses, type ChallengeStatus } from '@jihui/domain';
import type { ModelWorld } from './challenge-model-world.js';

/** Where each event of the trail leaves an item: what the trail says happened must be where the item is. */
const leadsTo: Partial<Record<string, ChallengeStatus>> = {
  created: 'DRAFT', submitted: 'COLLECTING', returned: 'DRAFT', screened: 'SCREENED', argued: 'ARGUED', approved: 'APPROVED', withdrawn: 'WITHDRAWN', reopened: 'DRAFT',
  published: 'CLAIM_OPEN', claimsClosed: 'CLAIM_CLOSED', noClaim: 'NO_CLAIM', opened: 'OPENED', qualified: 'QUALIFIED', reviewStarted: 'REVIEW', decided: 'DECIDED', announced: 'NOTICE',
  reconsidered: 'QUALIFIED', awarded: 'AWARDED', started: 'RUNNING', accepted: 'ACCEPTED', excused: 'FAILED_WITH_DILIGENCE', brokenOff: 'TERMINATED', terminated: 'TERMINATED',
};

/** The trail, read from its beginning, ends where the item is. */
export async function trailHolds({ api, item }: ModelWorld, status: ChallengeStatus | 'deleted'): Promise<void> {
  const { rows } = await api.pool.query<{ event: string }>('select event from audit_event where "subjectId" = $1 order by at, id', [item]);
  const last = rows.map((r) => (r.event === 'challenge.deleted' ? 'deleted' : leadsTo[r.event.replace('challenge.', '')])).findLast((s) => s !== undefined);
  if (last !== status) throw new Error(`the trail ends at ${last ?? 'nothing'}, the item is ${status}`);
}

/** A deleted draft: its trail says so, nothing that belonged to it is left, and nobody reads it. */
export async function deletionHolds(world: ModelWorld): Promise<void> {
  const { api, item, readers } = world;
  await trailHolds(world, 'deleted');
  const { rows: tables } = await api.pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'challengeId' order by 1`,
  );
  for (const { name } of tables) {
    const { rowCount } = await api.pool.query(`select 1 from "${name}" where "challengeId" = $1 limit 1`, [item]);
    if (rowCount) throw new Error(`a deleted draft has left rows in ${name}`);
  }
  for (const who of ['visitor', 'bidder', 'rival', 'owner'] as const)
    if (await readers[who].send(seen, { id: item }).then(() => true, () => false)) throw new Error(`a deleted draft is read by the ${who}`);
}

/** Before the opening no claim has a content, and before the deadline no key is given. */
export async function sealHolds({ api, item, now }: ModelWorld): Promise<void> {
  const { rows } = await api.pool.query<{ broken: string }>(
    `select 'content' as broken from claim k join challenge c on c.id = k."challengeId" where c.id = $1 and c."openedAt" is null and (k.content is not null or k.status not in ('SEALED', 'RETRACTED'))
     union all select 'key' from challenge_key h join challenge c on c.id = h."challengeId" where c.id = $1 and h.halves is not null and (c."claimsCloseAt" is null or c."claimsCloseAt" > $2)
     union all select 'one alone' from challenge c where c.id = $1 and c."openedAt" is not null and 2 > (select count(distinct h."holderId") from challenge_key h where h."challengeId" = c.id and h."givenAt" is not null)`,
    [item, now],
  );
  if (rows[0]) throw new Error(`the seal is broken: ${rows[0].broken}`);
}

/** When the review begins no talk is open, and every qualified bidder has had one, or none has. */
export async function meetingsHold({ api, item }: ModelWorld): Promise<void> {
  const { rows } = await api.pool.query<{ open: number; met: number; qualified: number }>(
    `select (select count(*) from challenge_meeting m where m."challengeId" = $1 and m.status = 'PLANNED')::int as open,
      (select count(distinct m."claimId") from challenge_meeting m where m."challengeId" = $1 and m.status = 'HELD' and jsonb_array_length(m.confirmations) = 2)::int as met,
      (select count(*) from claim k where k."challengeId" = $1 and k.status = 'QUALIFIED')::int as qualified`,
    [item],
  );
  const [found] = rows;
  if (!found || found.open > 0 || (found.met > 0 && found.met !== found.qualified)) throw new Error(`the review began with ${JSON.stringify(found)}`);
}

/**
 * Every fen of fiscal money that is out: its task had been started under a signed contract, its payment was opened by what opens it, the bidder had
 * confirmed cash of the enterprise in the share of that payment, and the item never gives more than it has. Written anew from the rules, not with their code.
 */
export async function moneyHolds({ api, item }: ModelWorld): Promise<void> {
  const { rows } = await api.pool.query<{ broken: string }>(
    `with plan as (
       select c.id, c."fiscalSupport" as fiscal, c."bidderCash" as cash, c.teams, jsonb_array_length(c."paymentPlan") as payments, c."paymentPlan" as plan from challenge c where c.id = $1),
     paid as (select r.*, t.status, t."startedOn", t."acceptedOn", t.milestones, t."contractId" from challenge_release r join challenge_task t on t.id = r."taskId" where t."challengeId" = $1),
     given as (select k."taskId", sum(k.amount) as cash from challenge_receipt k join challenge_task t on t.id = k."taskId" where t."challengeId" = $1 and k.kind = 'CASH' and k."confirmedOn" is not null group by 1)
     select 'not started' as broken from paid where "startedOn" is null or "startedOn" > "releasedOn"
     union all select 'no signed contract' from paid left join technology_contract x on x.id = paid."contractId" where x."signedOn" is null or x."signedOn" > paid."releasedOn"
     union all select 'last payment before the acceptance' from paid, plan where paid.gate = plan.payments and (paid."acceptedOn" is null or paid."acceptedOn" > paid."releasedOn")
     union all select 'middle payment before its milestone' from paid, plan where paid.gate > 1 and paid.gate < plan.payments
       and not exists (select 1 from jsonb_array_elements(paid.milestones) m where (m ->> 'gate')::int = paid.gate and (m ->> 'passed')::boolean and (m ->> 'checkedOn')::date <= paid."releasedOn")
     union all select 'before the enterprise paid' from paid, plan where coalesce((select g.cash from given g where g."taskId" = paid."taskId"), 0) * 100 * plan.teams
       < plan.cash * (select sum((p ->> 'percent')::int) from jsonb_array_elements(plan.plan) with ordinality as e(p, n) where n <= paid.gate and n < plan.payments) - 100 * plan.teams
     union all select 'more than the item has' from plan where fiscal < (select coalesce(sum(amount), 0) from paid)
     union all select 'to who is out' from paid where status in ('SIGNING', 'DECLINED')`,
    [item],
  );
  if (rows[0]) throw new Error(`money went out: ${rows[0].broken}`);
}

const seen = `query ($id: ID!) { challenge(id: $id) { status ndaAnnex contactName contactPhone original claimCount openedAt keyHolders { name } reviewers { name }
  winners { total } ranking { id } claims { isOwn status content result { total } outcomeReason } objections { name contact } tasks { bookText pledge mySide } meetings { mySide } } }`;
type Seen = {
  status: ChallengeStatus; ndaAnnex: unknown; contactName: unknown; contactPhone: unknown; original: unknown; claimCount: number | null; openedAt: string | null;
  keyHolders: unknown[]; reviewers: unknown[]; winners: unknown[] | null; ranking: unknown; objections: { name: unknown; contact: unknown }[];
  claims: { isOwn: boolean; status: string; content: unknown; result: unknown; outcomeReason: unknown }[]; tasks: { bookText: unknown; pledge: unknown; mySide: string | null }[];
  meetings: { mySide: string | null }[];
};

/** What is read through the API by those who must not read everything. */
export async function secretsHold({ readers, item }: ModelWorld, status: ChallengeStatus): Promise<void> {
  const told = announcedChallengeStatuses.includes(status) || status === 'TERMINATED';
  for (const who of ['visitor', 'bidder', 'rival', 'owner'] as const) {
    const broken = (what: string) => new Error(`${what} is read by the ${who} while the item is ${status}`);
    const c = await readers[who].send<{ challenge: Seen }>(seen, { id: item }).then((d) => d.challenge, () => null);
    const isPublic = publicChallengeStatuses.includes(status);
    if ((c !== null) !== (isPublic || who === 'owner')) throw broken(c ? 'an item that is not out' : 'nothing of a public item');
    if (!c) continue;
    if (c.reviewers.length || c.keyHolders.length || c.ranking !== null) throw broken('panel, key holders or ranking');
    if (c.winners !== null && !announcedChallengeStatuses.includes(status)) throw broken('the winner');
    if (status === 'CLAIM_OPEN' && c.claimCount !== null) throw broken('the number of bids');
    if (who !== 'owner' && [c.ndaAnnex, c.contactName, c.contactPhone, c.original].some((v) => v !== null)) throw broken('the annex or the contact');
    if (c.objections.some((o) => o.name !== null || o.contact !== null)) throw broken('an objector');
    if (who === 'visitor' && c.claims.length) throw broken('a bid');
    if (who === 'owner' && c.claims.some((k) => k.isOwn || ['SEALED', 'OPENED', 'REFUSED', 'RETRACTED'].includes(k.status))) throw broken('a bid that is not qualified');
    if ((who === 'bidder' || who === 'rival') && c.claims.some((k) => !k.isOwn)) throw broken("another's bid");
    if (c.openedAt === null && c.claims.some((k) => k.content !== null)) throw broken('a sealed bid');
    if (!told && c.claims.some((k) => k.result !== null || k.outcomeReason !== null)) throw broken('a result');
    if (c.meetings.some((m) => m.mySide === null)) throw broken("another's meeting");
    if (c.tasks.some((t) => t.mySide === null && (t.bookText !== null || t.pledge !== null))) throw broken("another's task book");
  }
}
