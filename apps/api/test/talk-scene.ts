import type { ApiClient, TestOrganisation } from '@jihui/testing';
import { publishAchievement, publishDemand } from './publish.js';
import { startApi, type Member, type TestApi } from './start-api.js';

const talkFields =
  'id version status mySide nextStep agreedNumber contractId isWritable availableActions supplierName demanderName brokerName termSheets { number title totalAmount savedByName supplierConfirmedAt demanderConfirmedAt } files { id name } mandates { id status clientName brokerFirmName availableActions }';
type Sheet = { number: number; title: string; totalAmount: string; supplierConfirmedAt: string | null; demanderConfirmedAt: string | null };
export type Talk = {
  id: string;
  version: number;
  status: string;
  nextStep: string;
  agreedNumber: number | null;
  contractId: string | null;
  isWritable: boolean;
  availableActions: string[];
  brokerName: string | null;
  termSheets: Sheet[];
  files: { id: string; name: string }[];
  mandates: { id: string; status: string; availableActions: string[] }[];
};
export const terms = {
  type: 'LICENSE_PATENT',
  title: '流化床化学镀镍工艺许可',
  subject: '许可方将流化床化学镀镍专利和工艺包许可给被许可方在河南省内使用，并驻厂调试两个月。',
  totalAmount: '120000000',
  paymentMode: 'UPFRONT_ROYALTY',
  paymentTerms: '签约付 40 万元，投产后按销售额 3% 提成。',
  ipOwnership: '专利归许可方，改进成果归改进方。',
  termMonths: 60,
};
export const read = async (client: ApiClient, id: string) =>
  (await client.send<{ talk: Talk }>(`query ($id: ID!) { talk: negotiation(id: $id) { ${talkFields} } }`, { id })).talk;
export const save = async (client: ApiClient, negotiationId: string, basedOn: number, changed: object = {}) =>
  (
    await client.send<{ sheet: Sheet }>(
      'mutation ($negotiationId: ID!, $basedOn: Int!, $input: TermSheetInput!) { sheet: saveTermSheet(negotiationId: $negotiationId, basedOn: $basedOn, input: $input) { number title } }',
      { negotiationId, basedOn, input: { ...terms, ...changed } },
    )
  ).sheet;
export const confirm = (client: ApiClient, negotiationId: string, number: number) =>
  client.send(
    'mutation ($negotiationId: ID!, $number: Int!) { confirmTermSheet(negotiationId: $negotiationId, number: $number) { number } }',
    { negotiationId, number },
  );
export const write = (client: ApiClient, negotiationId: string, text: string) =>
  client.send('mutation ($input: NegotiationMessageInput!) { writeNegotiationMessage(input: $input) { id } }', {
    input: { negotiationId, text },
  });
export const messages = async (client: ApiClient, negotiationId: string, before?: string) =>
  (
    await client.send<{ list: { id: string; authorName: string; text: string }[] }>(
      'query ($negotiationId: ID!, $before: ID) { list: negotiationMessages(negotiationId: $negotiationId, before: $before) { id authorName text } }',
      { negotiationId, before },
    )
  ).list;
export const contacts = async (client: ApiClient, negotiationId: string) =>
  (
    await client.send<{ list: { side: string; organisationName: string; name: string | null; phone: string | null }[] }>(
      'query ($negotiationId: ID!) { list: negotiationContacts(negotiationId: $negotiationId) { side organisationName name phone } }',
      { negotiationId },
    )
  ).list;
export const draft = async (client: ApiClient, negotiationId: string) =>
  (
    await client.send<{ talk: Talk }>(
      `mutation ($negotiationId: ID!) { talk: draftContractFromTermSheet(negotiationId: $negotiationId) { ${talkFields} } }`,
      { negotiationId },
    )
  ).talk;
export const close = (client: ApiClient, { id, version }: Talk) =>
  client.send('mutation ($id: ID!, $version: Int!) { closeNegotiation(id: $id, version: $version) { status } }', { id, version });

export type TalkScene = {
  api: TestApi;
  unit: TestOrganisation;
  firm: TestOrganisation;
  agency: TestOrganisation;
  tto: Member;
  inventor: Member;
  engineer: Member;
  broker: Member;
  stranger: Member;
};

/** A university, a firm and a broker, and somebody who has no part in their talks. */
export async function talkScene(): Promise<TalkScene> {
  const api = await startApi();
  const unit = await api.organisation('UNIVERSITY');
  const firm = await api.organisation('ENTERPRISE');
  const agency = await api.organisation('BROKER_FIRM');
  return {
    api,
    unit,
    firm,
    agency,
    tto: await api.member(unit, ['UNIT_TTO']),
    inventor: await api.member(unit, ['INVENTOR']),
    engineer: await api.member(firm),
    broker: await api.member(agency),
    stranger: await api.member('ENTERPRISE'),
  };
}

let serial = 0;

/** A room of the unit and the firm, opened by an accepted introduction. */
export async function openRoom(
  { api, unit, firm, tto, engineer }: TalkScene,
  values: { demand?: object; achievement?: object } = {},
): Promise<string> {
  const demandId = await publishDemand(api, firm, { title: `镀镍需求第${++serial}号`, ...values.demand });
  const achievementId = await publishAchievement(api, unit, {
    title: `镀镍成果第${serial}号`,
    techField: 'NEW_MATERIALS',
    ...values.achievement,
  });
  const { asked } = await tto.client.send<{ asked: { id: string } }>(
    'mutation ($input: IntroductionRequestInput!) { asked: requestIntroduction(input: $input) { id } }',
    { input: { demandId, achievementId, message: '希望就这项工艺与贵方面谈。' } },
  );
  const { accepted } = await engineer.client.send<{ accepted: { negotiationId: string } }>(
    'mutation ($id: ID!) { accepted: acceptIntroduction(id: $id, version: 1) { negotiationId } }',
    { id: asked.id },
  );
  return accepted.negotiationId;
}

export const eventsOf = async (api: TestApi, id: string) =>
  (
    await api.pool.query<{ event: string; data: object; userId: string }>(
      'select event, data, "userId" from audit_event where "subjectId" = $1 order by at, id',
      [id],
    )
  ).rows;
