import type { AchievementInput } from '@jihui/domain';
import { makePatentNumber, type ApiClient } from '@jihui/testing';

/** An achievement that lacks nothing. */
export const content: AchievementInput = {
  title: '金刚石热沉片的低翘曲生长与双面抛光',
  summary:
    '用 75 kW、915 MHz 的装置在钼台上生长 4 英寸多晶膜，翘曲 60 μm 以内，激光闪射法测得热导率 1650～1780 W/(m·K)，一家器件厂已用 26 片做封装对比。',
  keywords: ['多晶金刚石', '热沉'],
  techField: 'NEW_MATERIALS',
  trl: 6,
  ipRights: [{ kind: 'INVENTION', number: makePatentNumber(1, 2021), title: '一种低应力生长方法', status: 'GRANTED' }],
  transferModes: ['LICENSE_EXCLUSIVE'],
  priceMode: 'RANGE',
  priceMin: '280000000',
  priceMax: '420000000',
  team: [{ name: '邵启明', title: '教授' }],
  contactName: '邵启明',
  contactPhone: '13800001111',
  ndaSummary: '甲烷浓度曲线与基台间隙匹配表',
};

export type Row = {
  id: string;
  version: number;
  status: string;
  availableActions: string[];
  returnReason: string | null;
  publishedAt: string | null;
  confirmedAt: string | null;
  isPendingConversion: boolean;
};
const shown = 'id version status availableActions returnReason publishedAt confirmedAt isPendingConversion';
type Answer = { row: Row };

export async function create(client: ApiClient, input: Partial<AchievementInput> = {}): Promise<Row> {
  const query = `mutation ($input: AchievementInput!) { row: createAchievement(input: $input) { ${shown} } }`;
  return (await client.send<Answer>(query, { input: { ...content, ...input } })).row;
}

export async function save(client: ApiClient, { id, version }: Row, input: Partial<AchievementInput>): Promise<Row> {
  const query = `mutation ($id: ID!, $version: Int!, $input: AchievementInput!) { row: saveAchievement(id: $id, version: $version, input: $input) { ${shown} } }`;
  return (await client.send<Answer>(query, { id, version, input: { ...content, ...input } })).row;
}

/** One step of the lifecycle; with a reason where the step asks for one. */
export async function act(client: ApiClient, action: string, { id, version }: Row, reason?: string): Promise<Row> {
  const [variable, argument] = reason === undefined ? ['', ''] : [', $reason: String!', ', reason: $reason'];
  const query = `mutation ($id: ID!, $version: Int!${variable}) { row: ${action}Achievement(id: $id, version: $version${argument}) { ${shown} } }`;
  return (await client.send<Answer>(query, { id, version, reason })).row;
}

export async function remove(client: ApiClient, { id, version }: Row): Promise<void> {
  await client.send('mutation ($id: ID!, $version: Int!) { deleteAchievement(id: $id, version: $version) }', { id, version });
}

export async function read(client: ApiClient, id: string, fields = shown): Promise<Row & Record<string, unknown>> {
  return (await client.send<{ row: Row & Record<string, unknown> }>(`query ($id: ID!) { row: achievement(id: $id) { ${fields} } }`, { id }))
    .row;
}
