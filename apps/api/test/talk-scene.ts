import { termSheetOf, type TermKey } from '@jihui/domain';
import type { ApiClient, TestOrganisation } from '@jihui/testing';
import { publishAchievement, publishDemand } from './publish.js';
import { startApi, type Member, type TestApi } from './start-api.js';

const talkFields =
  'id version status mySide nextStep agreedNumber contractId isWritable availableActions supplierName demanderName brokerName termWordings { key number text totalAmount reason side supplierAcceptedAt demanderAcceptedAt } meetings { id version status decisions supplierConfirmedAt demanderConfirmedAt availableActions } files { id name } mandates { id status clientName brokerFirmName availableActions }';
type Wording = {
  key: TermKey;
  number: number;
  text: string | null;
  totalAmount: string | null;
  reason: string | null;
  side: string;
  supplierAcceptedAt: string | null;
  demanderAcceptedAt: string | null;
};
export type TestMeeting = { id: string; version: number; status: string; decisions: string[]; availableActions: string[] };
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
  termWordings: Wording[];
  meetings: TestMeeting[];
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
  patent: '专利权人为许可方，专利维持有效至合同期满。',
  licenceScope: '普通许可，地域为河南省，不得再许可。',
  plan: '签约后三十日内交付资料，六个月内完成试产。',
  acceptance: '三批次试产达到资料所列指标，双方签署报告。',
  confidentiality: '合同期内及期满后五年保密。',
};
export const read = async (client: ApiClient, id: string) =>
  (await client.send<{ talk: Talk }>(`query ($id: ID!) { talk: negotiation(id: $id) { ${talkFields} } }`, { id })).talk;
/** Proposes the whole sheet, or what is given of it. */
export const propose = (client: ApiClient, negotiationId: string, basedOn: number, given: object = terms, reason = '另有考虑') =>
  client.send('mutation ($input: TermProposalInput!) { proposeTerms(input: $input) { id } }', { input: { negotiationId, basedOn, reason, terms: given } });
export const accept = (client: ApiClient, negotiationId: string, clauses: { key: TermKey; number: number }[]) =>
  client.send('mutation ($input: TermAcceptanceInput!) { acceptTerms(input: $input) { id } }', { input: { negotiationId, clauses } });
/** Accepts whatever waits for somebody, as it reads now. */
export const acceptAll = async (client: ApiClient, negotiationId: string) => {
  const { clauses } = termSheetOf((await read(client, negotiationId)).termWordings.map((w) => ({ ...w, type: null, paymentMode: null, termMonths: null, ...typed(w) })));
  await accept(client, negotiationId, clauses.flatMap(({ key, current, isSettled }) => (current && !isSettled ? [{ key, number: current.number }] : [])));
};
// The scene's sheets are of one type: the tree follows from it.
const typed = ({ key }: Wording) => (key === 'type' ? { type: 'LICENSE_PATENT' as const } : {});
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
