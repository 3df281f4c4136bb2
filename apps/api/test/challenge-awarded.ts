import type { ChallengeInput, Role } from '@jihui/domain';
import { KeyHolding } from '../src/features/challenges/key-holding.service.js';
import type { Actor } from '../src/platform/auth/actor.js';
import { passPhrases, type ChallengeScene, type Row } from './challenge-scene.js';
import type { Member } from './start-api.js';

export type TaskRow = { id: string; version: number; status: string; availableActions: string[] };
const shown = 'id version status availableActions';
const lowCost = 12;
const reasons = '方案可行，数据完整，团队有同类经验';

/** An item with its decision before the public; the first `winners` bidders have won. */
export async function announced(scene: ChallengeScene, bidders: readonly Member[], input: Partial<ChallengeInput> = {}, winners = 1): Promise<Row> {
  const open = await publishedFast(scene, input);
  const claims: string[] = [];
  for (const who of bidders) claims.push((await scene.claim(who, open)).id);
  return decided(scene, await scene.opened(open), claims, winners);
}

/** A published item whose keys are wrapped at the lowest cost: what the seal is worth is tested elsewhere. */
export async function publishedFast(scene: ChallengeScene, input: Partial<ChallengeInput> = {}): Promise<Row> {
  const keys = scene.api.app.get(KeyHolding, { strict: false });
  const { id } = await scene.approved(input);
  for (const [i, who] of [scene.second, scene.head].entries())
    await scene.api.db.run(actorOf(who, i ? ['BRANCH_ADMIN'] : ['OPERATOR_L2']), (tx) => keys.take(tx, { id }, passPhrases[i] ?? '', lowCost));
  return scene.publish(await scene.read(scene.first, id));
}

/** Who acts where a service is called without its resolver. */
export const actorOf = (who: Member, roles: readonly Role[]): Actor => ({
  kind: 'PERSON',
  userId: who.userId,
  sessionId: null,
  name: who.name,
  organisationId: who.organisation.id,
  organisationName: who.organisation.name,
  organisationKind: who.organisation.kind,
  organisationVerified: true,
  roles,
  ip: '',
});

/** From the opening to the public notice, with a panel of three. */
export async function decided(scene: ChallengeScene, opened: Row, claims: readonly string[], winners = 1): Promise<Row> {
  for (const claimId of claims) await qualify(scene, claimId);
  return reviewed(scene, await scene.act(scene.first, 'qualifyChallenge', opened), claims, winners);
}

export async function reviewed(scene: ChallengeScene, qualified: Row, claims: readonly string[], winners = 1): Promise<Row> {
  const place = await scene.api.organisation('UNIVERSITY');
  const experts = [];
  for (let i = 0; i < 3; i++) experts.push(await scene.api.member(place, ['EXPERT']));
  const userIds = experts.map((e) => e.userId);
  let row = await scene.act(scene.first, 'appointReviewers', qualified, ', userIds: $userIds', { userIds }, ', $userIds: [ID!]!');
  row = await scene.act(scene.first, 'startChallengeReview', row);
  for (const expert of experts) {
    await declare(expert, row.id);
    for (const [i, id] of claims.entries()) await score(expert, id, 90 - 5 * i);
  }
  const input = { winners: claims.slice(0, winners), reasons: claims.map((claimId) => ({ claimId, reason: reasons })) };
  row = await scene.act(scene.second, 'decideChallenge', row, ', input: $input', { input }, ', $input: ChallengeDecisionInput!');
  return scene.act(scene.first, 'announceChallenge', row);
}

export const declare = (who: Member, id: string, input: { ties: { claimId: string; nature: string }[]; stepBack: boolean } = { ties: [], stepBack: false }) =>
  who.client.send('mutation ($id: ID!, $input: InterestDeclarationInput!) { declareInterests(challengeId: $id, input: $input) { id } }', { id, input });

export const score = (who: Member, id: string, points: number) =>
  who.client.send('mutation ($id: ID!, $input: ScoreCardInput!) { scoreClaim(claimId: $id, input: $input) { id } }', {
    id,
    input: { scores: [{ criterion: '技术方案', points, reason: '方案完整可行' }, { criterion: '团队基础', points, reason: '团队有样刀数据' }] },
  });

/** The notice runs out and nobody has objected; every winner has a task. */
export async function awarded(scene: ChallengeScene, row: Row): Promise<TaskRow[]> {
  await scene.api.pool.query(`update challenge set "noticeEndsOn" = '2020-01-01' where id = $1`, [row.id]);
  await scene.act(scene.second, 'concludeChallenge', await scene.read(scene.second, row.id));
  await scene.api.drain();
  return tasksOf(scene, row.id);
}

