import { checkContract, type CheckedContract, type ContractCheckCode } from './checks.js';
import { likeness } from './likeness.js';
import type { ContractContent } from './rules.js';

const content: ContractContent = {
  type: 'DEV_COMMISSIONED',
  title: '低温烧成陶瓷结合剂砂轮配方开发',
  subject: '开发烧成温度不高于 780 ℃ 的微晶玻璃结合剂，完成三种候选配方的熔制与测试，并提交烧成曲线和质量控制文件。',
  techField: 'NEW_MATERIALS',
  totalAmount: '120000000',
  techAmount: '108000000',
  paymentMode: 'INSTALMENTS',
  paymentTerms: '签约后付40%即48万元，中期评审通过付36万元，验收合格付36万元；其中材料费12万元。',
  signedOn: '2026-03-02',
  startsOn: '2026-03-02',
  endsOn: '2027-09-01',
  ipOwnership: '专利申请权双方共有，配方归委托方。',
  acceptance: '第三方出具回转强度报告，破裂线速度不低于 240 m/s。',
  confidentiality: '合同终止后六年内双方对配方、烧成曲线保密。',
};
const order: CheckedContract = { content, clauses: [], today: '2026-03-10', parties: [{ name: '甲', verified: true }], siblings: [], files: 1, introducers: [] };

function check(code: ContractCheckCode, change: Partial<ContractContent> = {}, around: Partial<CheckedContract> = {}) {
  const found = checkContract({ ...order, ...around, content: { ...content, ...change } }).find((c) => c.code === code);
  return [found?.ok, found?.variant, found?.params, found?.quotes.map((q) => q.words)];
}

it('finds nothing in a contract that is in order', () => {
  expect(checkContract(order).filter((c) => !c.ok)).toEqual([]);
});

describe('amounts', () => {
  it('names what is not technology', () =>
    expect(check('AMOUNTS')).toEqual([true, 'good', { total: '120000000', tech: '108000000', rest: '12000000', percent: 90 }, []]));
  it('is the same twice in a contract without equipment', () => expect(check('AMOUNTS', { techAmount: '120000000' })[1]).toBe('same'));
  it('cannot be more technology than contract', () =>
    expect(check('AMOUNTS', { techAmount: '120000001' }).slice(0, 2)).toEqual([false, 'tooLarge']));
});

describe('payment terms', () => {
  it('may hold partial figures', () => expect(check('PAYMENT').slice(0, 2)).toEqual([true, 'amounts']));
  it('must make up the total', () =>
    expect(check('PAYMENT', { paymentTerms: '签约付50万元，考核通过付40万元，运行结束付48万元。' })).toEqual([
      false,
      'amounts',
      { named: '138000000', total: '120000000' },
      [],
    ]));
  it('must come to one hundred per cent', () => {
    expect(check('PAYMENT', { paymentTerms: '签约付 60%，验收付 40%。' }).slice(0, 2)).toEqual([true, 'shares']);
    expect(check('PAYMENT', { paymentTerms: '签约付 60%，验收付 30%。' })).toEqual([false, 'shares', { percent: 90 }, []]);
  });
  it('are open with royalties', () =>
    expect(check('PAYMENT', { paymentMode: 'ROYALTY', paymentTerms: '按销售额 3% 提成。' }).slice(0, 2)).toEqual([true, 'royalty']));
});

describe('dates', () => {
  it.each([
    [{ signedOn: null }, 'missing'],
    [{ endsOn: '2026-03-01' }, 'endBeforeStart'],
    [{ signedOn: '2026-03-11', startsOn: '2026-03-11' }, 'signedInFuture'],
    [{ startsOn: '2026-02-01' }, 'startBeforeSigning'],
  ])('%j', (change, variant) => expect(check('DATES', change).slice(0, 2)).toEqual([false, variant]));
});

describe('the type', () => {
  const patent = (type: ContractContent['type'], number: string) =>
    check('TYPE_MATCHES_IP', { type, subject: `许可发明专利${number}在河南省内实施，并派员指导两批试制。` }).slice(0, 2);
  it('of a patent licence needs a right number', () => {
    expect(patent('LICENSE_PATENT', 'ZL201710601862.3“一种线锯”')).toEqual([true, 'patent']);
    expect(patent('LICENSE_PATENT', 'ZL201710601862.4')).toEqual([false, 'wrongPatentNumber']);
    expect(patent('LICENSE_PATENT', '')).toEqual([false, 'noPatentNumber']);
  });
  it('reads the number in the clause on the patent, and how long it lasts', () => {
    const licence = { type: 'LICENSE_PATENT', subject: '许可实施下述专利，并派员指导两批试制。', endsOn: '2039-01-01' } as const;
    const clauses = { clauses: ['发明专利“一种线锯”，专利号ZL201710601862.3，申请日2017年7月21日。'] };
    expect(check('TYPE_MATCHES_IP', licence).slice(0, 2)).toEqual([false, 'noPatentNumber']);
    expect(check('TYPE_MATCHES_IP', licence, clauses).slice(0, 2)).toEqual([true, 'patent']);
    expect(check('IP_TERM', licence, clauses).slice(0, 2)).toEqual([false, 'bad']);
    expect(check('TYPE_MATCHES_IP', licence, { clauses: ['专利号ZL201710601862.4'] })).toEqual([false, 'wrongPatentNumber', { number: 'ZL201710601862.4' }, []]);
  });
  it('of a transfer fits what there is to transfer', () => {
    expect(patent('TRANSFER_PATENT_RIGHT', '申请201710601862.3')).toEqual([false, 'notGranted']);
    expect(patent('TRANSFER_PATENT_APPLICATION', 'ZL201710601862.3')).toEqual([false, 'alreadyGranted']);
    expect(patent('TRANSFER_PATENT_APPLICATION', '申请201710601862.3')).toEqual([true, 'patent']);
  });
  it('of a service moves no rights', () => {
    expect(check('TYPE_MATCHES_IP', { type: 'SERVICE' }).slice(0, 2)).toEqual([true, 'noRights']);
    expect(check('TYPE_MATCHES_IP', { type: 'SERVICE', subject: '完成测试，并将专利权一并转让给委托方。' }).slice(0, 2)).toEqual([
      false,
      'movesRights',
    ]);
  });
  it('of a development says whose the result is', () =>
    expect(check('TYPE_MATCHES_IP', { ipOwnership: '另行商定' }).slice(0, 2)).toEqual([false, 'ownerUnclear']));
});

