import type { ContractAction, ContractContent, ContractStatus } from '@jihui/domain';
import type { Member, TestApi } from './start-api.js';

export type ContractView = {
  id: string;
  version: number;
  revision: number;
  status: ContractStatus;
  availableActions: ContractAction[];
  dueOn: string | null;
  registrationNo: string | null;
};
const fields = 'id version revision status availableActions dueOn registrationNo';

export const completeContent: ContractContent = {
  type: 'LICENSE_PATENT',
  title: '金刚石多线锯切片专利实施许可',
  subject: '许可方将发明专利ZL201710601862.3许可给被许可方在河南省内实施，并提供技术资料和两次现场调试。',
  techField: 'NEW_MATERIALS',
  totalAmount: '100000000',
  techAmount: '80000000',
  paymentMode: 'INSTALMENTS',
  paymentTerms: '签订后付60万元，验收合格付40万元。',
  signedOn: '2026-03-02',
  startsOn: '2026-03-02',
  endsOn: '2031-03-01',
  ipOwnership: '专利权归许可方，普通许可。',
  acceptance: '连续三批切片翘曲不大于十微米。',
  confidentiality: '工艺参数保密五年。',
};

/** A branch with its people, the two sides, a broker, and the way of a contract through them, all over HTTP. */
export async function contractScene(api: TestApi, branchCode = 'ZZ') {
  const branch = await api.organisation('MARKET_OPERATOR', { branchCode });
  const local = (kind: Parameters<TestApi['organisation']>[0]) => api.organisation(kind, { branchId: branch.id });
  const people = {
    seller: await api.member(await local('UNIVERSITY'), ['UNIT_TTO']),
    buyer: await api.member(await local('ENTERPRISE')),
    broker: await api.member(await local('BROKER_FIRM')),
    first: await api.member(branch, ['OPERATOR_L1']),
    second: await api.member(branch, ['OPERATOR_L2']),
    both: await api.member(branch, ['OPERATOR_L1', 'OPERATOR_L2']),
    auditor: await api.member(branch, ['AUDITOR']),
  };
  const { seller, buyer, broker, first, second } = people;

  const mutate = async (who: Member, field: string, args: string, variables: object): Promise<ContractView> => {
    const answer = await who.client.send<Record<string, ContractView>>(`mutation M${args} { ${fields} } }`, variables);
    const row = answer[field];
    if (!row) throw new Error(`${field} gave nothing`);
    return row;
  };
  const act = (who: Member, field: string, { id, version }: { id: string; version: number }) =>
    mutate(who, field, `($id: ID!, $version: Int!) { ${field}(id: $id, version: $version)`, { id, version });

  const scene = {
    branch,
    ...people,
    act,
    create: (who: Member = seller, change: object = {}, content: Partial<ContractContent> = {}) =>
      mutate(who, 'createContract', '($input: ContractCreateInput!) { createContract(input: $input)', {
        input: {
          ...completeContent,
          ...content,
          sellerId: seller.organisation.id,
          buyerId: buyer.organisation.id,
          brokerId: broker.organisation.id,
          ...change,
        },
      }),
    edit: (who: Member, { id, version }: ContractView, content: Partial<ContractContent>) =>
      mutate(
        who,
        'editContract',
        '($id: ID!, $version: Int!, $input: ContractInput!) { editContract(id: $id, version: $version, input: $input)',
        { id, version, input: { ...completeContent, ...content } },
      ),
    approve: (who: Member, { id, version }: ContractView, opinion: string | null = null) =>
      mutate(who, 'approveContractFirst', '($input: ContractOpinionInput!) { approveContractFirst(input: $input)', {
        input: { id, version, opinion },
      }),
    register: (who: Member, { id, version }: ContractView, opinion: string | null = null) =>
      mutate(who, 'registerContract', '($input: ContractOpinionInput!) { registerContract(input: $input)', {
        input: { id, version, opinion },
      }),
    giveBack: (who: Member, { id, version }: ContractView, reason = '付款金额与成交总额不一致，请核对。') =>
      mutate(who, 'returnContract', '($input: ContractReturnInput!) { returnContract(input: $input)', { input: { id, version, reason } }),
    refuse: (who: Member, { id, version }: ContractView, code = 'MONOPOLY_CLAUSE', reason = '含有无偿回授条款。') =>
      mutate(who, 'refuseContract', '($input: ContractRefusalInput!) { refuseContract(input: $input)', {
        input: { id, version, code, reason },
      }),
    async see(who: Member, id: string, more = ''): Promise<ContractView & Record<string, unknown>> {
      return (
        await who.client.send<{ contract: ContractView & Record<string, unknown> }>(
          `query C($id: ID!) { contract(id: $id) { ${fields} ${more} } }`,
          { id },
        )
      ).contract;
    },
    /** A contract that has gone so far. */
    async at(status: ContractStatus, content: Partial<ContractContent> = {}): Promise<ContractView> {
      const steps: [ContractStatus, (row: ContractView) => Promise<ContractView>][] = [
        ['DRAFT', (row) => act(seller, 'confirmContract', row)],
        ['DRAFT', (row) => act(buyer, 'confirmContract', row)],
        ['CONFIRMED', (row) => act(seller, 'submitContract', row)],
        ['SUBMITTED', (row) => act(first, 'acceptContract', row)],
        ['ACCEPTED', (row) => act(first, 'claimContract', row)],
        ['FIRST_REVIEW', (row) => scene.approve(first, row)],
        ['SECOND_REVIEW', (row) => scene.register(second, row)],
      ];
      let row = await scene.create(seller, {}, content);
      for (const [from, step] of steps) {
        if (row.status === status) break;
        if (row.status !== from) throw new Error(`${row.status} is not ${from}`);
        row = await step(row);
      }
      return row;
    },
  };
  return scene;
}
export type ContractScene = Awaited<ReturnType<typeof contractScene>>;

export async function auditOf(api: TestApi, id: string): Promise<string[]> {
  const rows: { event: string; name: string }[] = await api.db.em.query(
    `select event, "actorName" as name from audit_event where "subjectId" = $1 order by at, id`,
    [id],
  );
  return rows.map((r) => r.event);
}