export async function tasksOf(scene: ChallengeScene, id: string): Promise<TaskRow[]> {
  return (await scene.read<{ tasks: TaskRow[] }>(scene.second, id, `tasks { ${shown} }`)).tasks;
}

/** One mutation of a task; the newest version is read first. */
export async function taskStep(_scene: ChallengeScene, who: Member, name: string, id: string, args = '', variables: Record<string, unknown> = {}, types = ''): Promise<TaskRow> {
  const { task } = await who.client.send<{ task: TaskRow }>(`query ($id: ID!) { task: challengeTask(id: $id) { version } }`, { id });
  const document = `mutation ($id: ID!, $version: Int!${types}) { row: ${name}(id: $id, version: $version${args}) { ${shown} } }`;
  return (await who.client.send<{ row: TaskRow }>(document, { id, version: task.version, ...variables })).row;
}
export const withInput = (scene: ChallengeScene, who: Member, name: string, id: string, type: string, input: unknown) =>
  taskStep(scene, who, name, id, ', input: $input', { input }, `, $input: ${type}!`);

const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** A book for a plan of two payments: a first sample and the mid-term check, and the gates of a race on their days. */
export const bookInput = (races: readonly string[] = []) => ({
  milestones: [
    { name: '样件试制', day: later(30), deliverable: '样件五把和检测报告', kind: 'REGULAR' },
    { name: '中期检查', day: later(60), deliverable: '台架试验报告', kind: 'MIDTERM' },
    ...races.map((day, i) => ({ name: `第 ${i + 1} 道门`, day, deliverable: '同台比武的样件', kind: 'RACE_GATE' })),
  ],
  endsOn: later(240),
  penalty: '退还已拨付的财政资金，两年内不再申报。',
});

/** Contract, book, both signatures, start. The contract is agreed by its own steps elsewhere; here its state is set. */
export async function running(scene: ChallengeScene, bidder: Member, id: string, book: unknown = bookInput()): Promise<TaskRow> {
  await taskStep(scene, scene.owner, 'draftTaskContract', id);
  await scene.api.pool.query(
    `update technology_contract set status = 'CONFIRMED', "signedOn" = current_date - 1 where id = (select "contractId" from challenge_task where id = $1)`,
    [id],
  );
  await withInput(scene, bidder, 'writeTaskBook', id, 'TaskBookInput', book);
  await taskStep(scene, bidder, 'signTask', id);
  await taskStep(scene, scene.owner, 'signTask', id);
  return taskStep(scene, scene.first, 'startTask', id);
}

export async function passed(scene: ChallengeScene, bidder: Member, id: string, index: number): Promise<TaskRow> {
  await withInput(scene, bidder, 'handMilestone', id, 'MilestoneEvidenceInput', { index, text: '检测报告编号 J-2026-001，样件合格。' });
  return withInput(scene, scene.first, 'checkMilestone', id, 'MilestoneCheckInput', { index, passed: true, comment: '现场核查属实' });
}
export const acceptance = { results: [{ indicator: '单刃加工件数', measured: '4120 件', met: true }], opinion: '现场测试两把刀，均超过四千件。' };

/** The money of an item as its table tells it; `sum`: of all lines of a kind, in yuan. */
export async function moneyTable({ url, cookie }: Member['client'], id: string): Promise<{ status: number; sum: (kind: string) => number }> {
  const response = await fetch(`${url}/exports/challenges/${id}/money.csv`, { headers: { cookie } });
  const cells = (await response.text()).trim().split('\r\n').map((line) => line.slice(1, -1).split('","'));
  return { status: response.status, sum: (kind) => cells.filter((line) => line[2] === kind).reduce((all, line) => all + Number(line[5]), 0) };
}

/** Where a list of the overview opens for somebody. */
export async function waitingLink({ client }: Member, code: string): Promise<string | undefined> {
  const { overview } = await client.send<{ overview: { waiting: { code: string; link: string }[] } }>('{ overview { waiting { code link } } }');
  return overview.waiting.find((w) => w.code === code)?.link;
}

/** 资格审查 of one claim: it passes. */
export const qualify = (scene: ChallengeScene, claimId: string) =>
  scene.first.client.send('mutation ($input: ClaimJudgementInput!) { judgeClaim(input: $input) { status } }', { input: { claimId, qualified: true } });
