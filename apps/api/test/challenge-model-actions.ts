import { type ClaimContent } from '@jihui/domain';
import { ChallengeMeeting } from '../src/features/challenge-meetings/challenge-meeting.entity.js';
import { ChallengeMeetings } from '../src/features/challenge-meetings/challenge-meetings.service.js';
import { ChallengeObjection } from '../src/features/challenge-performance/challenge-objection.entity.js';
import { ChallengeObjections } from '../src/features/challenge-performance/challenge-objections.service.js';
import { TaskSigning } from '../src/features/challenge-performance/task-signing.service.js';
import { ChallengeDecisions } from '../src/features/challenges/challenge-decision.service.js';
import { ChallengeDrafting } from '../src/features/challenges/challenge-drafting.service.js';
import { ChallengeExamination } from '../src/features/challenges/challenge-examination.service.js';
import { ChallengePublication } from '../src/features/challenges/challenge-publication.service.js';
import { ChallengeQuestions } from '../src/features/challenges/challenge-questions.service.js';
import { Challenge } from '../src/features/challenges/challenge.entity.js';
import { ChallengeTimetables } from '../src/features/challenges/challenge-timetable.service.js';
import { ChallengeReviewer } from '../src/features/challenges/challenge-reviewer.entity.js';
import { ClaimReview } from '../src/features/challenges/claim-review.service.js';
import { ClaimSealing } from '../src/features/challenges/claim-sealing.service.js';
import { KeyHolding } from '../src/features/challenges/key-holding.service.js';
import type { Tx } from '../src/platform/db/tx.js';
import { claimInput, passPhrases } from './challenge-scene.js';
import { aside, claims, does, item, of, pass, rewrite, words, type ModelAction, type ModelWorld } from './challenge-model-world.js';

const lowCost = 10;
const day = 86_400_000;
const later = (w: ModelWorld, days: number) => Promise.resolve((w.now = new Date(w.now.getTime() + days * day)));
const panelOf = (w: ModelWorld, random: () => number) => (['e1', 'e2', 'e3'] as const).slice(0, random() < 0.9 ? 3 : 2).map((e) => w.people[e].userId ?? '');

/** The open meeting that the actor's side is in; one that is not his too, now and then. */
const meetingOf = async (tx: Tx, w: ModelWorld): Promise<{ id: string }> => {
  const open = await tx.em.findBy(ChallengeMeeting, { challengeId: w.item, status: 'PLANNED' });
  return open.find((m) => m.organisationId === tx.actor.organisationId) ?? open[0] ?? pass();
};
const minutes = { attendees: [{ side: 'OWNER' as const, name: '王工', title: '' }, { side: 'BIDDER' as const, name: '林教授', title: '' }], text: '双方就测试方法和样件数量交换了意见，没有改变榜单内容。' };