it('a licence does not outlast its patent', () => {
  const licence = { type: 'LICENSE_PATENT' as const, subject: '许可发明专利ZL201710601862.3。' };
  expect(check('IP_TERM', { ...licence, endsOn: '2037-05-01' }).slice(0, 2)).toEqual([true, 'good']);
  expect(check('IP_TERM', { ...licence, endsOn: '2038-05-01' }).slice(0, 3)).toEqual([
    false,
    'bad',
    { number: 'ZL201710601862.3', year: 2037 },
  ]);
});

it('a secret is kept for a time that is named', () => {
  expect(check('CONFIDENTIALITY', { type: 'TRANSFER_SECRET', confidentiality: '双方应予保密。' }).slice(0, 2)).toEqual([false, 'bad']);
  expect(check('CONFIDENTIALITY', { confidentiality: '双方应予保密。' }).slice(0, 2)).toEqual([true, 'usual']);
});

it('marks the words of clauses that may be unlawful', () => {
  const ipOwnership =
    '技术秘密归许可方；被许可方今后作出的一切改进均无偿归许可方所有，被许可方不得自行研究、不得向他人采购同类涂料，不得对专利提出无效宣告。';
  expect(check('MONOPOLY', { ipOwnership })).toEqual([
    false,
    'bad',
    { kinds: '1 2 6' },
    ['改进均无偿归许可方所有', '不得自行研究', '不得向他人采购同类涂料', '不得对专利提出无效宣告'],
  ]);
  expect(check('MONOPOLY', { ipOwnership: '改进归改进方，对方享有免费普通实施权。' })[0]).toBe(true);
});

it('tells of a sibling without naming what the reader may not see', () => {
  const sibling = { id: null, number: null, title: null, status: 'FIRST_REVIEW' as const, branchName: '洛阳', alike: null, totalAmount: null };
  expect(check('DUPLICATE', {}, { siblings: [sibling] }).slice(0, 2)).toEqual([false, 'elsewhere']);
  expect(check('DUPLICATE', {}, { siblings: [{ ...sibling, id: 'x', title: '砂轮' }] })[2]).toEqual({
    count: 1,
    name: '砂轮',
    branch: '洛阳',
    status: 'FIRST_REVIEW',
    id: 'x',
  });
});

it('asks whether contracts with alike texts are one, or one deal in parts', () => {
  const sibling = { id: 'x', number: null, title: '砂轮', status: 'FIRST_REVIEW' as const, branchName: '洛阳', totalAmount: '30000000' };
  const siblings = [{ ...sibling, alike: 40 }, { ...sibling, id: 'y', alike: 71 }, { ...sibling, id: 'z', alike: 93 }];
  expect(check('DUPLICATE', {}, { siblings }).slice(0, 3)).toEqual([
    false,
    'alike',
    { count: 3, alike: 2, percent: 93, together: '180000000', name: '砂轮', branch: '洛阳', status: 'FIRST_REVIEW', id: 'z' },
  ]);
  expect(likeness('陶瓷结合剂CBN砂轮开发（一期）', '陶瓷结合剂ＣＢＮ砂轮开发 (二期)')).toBe(85);
  expect(likeness('陶瓷结合剂砂轮开发', '小麦赤霉病抗性鉴定')).toBe(0);
  expect(likeness('', '')).toBe(0);
});

it('asks after a broker who has brought the parties together', () => {
  const introducer = { brokerName: '嵩岳技术转移', isNamed: false, reason: null };
  const by = (change: object) => check('BROKER_NAMED', {}, { introducers: [{ ...introducer, ...change }] }).slice(0, 3);
  expect(check('BROKER_NAMED').slice(0, 2)).toEqual([true, 'none']);
  expect(by({ isNamed: true }).slice(0, 2)).toEqual([true, 'good']);
  expect(by({})).toEqual([false, 'bad', { names: '嵩岳技术转移' }]);
  expect(by({ reason: '另一项目，与引荐无关' })).toEqual([false, 'explained', { names: '嵩岳技术转移', reason: '另一项目，与引荐无关' }]);
});

it('asks for the parties and the scan', () => {
  expect(check('PARTIES_VERIFIED', {}, { parties: [{ name: '乙', verified: false }] })).toEqual([false, 'bad', { names: '乙' }, []]);
  expect(check('SCAN_ATTACHED', {}, { files: 0 })[0]).toBe(false);
});
