import { addWorkingDays, isWorkingDay, knownRules, setWorkingDayTable, shanghaiDay, type AmountLine } from '@jihui/domain';
import { auditOf, contractScene, type ContractScene } from '../../../test/contract-scene.js';
import { codeOf, issuesOf } from '../../../test/refusals.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';

type Rule = { id: string; key: string; validFrom: string | null; validTo: string | null; value: unknown; basis: string; certainty: string; note: string };
type Estimate = { taxEstimate: { parts: { code: string; outcome: string; fen: string | null }[]; rules: { key: string; validFrom: string | null; certainty: string }[] } };

const order = {
  ...{ day: '2026-07-01', type: 'TRANSFER_PATENT_RIGHT', totalAmount: '800000000', techAmount: '800000000', priceIncludesVat: true, recognised: true, attached: false },
  ...{ buyerDeductsVat: true, sellerKind: 'ENTERPRISE', sellerInHenan: false, sellerAbroad: false, fullyRelated: false, licenceMonths: 60 },
  ...{ transferCosts: '0', transferIncomeBefore: '0', buyerIsEnterprise: true, buyerInHenan: true, implementedInHenan: true, buyerTax: 'NORMAL' },
  ...{ received: '100000000', institutionNamed: false },
};

describe('the rules', () => {
  let api: TestApi;
  let scene: ContractScene;
  let administrator: Member;
  beforeAll(async () => {
    api = await startApi();
    scene = await contractScene(api);
    administrator = await api.member(scene.branch, ['SYSTEM_ADMIN']);
  });
  afterAll(async () => {
    setWorkingDayTable(new Map());
    await api.close();
  });

  const rules = async (): Promise<Rule[]> =>
    (await api.visitor().send<{ rules: Rule[] }>('{ rules { id key validFrom validTo value basis certainty note } }')).rules;
  const ofKey = async (key: string) => (await rules()).filter((r) => r.key === key);
  const estimate = async (change: object = {}) =>
    (await api.visitor().send<Estimate>('query E($input: TaxEstimateInput!) { taxEstimate(input: $input) { parts { code outcome fen } rules { key validFrom certainty } } }', { input: { ...order, ...change } })).taxEstimate;
  const fenOf = async (code: string, change: object = {}) => (await estimate(change)).parts.find((p) => p.code === code)?.fen;
  const amendment = { key: 'STAMP_DUTY', validFrom: '2027-07-01', value: '{"rateBp":5}', basis: '印花税法修正（试验）', certainty: 'TO_CHECK', note: '' };
  const amend = (who: Member, change: object = {}) =>
    who.client.send<{ amendRule: Rule }>('mutation A($input: RuleAmendmentInput!) { amendRule(input: $input) { id key validFrom validTo } }', { input: { ...amendment, ...change } });

  it('are those that the library knows, open to anybody', async () => {
    const seeded = (await rules()).map(({ id, ...rule }) => ({ ...rule, isStored: Boolean(id) }));
    const sorted = (list: { key: string; validFrom: string | null }[]) => [...list].sort((a, b) => `${a.key} ${a.validFrom ?? ''}`.localeCompare(`${b.key} ${b.validFrom ?? ''}`));
    expect(sorted(seeded)).toEqual(sorted(knownRules.map((r) => ({ ...r, isStored: true }))));
  });

  it('give a visitor an estimate with its ground', async () => {
    const { parts, rules: cited } = await estimate();
    expect(parts.find((p) => p.code === 'INCOME_TAX')).toEqual({ code: 'INCOME_TAX', outcome: 'AMOUNT', fen: '37500000' });
    expect(cited).toContainEqual({ key: 'SUBSIDY_INTAKE', validFrom: '2024-01-01', certainty: 'TO_CHECK' });
    expect(await issuesOf(estimate({ techAmount: '800000001' }))).toEqual(['techAmount tech_amount']);
  });

  it('give a visitor a reward that sums exactly', async () => {
    const input = { mode: 'TRANSFER', income: '100', deductions: [], inHenan: true, completers: [3334, 3333, 3333].map((shareBp, i) => ({ name: `人${i}`, shareBp })), receivedOn: '2026-07-01' };
    const ask = (change: object = {}) =>
      api.visitor().send<{ rewardEstimate: { pool: string; shares: { fen: string }[] } }>('query R($input: RewardInput!) { rewardEstimate(input: $input) { pool shares { fen } } }', { input: { ...input, ...change } });
    const { rewardEstimate } = await ask();
    expect([rewardEstimate.pool, ...rewardEstimate.shares.map((s) => s.fen)]).toEqual(['70', '24', '23', '23']);
    expect(await issuesOf(ask({ completers: [{ name: '甲', shareBp: 9999 }] }))).toEqual(['completers shares_total']);
  });

  describe('are amended', () => {
    it('by the administrator of the platform alone', async () => {
      for (const who of [scene.seller, scene.first, await api.member(scene.branch, ['BRANCH_ADMIN']), scene.auditor]) expect(await codeOf(amend(who))).toBe('FORBIDDEN');
      expect(await codeOf(amend({ ...administrator, client: api.visitor() }))).toBe('NOT_SIGNED_IN');
    });
    it('with a value of the right shape and without a gap', async () => {
      expect(await issuesOf(amend(administrator, { value: '{"rateBp":-1}' }))).toEqual(['value.rateBp too_small.number']);
      expect(await issuesOf(amend(administrator, { value: '五' }))).toEqual(['value required']);
      const [same] = (await ofKey('STAMP_DUTY')).map(({ value, basis, certainty, note }) => ({ value: JSON.stringify(value), basis, certainty, note }));
      expect(await issuesOf(amend(administrator, same))).toEqual(['basis nothing_changed']);
      expect(await issuesOf(amend(administrator, { validFrom: '2022-07-01' }))).toEqual(['validFrom rule_overlap']);
      expect(await issuesOf(amend(administrator, { key: 'VAT_EXEMPTION', validFrom: '2028-01-02', value: '{"classes":["DEV"],"attachedClasses":[],"waiverMonths":36}' }))).toEqual(['validFrom rule_gap']);
      const [vat] = (await ofKey('VAT_EXEMPTION')).map(({ value, basis, certainty, note }) => ({ key: 'VAT_EXEMPTION', validFrom: '2028-01-01', value: JSON.stringify(value), basis, certainty, note }));
      expect(await issuesOf(amend(administrator, vat))).toEqual(['basis basis_ended']);
      expect(await ofKey('STAMP_DUTY')).toHaveLength(1);
    });
    it('from a day on, the old row only ending the day before', async () => {
      const [before] = await ofKey('STAMP_DUTY');
      const { amendRule } = await amend(administrator);
      expect(await auditOf(api, amendRule.id)).toEqual(['rule.amended']);
      const [now, old] = await ofKey('STAMP_DUTY');
      expect(now).toMatchObject({ validFrom: '2027-07-01', validTo: null, value: { rateBp: 5 } });
      expect(old).toEqual({ ...before, validTo: '2027-06-30' });
      expect([await fenOf('STAMP_DUTY', { day: '2027-06-30' }), await fenOf('STAMP_DUTY', { day: '2027-07-01' })]).toEqual(['240000', '400000']);
      const seen = await administrator.client.send<{ ruleChanges: { event: string; data: object }[] }>('{ ruleChanges { event data } }');
      expect(seen.ruleChanges[0]).toEqual({ event: 'rule.amended', data: { key: 'STAMP_DUTY', validFrom: '2027-07-01' } });
      expect(await codeOf(scene.seller.client.send('{ ruleChanges { event } }'))).toBe('FORBIDDEN');
    });
    it('again, as long as the row has not begun: it is kept as never in force', async () => {
      await amend(administrator, { value: '{"rateBp":4}' });
      const rows = await ofKey('STAMP_DUTY');
      expect(rows.map((r) => `${r.validFrom} ${r.validTo} ${JSON.stringify(r.value)}`)).toEqual(
        expect.arrayContaining(['2027-07-01 2027-06-30 {"rateBp":5}', '2027-07-01 null {"rateBp":4}', '2022-07-01 2027-06-30 {"rateBp":3}']),
      );
      expect(await fenOf('STAMP_DUTY', { day: '2027-07-01' })).toBe('320000');
    });
    it('once, of two at the same time for the same day in the past', async () => {
      const same = { key: 'VAT_RATE', validFrom: '2026-06-01', value: '{"rateBp":500}' };
      const codes = await Promise.all([codeOf(amend(administrator, same)), codeOf(amend(administrator, same))]);
      expect(codes.sort()).toEqual(['INVALID_INPUT', 'OK']);
      expect(await ofKey('VAT_RATE')).toHaveLength(2);
    });
    it('and move the next file that comes in', async () => {
      const today = shanghaiDay(new Date());
      await amend(administrator, { key: 'REVIEW_STEPS', validFrom: today, value: '{"acceptance":1,"firstReview":9,"secondReview":5}' });
      expect((await scene.at('SUBMITTED')).dueOn).toBe(addWorkingDays(today, 1));
      expect((await scene.at('ACCEPTED')).dueOn).toBe(addWorkingDays(today, 9));
    });
    it('never by a hand in the database', async () => {
      await expect(api.pool.query(`update dated_rule set value = '{"rateBp":1}' where key = 'VAT_RATE'`)).rejects.toThrow(/may only end earlier/);
      await expect(api.pool.query('delete from dated_rule')).rejects.toThrow(/is kept/);
      await expect(
        api.pool.query(`insert into dated_rule (key, "validFrom", value, basis, certainty, note, "createdAt", "updatedAt") values ('DORMANT', '2030-01-01', '{}', 'x', 'CERTAIN', '', now(), now())`),
      ).rejects.toThrow(/already has a row/);
    });
  });

  describe('of working days', () => {
    const load = (who: Member, csv: string, year = 2027) =>
      who.client.send<{ importHolidays: { id: string; days: { day: string }[] } }>('mutation H($input: HolidayImportInput!) { importHolidays(input: $input) { id days { day } } }', {
        input: { year, csv, basis: '国务院办公厅通知（试验）', certainty: 'PROBABLE' },
      });
    it('are known to the process from its start', () => {
      expect(['2026-10-07', '2026-10-08', '2026-10-10', '2026-02-28', '2025-04-27'].map((d) => isWorkingDay(d))).toEqual([false, true, true, true, true]);
      // 民法典 Art 201: the day itself is not counted; 28, 29, 30 September, then 8 October.
      expect(addWorkingDays('2026-09-25', 4)).toBe('2026-10-08');
    });
    it('are imported by the administrator, faulty lines named', async () => {
      expect(await codeOf(load(scene.first, '2027-01-01,放假,元旦'))).toBe('FORBIDDEN');
      expect(await issuesOf(load(administrator, '2027-01-01,放假,元旦\n2026-01-02,放假,元旦\n2027-01-04,上班,元旦'))).toEqual(['csv.2 csv_year', 'csv.3 csv_weekday']);
      expect(isWorkingDay('2027-01-01')).toBe(true);
      const { importHolidays } = await load(administrator, '2027-01-01,放假,元旦\n2027-01-09,上班,元旦');
      expect(await auditOf(api, importHolidays.id)).toEqual(['rule.holidaysImported']);
      expect([isWorkingDay('2027-01-01'), isWorkingDay('2027-01-09'), isWorkingDay('2026-10-10')]).toEqual([false, true, true]);
    });
    it('replace the year before and keep it', async () => {
      await load(administrator, '2027-01-01,放假,元旦');
      expect(isWorkingDay('2027-01-09')).toBe(false);
      const { rows } = await api.pool.query<{ kept: number }>('select count(*)::int as kept from working_day_year where year = 2027');
      expect(rows[0]?.kept).toBe(2);
      const { workingDayYears } = await api.visitor().send<{ workingDayYears: { year: number; certainty: string }[] }>('{ workingDayYears { year certainty } }');
      expect(workingDayYears).toEqual([{ year: 2027, certainty: 'PROBABLE' }, { year: 2026, certainty: 'CERTAIN' }, { year: 2025, certainty: 'CERTAIN' }]);
    });
  });

  describe('of amounts', () => {
    const lines: AmountLine[] = [
      { category: 'TECHNOLOGY', name: '许可费', quantity: 1, unitPrice: '60000000', carrier: false },
      { category: 'COMPLETE_SET', name: '中试装置', quantity: 3, unitPrice: '10000000', carrier: true, needed: 3, reason: '掌握技术须连续运行' },
      { category: 'MATERIAL', name: '母粉', quantity: 40, unitPrice: '250000', carrier: false },
    ];
    const amounts = 'totalAmount techAmount amountLines { name needed } amounts { techAmount lines { code fen } rules { key basis } }';
    it('make the amounts of a contract, whatever else was typed', async () => {
      const row = await scene.create(scene.seller, {}, { totalAmount: '5', techAmount: '4', amountLines: lines });
      const seen = await scene.see(scene.buyer, row.id, amounts);
      expect(seen).toMatchObject({ totalAmount: '100000000', techAmount: '80000000', amounts: { techAmount: '80000000', rules: [{ key: 'CARRIER_SETS' }] } });
      expect(seen['amounts']).toMatchObject({ lines: ['technology', 'carrierPart', 'deducted', 'total', 'techAmount'].map((code) => expect.objectContaining({ code })) });
    });
    it('stay when an edit does not speak of them, and go when it empties them', async () => {
      const row = await scene.create(scene.seller, {}, { amountLines: lines });
      const edited = await scene.edit(scene.buyer, row, { totalAmount: '7', techAmount: '7', title: '金刚石切片工艺许可' });
      expect(await scene.see(scene.buyer, row.id, 'totalAmount techAmount')).toMatchObject({ totalAmount: '100000000', techAmount: '80000000' });
      await scene.edit(scene.seller, edited, { totalAmount: '900', techAmount: '800', amountLines: [] });
      expect(await scene.see(scene.buyer, row.id, amounts)).toMatchObject({ totalAmount: '900', techAmount: '800', amountLines: [], amounts: null });
    });
    it('ask for the reason of a carrier, and for something of technology', async () => {
      const [, set] = lines;
      expect(await issuesOf(scene.create(scene.seller, {}, { amountLines: [{ ...lines[2], carrier: true, needed: 1, reason: '试验' } as AmountLine] }))).toEqual(['amountLines.0.carrier carrier_category']);
      expect(await issuesOf(scene.create(scene.seller, {}, { amountLines: [{ ...set, needed: null, reason: null } as AmountLine] }))).toEqual(['amountLines.0.needed required', 'amountLines.0.reason required']);
      const row = await scene.create(scene.seller, {}, { amountLines: [{ ...lines[2] } as AmountLine] });
      expect(await issuesOf(scene.act(scene.seller, 'confirmContract', row))).toEqual(['techAmount required']);
    });
    it('are shown as changed since the last return', async () => {
      const row = await scene.at('SUBMITTED', { amountLines: lines });
      const back = await scene.giveBack(scene.first, row);
      const edited = await scene.edit(scene.seller, back, { amountLines: lines.slice(0, 2) });
      expect(edited.status).toBe('DRAFT');
      const { changes } = await scene.see(scene.seller, row.id, 'changes { field before after }');
      expect(changes).toEqual(expect.arrayContaining([expect.objectContaining({ field: 'amountLines', before: expect.stringContaining('母粉') }), expect.objectContaining({ field: 'totalAmount', after: '90000000' })]));
    });
  });
});
