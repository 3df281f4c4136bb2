import { claimFormOf, type ChallengeInput, type ClaimInput, type Role } from '@jihui/domain';
import type { ApiClient, TestOrganisation } from '@jihui/testing';
import { ChallengePublication } from '../src/features/challenges/challenge-publication.service.js';
import type { Member, TestApi } from './start-api.js';

export const challengeInput: ChallengeInput = {
  kind: 'ENTERPRISE_NEED',
  mode: 'SINGLE',
  title: '缸体精镗刀具刃口寿命攻关',
  background: '为发动机厂供缸体精镗刀，新刀头几百件孔壁很漂亮，到一千五六百件就出现微崩，客户整批停线换刀，必须把寿命翻倍。',
  indicators: [{ name: '单刃加工件数', current: '1500', op: 'GE', target: '4000', unit: '件', method: '客户产线连续两把刀', must: true }],
  deliverables: '刀具样件二十把和工艺文件一套',
  endsOn: `${new Date().getUTCFullYear() + 2}-01-31`,
  ownFunds: '40000000',
  bidderCash: '4000000',
  fiscalSupport: '10000000',
  paymentPlan: [
    { name: '签约后', percent: 40 },
    { name: '验收通过后', percent: 60 },
  ],
  ipSharing: '新产生的专利双方共有',
  bidderConditions: '有同类刀具研制经验',
  acceptance: '连续两把刀均达到四千件',
  triedSelf: '换过三种牌号仍然崩刃',
  ndaAnnex: '缸体材料牌号与现用涂层配方见保密附件',
  cleanRecord: true,
  teams: 1,
  gates: [],
  criteria: [
    { name: '技术方案', weight: 60 },
    { name: '团队基础', weight: 40 },
  ],
  techField: 'ADVANCED_MANUFACTURING',
  keywords: ['刀具'],
  contactName: '王工',
  contactPhone: '13800001111',
};
export const secretWords = '梯度涂层与刃口钝化联合方案';
export const claimInput = (extra: Partial<ClaimInput> = {}): ClaimInput => ({
  ...claimFormOf({ ...challengeInput, indicators: challengeInput.indicators, criteria: challengeInput.criteria } as Parameters<
    typeof claimFormOf
  >[0]),
  summary: `${secretWords}，已有样刀台架数据，可以在六个月内完成。`,
  leader: '林教授',
  budget: '3980000',
  targets: [{ indicator: '单刃加工件数', value: '456789012345' }],
  answers: challengeInput.criteria.map((c) => ({ criterion: c.name, text: `${secretWords}：这一条的依据和数据在此说明，共三点。` })),
  pledge: true,
  ...extra,
});
export const passPhrases = ['第一位保管人的口令 2026', '第二位保管人的口令 2026'] as const;

export type Row = { id: string; version: number; status: string; availableActions: string[] };
const shown = 'id version status availableActions';

/** A branch, an enterprise and everybody who has a part in an item, with the steps as they take them. */
export class ChallengeScene {
  branch!: TestOrganisation;
  firm!: TestOrganisation;
  owner!: Member;
  first!: Member;
  second!: Member;
  head!: Member;

  constructor(readonly api: TestApi) {}

  async prepare(): Promise<this> {
    const { api } = this;
    this.branch = await api.organisation('MARKET_OPERATOR', { branchCode: 'ZZ' });
    this.firm = await api.organisation('ENTERPRISE', { branchId: this.branch.id });
    this.owner = await api.member(this.firm, ['ENTERPRISE_USER']);
    const at = (role: Role) => api.member(this.branch, [role]);
    [this.first, this.second, this.head] = [await at('OPERATOR_L1'), await at('OPERATOR_L2'), await at('BRANCH_ADMIN')];
    return this;
  }