/** Everything that anybody may try with an item, with who usually does it and when. */
export const itemActions: readonly ModelAction[] = [
  does('save', 'owner', [], (tx, w) => of(w, ChallengeDrafting).save(tx, item(w), w.content)),
  aside('delete', 'owner', ['DRAFT'], (tx, w, random) => (random() < 0.3 ? of(w, ChallengeDrafting).delete(tx, item(w)) : pass())),
  does('submit', 'owner', ['DRAFT'], (tx, w) => of(w, ChallengeExamination).submit(tx, item(w))),
  aside('withdraw', 'owner', ['COLLECTING', 'SCREENED', 'ARGUED', 'APPROVED'], (tx, w) => of(w, ChallengeExamination).withdraw(tx, item(w), words)),
  does('reopen', 'owner', ['WITHDRAWN'], (tx, w) => of(w, ChallengeExamination).reopen(tx, item(w))),
  does('screen', 'first', ['COLLECTING'], (tx, w) => of(w, ChallengeExamination).screen(tx, item(w))),
  aside('return', 'first', ['COLLECTING', 'SCREENED', 'ARGUED'], (tx, w) => of(w, ChallengeExamination).returnToOwner(tx, item(w), words)),
  does('argue', 'first', ['SCREENED'], (tx, w, random) =>
    of(w, ChallengeExamination).argue(tx, item(w), { ...rewrite(w), ...(random() < 0.4 ? { title: `${w.content.title}（凝练）` } : {}) }, words)),
  aside('plan', 'first', ['COLLECTING', 'SCREENED', 'ARGUED', 'APPROVED'], async (tx, w) => {
    const row = await tx.em.findOneByOrFail(Challenge, item(w));
    return of(w, ChallengeTimetables).plan(tx, item(w), (await of(w, ChallengeTimetables).of(tx.em, row, w.now)).plan);
  }),
  does('agree', 'owner', ['ARGUED'], (tx, w) => of(w, ChallengeExamination).agree(tx, item(w))),
  does('approve', 'second', ['ARGUED'], (tx, w) => of(w, ChallengeExamination).approve(tx, item(w))),
  does('takeKey', 'second', ['APPROVED'], (tx, w) => of(w, KeyHolding).take(tx, item(w), passPhrases[0], lowCost)),
  does('takeSecondKey', 'head', ['APPROVED'], (tx, w) => of(w, KeyHolding).take(tx, item(w), passPhrases[1], lowCost)),
  does('publish', 'first', ['APPROVED'], (tx, w) => of(w, ChallengePublication).publish(tx, item(w), new Date(w.now.getTime() + 11 * day))),
  aside('amend', 'first', ['CLAIM_OPEN'], (tx, w) => of(w, ChallengePublication).amend(tx, item(w), { text: words, claimsCloseAt: new Date(w.now.getTime() + 12 * day).toISOString() })),
  aside('ask', 'bidder', ['CLAIM_OPEN'], (tx, w) => of(w, ChallengeQuestions).ask(tx, w.item, '可以使用进口基体材料吗？')),
  does('claim', 'bidder', ['CLAIM_OPEN'], (tx, w) => of(w, ClaimSealing).submit(tx, w.item, claimInput() as ClaimContent)),
  does('claimToo', 'rival', ['CLAIM_OPEN'], (tx, w) => of(w, ClaimSealing).submit(tx, w.item, claimInput({ leader: '钱工' }) as ClaimContent)),
  aside('retract', 'rival', ['CLAIM_OPEN'], (tx, w) => of(w, ClaimSealing).retract(tx, w.item)),
  does('wait for the deadline', 'clock', ['CLAIM_OPEN'], async (tx, w, random) => {
    if (random() < 0.1 || (await claims(tx, w)).length >= w.content.teams) await later(w, 12);
    else await pass();
  }),
  does('close', 'clock', ['CLAIM_OPEN'], (tx, w) => of(w, ChallengePublication).close(tx, w.item)),
  does('giveKey', 'second', ['CLAIM_CLOSED'], (tx, w) => of(w, KeyHolding).give(tx, item(w), passPhrases[0])),
  does('giveSecondKey', 'head', ['CLAIM_CLOSED'], (tx, w) => of(w, KeyHolding).give(tx, item(w), passPhrases[1])),
  does('judge', 'first', ['OPENED'], async (tx, w, random) => {
    for (const { id } of await claims(tx, w)) await of(w, ClaimReview).judge(tx, { claimId: id, qualified: random() < 0.93, reason: words });
  }),
  does('qualify', 'first', ['OPENED'], (tx, w) => of(w, ClaimReview).qualify(tx, item(w))),
  does('appoint', 'first', ['QUALIFIED'], (tx, w, random) => of(w, ClaimReview).appoint(tx, item(w), panelOf(w, random))),
  does('planChallengeMeeting', 'owner', ['QUALIFIED'], async (tx, w, random) => {
    const all = (await claims(tx, w)).filter((c) => c.status === 'QUALIFIED');
    const claim = all[Math.floor(random() * all.length)];
    return claim ? of(w, ChallengeMeetings).plan(tx, { claimId: claim.id, at: w.now.toISOString(), place: '发榜方会议室' }) : pass();
  }),
  aside('cancelChallengeMeeting', 'first', ['QUALIFIED'], async (tx, w) => of(w, ChallengeMeetings).cancel(tx, await meetingOf(tx, w), words)),
  ...(['owner', 'bidder', 'rival'] as const).flatMap((by) => [
    does(`writeMinutes ${by}`, by, ['QUALIFIED'], async (tx, w, random) => (random() < 0.3 ? of(w, ChallengeMeetings).writeMinutes(tx, await meetingOf(tx, w), minutes) : pass())),
    does(`confirmMinutes ${by}`, by, ['QUALIFIED'], async (tx, w) => of(w, ChallengeMeetings).confirmMinutes(tx, await meetingOf(tx, w))),
  ]),
  does('startReview', 'first', ['QUALIFIED'], (tx, w) => of(w, ClaimReview).start(tx, item(w))),
  ...(['e1', 'e2', 'e3', 'e4'] as const).flatMap((by) => [
    does(`declare ${by}`, by, ['QUALIFIED', 'REVIEW'], (tx, w) => of(w, ClaimReview).declare(tx, w.item, { ties: [], stepBack: false })),
    does(`score ${by}`, by, ['REVIEW'], async (tx, w, random) => {
      for (const { id } of (await claims(tx, w)).filter((c) => c.status === 'QUALIFIED'))
        await of(w, ClaimReview).score(tx, id, { scores: w.content.criteria.map((c) => ({ criterion: c.name, points: Math.floor(random() * 101), reason: words })) });
    }),
  ]),
  aside('stepBack', 'e3', ['REVIEW'], (tx, w) => of(w, ClaimReview).declare(tx, w.item, { ties: [], stepBack: true })),
  aside('substitute', 'first', ['REVIEW'], async (tx, w) => {
    const seat = (await tx.em.findBy(ChallengeReviewer, { challengeId: w.item })).find((r) => r.userId === w.people.e3.userId);
    return of(w, ClaimReview).substitute(tx, item(w), seat?.userId ?? '', w.people.e4.userId ?? '');
  }),
  does('decide', 'second', ['REVIEW'], async (tx, w, random) => {
    const all = (await claims(tx, w)).filter((c) => c.status === 'QUALIFIED');
    const winners = all.slice(0, random() < 0.9 ? w.content.teams : 2).map((c) => c.id);
    return of(w, ChallengeDecisions).decide(tx, item(w), { winners, reasons: all.map((c) => ({ claimId: c.id, reason: words })) });
  }),
  does('announce', 'first', ['DECIDED'], (tx, w) => of(w, ChallengeDecisions).announce(tx, item(w))),
  aside('object', 'visitor', ['NOTICE'], (tx, w) => of(w, ChallengeObjections).object(tx, { challengeId: w.item, name: '路人', contact: '13700000000', text: words })),
  does('answer', 'second', ['NOTICE'], async (tx, w, random) => {
    const open = (await tx.em.findBy(ChallengeObjection, { challengeId: w.item })).find((o) => o.answeredAt === null);
    if (!open) return pass();
    return of(w, ChallengeObjections).answer(tx, { id: open.id, version: open.version, upheld: random() < 0.3, answer: words });
  }),
  does('wait for the end of the notice', 'clock', ['NOTICE'], (_, w) => later(w, 12)),
  does('conclude', 'second', ['NOTICE'], (tx, w) => of(w, ChallengeDecisions).conclude(tx, item(w))),
  aside('terminate', 'second', ['CLAIM_CLOSED', 'OPENED', 'QUALIFIED', 'REVIEW', 'DECIDED', 'NOTICE'], async (tx, w, random) => (random() < 0.3 ? of(w, ChallengeDecisions).terminate(tx, item(w), words) : pass())),
  does('makeTasks', 'clock', ['AWARDED'], (tx, w) => of(w, TaskSigning).make(tx, w.item)),
];