  /** One mutation of the lifecycle with further arguments written as GraphQL. */
  async act(
    { client }: { client: ApiClient },
    name: string,
    { id, version }: Row,
    args = '',
    variables: Record<string, unknown> = {},
    types = '',
  ): Promise<Row> {
    const document = `mutation ($id: ID!, $version: Int!${types}) { row: ${name}(id: $id, version: $version${args}) { ${shown} } }`;
    return (await client.send<{ row: Row }>(document, { id, version, ...variables })).row;
  }
  reason = (who: Member, name: string, row: Row, reason: string) =>
    this.act(who, name, row, ', reason: $reason', { reason }, ', $reason: String!');
  key = (who: Member, name: string, row: Row, passPhrase: string) =>
    this.act(who, name, row, ', passPhrase: $passPhrase', { passPhrase }, ', $passPhrase: String!');

  async create(input: Partial<ChallengeInput> = {}): Promise<Row> {
    const document = `mutation ($input: ChallengeInput!) { row: createChallenge(input: $input) { ${shown} } }`;
    return (await this.owner.client.send<{ row: Row }>(document, { input: { ...challengeInput, ...input } })).row;
  }

  argue(row: Row, change: Partial<ChallengeInput> = {}): Promise<Row> {
    const {
      ownFunds: _a,
      bidderCash: _b,
      fiscalSupport: _c,
      cleanRecord: _d,
      contactName: _e,
      contactPhone: _f,
      ndaAnnex: _g,
      ...words
    } = { ...challengeInput, ...change };
    return this.act(
      this.first,
      'argueChallenge',
      row,
      ', input: $input, note: "专家三人论证"',
      { input: words },
      ', $input: ChallengeRewriteInput!',
    );
  }

  async approved(input: Partial<ChallengeInput> = {}): Promise<Row> {
    const submitted = await this.act(this.owner, 'submitChallenge', await this.create(input));
    const argued = await this.argue(await this.act(this.first, 'screenChallenge', submitted), input);
    return this.act(this.second, 'approveChallenge', argued);
  }

  publish = (row: Row, days = 20): Promise<Row> =>
    this.act(
      this.first,
      'publishChallenge',
      row,
      ', claimsCloseAt: $at',
      { at: new Date(Date.now() + days * 86_400_000).toISOString() },
      ', $at: DateTime!',
    );

  async published(input: Partial<ChallengeInput> = {}): Promise<Row> {
    const one = await this.key(this.second, 'takeChallengeKey', await this.approved(input), passPhrases[0]);
    return this.publish(await this.key(this.head, 'takeChallengeKey', one, passPhrases[1]));
  }

  async claim(
    who: Member,
    { id }: Row,
    extra: Partial<ClaimInput> = {},
  ): Promise<{ id: string; status: string; digest: string; content: unknown }> {
    const document =
      'mutation ($id: ID!, $input: ClaimInput!) { row: submitClaim(challengeId: $id, input: $input) { id status digest content submittedAt } }';
    return (
      await who.client.send<{ row: { id: string; status: string; digest: string; content: unknown } }>(document, {
        id,
        input: claimInput(extra),
      })
    ).row;
  }

  /** Time passes: the deadline is moved into the past and the clock runs. */
  async close({ id }: Row): Promise<Row> {
    await this.api.pool.query(`update challenge set "claimsCloseAt" = now() - interval '2 minutes' where id = $1`, [id]);
    await this.api.app.get(ChallengePublication, { strict: false }).closeDue(new Date());
    return this.read(this.first, id);
  }

  async opened(row: Row): Promise<Row> {
    const half = await this.key(this.second, 'giveChallengeKey', await this.close(row), passPhrases[0]);
    return this.key(this.head, 'giveChallengeKey', half, passPhrases[1]);
  }

  async read<T = Row>(who: { client: ApiClient }, id: string, fields = shown): Promise<T> {
    return (await who.client.send<{ row: T }>(`query ($id: ID!) { row: challenge(id: $id) { ${fields} } }`, { id })).row;
  }
}
