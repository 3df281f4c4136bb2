import { jest } from '@jest/globals';
import exceljs from 'exceljs';
import { addMonths, nextWorkingDay, shanghaiDay, StatisticsCut } from '@jihui/domain';
import { afterScene, pick, refused, wrong, type AfterScene, type Row } from '../../../test/after-scene.js';
import { auditOf, completeContent, contractScene, type ContractScene } from '../../../test/contract-scene.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';

describe('after the signing', () => {
  let api: TestApi;
  let scene: ContractScene;
  let after: AfterScene;
  beforeAll(async () => {
    api = await startApi();
    scene = await contractScene(api, 'AS');
    after = afterScene(api, scene);
  });
  afterAll(() => api.close());

  describe('the money', () => {
    it('comes in exactly, with its papers, no more than agreed without a reason; a wrong entry is voided', async () => {
      const { seller, buyer, first, broker } = scene;
      const { id } = await scene.at('REGISTERED');
      const one = await after.receive(seller, { id });
      await expect(after.receive(seller, { id }, { amount: '40000001', techIncome: '1' })).rejects.toEqual(wrong('amount', 'beyond_contract'));
      await expect(after.receive(seller, { id }, { amount: '40000000', techIncome: '32000001' })).rejects.toEqual(wrong('techIncome', 'beyond_tech'));
      await expect(after.receive(seller, { id }, { amount: '1', techIncome: '2' })).rejects.toEqual(wrong('techIncome', 'tech_income'));
      await expect(after.receive(seller, { id }, { amount: '1', techIncome: '1', receivedOn: '2099-01-01' })).rejects.toEqual(wrong('receivedOn', 'in_future'));
      await expect(after.receive(buyer, { id })).rejects.toEqual(refused('FORBIDDEN'));
      // Two at once may not both take the last part.
      const answers = await Promise.allSettled([after.receive(seller, { id }, { amount: '30000000', techIncome: '0' }), after.receive(seller, { id }, { amount: '30000000', techIncome: '0' })]);
      expect(answers.filter((a) => a.status === 'fulfilled')).toHaveLength(1);
      await after.receive(seller, { id }, { amount: '20000000', techIncome: '0', excessReason: '买方多付，约定抵扣下期服务费。' });
      await after.mutate(seller, 'voidReceipt', 'ReceiptVoidingInput', { ...one, reason: '金额录入有误。' }, 'id');
      await expect(api.pool.query('update contract_receipt set amount = 1 where id = $1', [one.id])).rejects.toThrow('may only be voided');
      const seen = await scene.see(buyer, id, 'income { received techIncome outstanding } receipts { amount voidReason voucherFileId }');
      expect(seen['income']).toEqual({ received: '50000000', techIncome: '0', outstanding: '50000000' });
      expect(seen['receipts']).toHaveLength(3);
      expect((await scene.see(broker, id, 'income { received } receipts { amount }'))['receipts']).toEqual([]);
      const year = 2026;
      const { techIncome } = await first.client.send<{ techIncome: object[] }>('{ techIncome { unitName year receipts amount techIncome } }');
      expect(techIncome).toContainEqual({ unitName: seller.organisation.name, year, receipts: 2, amount: '50000000', techIncome: '0' });
    });

    it('royalties are reported by the buyer, confirmed by the seller, and then may come in', async () => {
      const { seller, buyer } = scene;
      const { id } = await scene.at('REGISTERED');
      const report = (change: object = {}) =>
        after.mutate(buyer, 'reportRoyalty', 'RoyaltyStatementInput', { contractId: id, from: '2026-01-01', until: '2026-06-30', sales: '20000000', royalty: '1000000', performance: '已投产一条线，运行正常。', ...change }, 'id version status');
      await expect(report({ royalty: '20000001' })).rejects.toEqual(wrong('royalty', 'royalty_of_sales'));
      const statement = await report();
      await expect(report({ from: '2026-06-30', until: '2026-07-31' })).rejects.toEqual(refused('ALREADY_EXISTS'));
      await expect(after.receive(seller, { id }, { kind: 'ROYALTY', amount: '1000000', techIncome: '1000000' })).rejects.toEqual(wrong('amount', 'beyond_contract'));
      await seller.client.send('mutation C($id: ID!, $version: Int!) { confirmRoyalty(id: $id, version: $version) { status } }', statement);
      await after.receive(seller, { id }, { kind: 'ROYALTY', amount: '1000000', techIncome: '1000000' });
      expect((await scene.see(seller, id, 'income { techIncome royalties outstanding }'))['income']).toEqual({ techIncome: '1000000', royalties: '1000000', outstanding: '100000000' });
    });

    it('a licence leaves its filing to do, a revocation the notice to the tax office; once each', async () => {
      const { seller, first } = scene;
      const { id } = await scene.at('REGISTERED');
      await api.drain();
      await api.drain();
      type Task = { id: string; version: number; kind: string; dueOn: string; light: string; rule: { key: string } };
      const tasks = async (who: Member) => (await scene.see(who, id, 'followUps { id version kind dueOn light rule { key } }'))['followUps'] as Task[];
      const [task] = await tasks(seller);
      expect(await tasks(seller)).toEqual([expect.objectContaining({ kind: 'LICENCE_FILING', dueOn: nextWorkingDay(addMonths('2026-03-02', 3)), rule: { key: 'LICENCE_FILING' } })]);
      const done = { id: task?.id, version: task?.version, doneOn: '2026-05-20', note: '备案号 X2026410000012' };
      await expect(after.mutate(first, 'finishFollowUp', 'FollowUpDoneInput', done, 'id')).rejects.toEqual(refused('FORBIDDEN'));
      await after.mutate(seller, 'finishFollowUp', 'FollowUpDoneInput', done, 'id');
      await expect(after.mutate(seller, 'finishFollowUp', 'FollowUpDoneInput', { ...done, version: 2 }, 'id')).rejects.toEqual(refused('ILLEGAL_TRANSITION'));
      await after.step(scene.second, 'grantMatter', await after.mutate(first, 'proposeRevocation', 'ContractRevocationInput', { contractId: id, ground: 'FRAUD', reason: '经查合同系虚构。' }));
      await api.drain();
      expect((await tasks(first)).map((t) => t.kind)).toEqual(['LICENCE_FILING', 'TAX_NOTICE']);
    });
  });

  describe('the reward', () => {
    const reward = (change: object = {}) => ({
      ...{ mode: 'TRANSFER', income: '10000001', deductions: [{ kind: 'TAX', name: '税费', amount: '1000000' }], inHenan: true, agreedBp: null, receivedOn: '2026-06-01' },
      completers: [
        { name: '甲', shareBp: 3333 },
        { name: '乙', shareBp: 3333 },
        { name: '丙', shareBp: 3334 },
      ],
      ...change,
    });
    const draft = (who: Member, contractId: string, change: object = {}) =>
      after.mutate<Row & { netIncome: string; appliedBp: number; pool: string; payBy: string; shares: { fen: string }[] }>(
        who,
        'draftDistribution',
        'DistributionInput',
        { contractId, decidedBy: '校长办公会第12次', decidedOn: '2026-06-10', includesHead: false, reward: reward(change) },
        'id version status availableActions netIncome appliedBp pool payBy shares { fen }',
      );
    it('is at least seventy per cent in Henan, sums to the fen, is shown inside the unit, and is paid share by share', async () => {
      const { seller, buyer } = scene;
      const { id } = await scene.at('REGISTERED');
      await expect(draft(seller, id)).rejects.toEqual(wrong('reward.income', 'not_received'));
      await after.receive(seller, { id });
      const row = await draft(seller, id, { agreedBp: 5000 });
      // 70 % of 9,000,001 fen is 6,300,000.7: never less than the floor. Six months from 2026-06-01 (河南省条例 Art 40, 41).
      expect(row).toMatchObject({ netIncome: '9000001', appliedBp: 7000, pool: '6300001', payBy: '2026-12-01' });
      expect(row.shares.reduce((sum, s) => sum + BigInt(s.fen), 0n)).toBe(6_300_001n);
      await expect(draft(seller, id, { income: '50000000' })).rejects.toEqual(wrong('reward.income', 'not_received'));
      await expect(draft(buyer, id)).rejects.toEqual(refused('FORBIDDEN'));
      const inventor = await api.member(seller.organisation, ['INVENTOR']);
      const seen = () => inventor.client.send<{ incomeDistribution: { pool: string } }>('query D($id: ID!) { incomeDistribution(id: $id) { pool } }', { id: row.id });
      await expect(seen()).rejects.toEqual(refused('NOT_FOUND'));
      const noticed = await after.byId(seller, 'noticeDistribution', row);
      expect((await seen()).incomeDistribution.pool).toBe('6300001');
      const objected = await after.mutate(inventor, 'objectToDistribution', 'DistributionReasonInput', { ...pick(noticed), reason: '丙未参与后期试验。' });
      await expect(after.byId(seller, 'agreeDistribution', objected)).rejects.toEqual(refused('ILLEGAL_TRANSITION'));
      const answered = await after.mutate(seller, 'answerDistribution', 'DistributionReasonInput', { ...pick(objected), reason: '经核实，丙承担了后期试验。' });
      await expect(after.byId(seller, 'agreeDistribution', answered)).rejects.toEqual(refused('NOTICE_RUNNING'));
      await api.pool.query(`update income_distribution set "noticeLastDay" = '2026-01-01' where id = $1`, [row.id]);
      const agreed = await after.byId(seller, 'agreeDistribution', answered);
      const pay = (r: Row, names: string[]) => after.mutate(seller, 'payShares', 'SharePaymentInput', { ...pick(r), names, paidOn: shanghaiDay(new Date()), voucherNo: '付字18号' });
      const partly = await pay(agreed, ['甲', '乙']);
      expect(partly.status).toBe('AGREED');
      await expect(pay(partly, ['甲'])).rejects.toEqual(wrong('names', 'share_paid'));
      expect((await pay(partly, ['丙'])).status).toBe('PAID');
      expect(await auditOf(api, row.id)).toEqual(['distribution.drafted', 'distribution.noticed', 'distribution.objected', 'distribution.answered', 'distribution.agreed', 'distribution.paid', 'distribution.paid']);
      const stranger = await api.member('UNIVERSITY', ['UNIT_TTO']);
      await expect(stranger.client.send('query D($id: ID!) { incomeDistribution(id: $id) { pool } }', { id: row.id })).rejects.toEqual(refused('NOT_FOUND'));
    });
    it('from notice to payment by the clock: due on the day after fifteen working days, not a minute before, and paid no day ahead', async () => {
      const { seller } = scene;
      const { id } = await scene.at('REGISTERED');
      const fields = 'id version status availableActions noticedOn noticeLastDay shares { name fen paidOn voucherNo }';
      // Only the day moves: what waits for the database must really wait.
      const itIs = (moment: string) =>
        jest.useFakeTimers({ now: new Date(`${moment}+08:00`), doNotFake: ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
      try {
        itIs('2026-06-10T09:00:00');
        await after.receive(seller, { id });
        const noticed = await after.byId(seller, 'noticeDistribution', await draft(seller, id), fields);
        // Counted by hand: 11, 12, 15–18, 22–26, 29, 30 June, 1, 2 July; 19 June is 端午.
        expect(noticed).toMatchObject({ status: 'NOTICED', noticedOn: '2026-06-10', noticeLastDay: '2026-07-02' });
        const pay = (row: Row, paidOn: string) => after.mutate(seller, 'payShares', 'SharePaymentInput', { ...pick(row), names: ['甲', '乙', '丙'], paidOn, voucherNo: '付字19号' }, fields);
        itIs('2026-07-02T23:59:00');
        await expect(pay(noticed, '2026-07-02')).rejects.toEqual(refused('ILLEGAL_TRANSITION'));
        await expect(after.byId(seller, 'agreeDistribution', noticed)).rejects.toEqual(refused('NOTICE_RUNNING'));
        itIs('2026-07-03T00:01:00');
        const agreed = await after.byId(seller, 'agreeDistribution', noticed);
        await expect(pay(agreed, '2026-07-04')).rejects.toEqual(wrong('paidOn', 'in_future'));
        const paid = await pay(agreed, '2026-07-03');
        expect(paid).toMatchObject({ status: 'PAID', shares: ['甲', '乙', '丙'].map((name) => ({ name, paidOn: '2026-07-03', voucherNo: '付字19号' })) });
        await expect(pay(paid, '2026-07-03')).rejects.toEqual(refused('ILLEGAL_TRANSITION'));
      } finally {
        jest.useRealTimers();
      }
    });
    it('a unit head gets no shares in equity', async () => {
      const { id } = await scene.at('REGISTERED');
      const input = { contractId: id, decidedBy: '校长办公会', decidedOn: '2026-06-10', includesHead: true, reward: reward({ mode: 'EQUITY' }) };
      await expect(after.mutate(scene.seller, 'draftDistribution', 'DistributionInput', input)).rejects.toEqual(wrong('includesHead', 'head_equity'));
    });
    it('rights granted and not used for a year are on the list, until they are used', async () => {
      const { seller } = scene;
      const { rows } = await api.pool.query<{ id: string }>(
        `insert into achievement ("organisationId", status, title, summary, "priceMode", "regionCode", "createdAt", "updatedAt") values ($1, 'DRAFT', '沉睡的成果', '', 'NEGOTIABLE', 'ZZ', now(), now()) returning id`,
        [seller.organisation.id],
      );
      const grant = (change: object) => after.mutate(seller, 'enterRightsGrant', 'RightsGrantInput', { achievementId: rows[0]?.id, kind: 'LONG_TERM_USE', holders: ['甲某'], years: 10, agreedOn: '2024-01-10', ...change }, 'id version');
      await expect(grant({ years: null })).rejects.toEqual(wrong('years', 'grant_years'));
      const row = await grant({});
      const dormant = async () => (await seller.client.send<{ dormantAchievements: { title: string; dormantOn: string; daysLeft: number }[] }>('{ dormantAchievements { title dormantOn daysLeft } }')).dormantAchievements;
      expect(await dormant()).toContainEqual(expect.objectContaining({ title: '沉睡的成果', dormantOn: '2025-01-10' }));
      await after.mutate(seller, 'implementGrant', 'GrantImplementationInput', { ...pick(row), day: '2025-01-02' }, 'id');
      expect((await dormant()).map((d) => d.title)).not.toContain('沉睡的成果');
    });
  });
  describe('the statistics', () => {
    it('count by registration, with the amounts as they were at the end of the period, without what was taken out', async () => {
      const own = await contractScene(api, 'STA');
      const [kept, changed, gone, old] = [await own.at('REGISTERED'), await own.at('REGISTERED', { type: 'SERVICE' }), await own.at('REGISTERED'), await own.at('REGISTERED')];
      const backdate = async (id: string, day: string) => {
        await api.pool.query(`update technology_contract set "registeredAt" = $2 where id = $1`, [id, `${day}T23:59:00+08:00`]);
      };
      for (const [row, day] of [[kept, '2026-01-31'], [changed, '2026-02-01'], [gone, '2026-02-02'], [old, '2025-12-31']] as const) await backdate(row.id, day);
      const grant = async (row: Row, day: string) => {
        await after.granted(row, own);
        await api.pool.query(`update technology_contract set "endedAt" = $2 where id = (select "contractId" from contract_matter where id = $1) and "endedAt" is not null`, [row.id, `${day}T10:00:00+08:00`]);
      };
      const matter = await after.mutate(own.seller, 'proposeContractChange', 'ContractChangeInput', {
        ...{ contractId: changed.id, reason: '追加一批样品试制。' },
        content: { ...completeContent, type: 'SERVICE', totalAmount: '120000000', techAmount: '90000000', paymentTerms: '分期付120万元。' },
      });
      await grant(await after.step(own.buyer, 'agreeToMatter', matter), '2026-03-05');
      for (const row of [gone, old]) await grant(await after.file(own.seller, row.id, 'DEREGISTRATION', 'TERMINATED'), '2026-03-10');
      type Answer = { contractStatistics: { sum: object; lines: { key: string; count: number; totalAmount: string }[]; takenOut: { count: number }; changed: number } };
      const ask = async (from: string, until: string, cut = 'CLASS', basis = 'PLATFORM') =>
        (await own.first.client.send<Answer>('query S($f: StatisticsFilterInput!, $c: StatisticsCut!) { contractStatistics(filter: $f, cut: $c) { sum { count totalAmount techAmount } lines { key count totalAmount } takenOut { count } changed } }', { f: { from, until, basis }, c: cut })).contractStatistics;
      // Until the end of February nothing had been changed or taken out.
      expect(await ask('2026-01-01', '2026-02-28')).toMatchObject({ sum: { count: 3, totalAmount: '300000000', techAmount: '240000000' }, takenOut: { count: 0 }, changed: 0 });
      // 2.1.11: a party counts as what it was at the registration, wherever it moves and whatever it becomes later.
      const parties = async () => [await ask('2026-01-01', '2026-02-28', 'BUYER_KIND'), await ask('2026-01-01', '2026-02-28', 'INTAKE'), await ask('2026-01-01', '2026-02-28', 'OUTPUT')].map((a) => a.lines);
      const asRegistered = await parties();
      await api.pool.query(`update organisation set kind = 'RESEARCH_INSTITUTE', "regionCode" = 'LY' where id = any($1)`, [[own.buyer.organisation.id, own.seller.organisation.id]]);
      expect(await parties()).toEqual(asRegistered);
      expect(asRegistered[0]).toMatchObject([{ key: 'ENTERPRISE', count: 3 }]);
      const year = await ask('2026-01-01', '2099-12-31');
      expect(year).toMatchObject({ sum: { count: 2, totalAmount: '220000000', techAmount: '170000000' }, takenOut: { count: 2 }, changed: 1 });
      expect(year.lines).toEqual([
        { key: 'SERVICE', count: 1, totalAmount: '120000000' },
        { key: 'LICENSE', count: 1, totalAmount: '100000000' },
      ]);
      expect((await ask('2026-01-01', '2099-12-31', 'MONTH')).lines.map((l) => l.key)).toEqual(['2026-01', '2026-02']);
      expect((await ask('2026-01-01', '2099-12-31', 'CLASS', 'NATIONAL')).sum).toMatchObject({ count: 0, totalAmount: '0' });
      const { statisticsContracts } = await own.first.client.send<{ statisticsContracts: { number: string; totalAmount: string }[] }>(
        'query L($f: StatisticsFilterInput!) { statisticsContracts(filter: $f, cut: CLASS, key: "SERVICE") { number totalAmount } }',
        { f: { from: '2026-01-01', until: '2099-12-31', basis: 'PLATFORM' } },
      );
      expect(statisticsContracts).toEqual([{ number: changed.registrationNo, totalAmount: '120000000' }]);
      const workbook = new exceljs.Workbook();
      const response = await fetch(`${api.url}/exports/statistics.xlsx?from=2026-01-01&until=2099-12-31&basis=PLATFORM`, { headers: { cookie: own.first.cookie } });
      await workbook.xlsx.load(await response.arrayBuffer());
      expect(workbook.getWorksheet('按类别')?.getRow(4).values).toEqual([undefined, '合计', 2, 2_200_000, 1_700_000]);
      expect(workbook.getWorksheet('明细')?.rowCount).toBe(4);
      // Every cut is a division of the same contracts: its lines, the list behind each line and the sheet of the export agree to the fen.
      type Listed = { rows: { number: string; totalAmount: string; techAmount: string }[] };
      type Cut = { lines: { key: string; count: number; totalAmount: string; techAmount: string }[] };
      const f = { from: '2026-01-01', until: '2099-12-31', basis: 'PLATFORM' };
      const numbers = [kept, changed].map((c) => c.registrationNo).sort();
      const sheetOf = (cut: StatisticsCut) => workbook.worksheets[1 + StatisticsCut.options.indexOf(cut)];
      for (const c of StatisticsCut.options) {
        const { cut } = await own.first.client.send<{ cut: Cut }>('query S($f: StatisticsFilterInput!, $c: StatisticsCut!) { cut: contractStatistics(filter: $f, cut: $c) { lines { key count totalAmount techAmount } } }', { f, c });
        const listed: string[] = [];
        for (const [i, line] of cut.lines.entries()) {
          const { rows } = await own.first.client.send<Listed>('query L($f: StatisticsFilterInput!, $c: StatisticsCut!, $k: String!) { rows: statisticsContracts(filter: $f, cut: $c, key: $k) { number totalAmount techAmount } }', { f, c, k: line.key });
          const sum = (field: 'totalAmount' | 'techAmount') => rows.reduce((all, r) => all + BigInt(r[field]), 0n);
          expect([c, line.count, line.totalAmount, line.techAmount]).toEqual([c, rows.length, String(sum('totalAmount')), String(sum('techAmount'))]);
          const cells = sheetOf(c)?.getRow(i + 2).values;
          expect([c, Array.isArray(cells) ? cells.slice(2) : null]).toEqual([c, [rows.length, Number(sum('totalAmount')) / 100, Number(sum('techAmount')) / 100]]);
          listed.push(...rows.map((r) => r.number));
        }
        expect([c, listed.sort()]).toEqual([c, numbers]);
      }
      // Another branch counts nothing of it.
      expect((await scene.first.client.send<Answer>('query S($f: StatisticsFilterInput!) { contractStatistics(filter: $f, cut: CLASS) { sum { count } lines { key count totalAmount } takenOut { count } changed } }', { f: { from: '2026-01-01', until: '2026-02-28', basis: 'PLATFORM' } })).contractStatistics.sum).toMatchObject({ count: 0 });
    });

    it("a unit's annual report adds up and names what does not fit", async () => {
      const own = await contractScene(api, 'REP');
      const { id } = await own.at('REGISTERED');
      await after.receive(own.seller, { id });
      const year = Number(shanghaiDay(new Date()).slice(0, 4));
      type Report = { annualReport: { classes: { contractClass: string; count: number }[]; received: string; techIncome: string; contracts: { id: string }[]; anomalies: { code: string; link: string }[] } };
      const { annualReport } = await own.seller.client.send<Report>('query R($y: Int!) { annualReport(year: $y) { classes { contractClass count } contracts { id } received techIncome anomalies { code link } } }', { y: year });
      expect(annualReport).toMatchObject({ received: '60000000', techIncome: '48000000', contracts: [{ id }] });
      expect(annualReport.classes.find((c) => c.contractClass === 'LICENSE')).toEqual({ contractClass: 'LICENSE', count: 1 });
      expect(annualReport.anomalies.map((a) => a.code).sort()).toEqual(['NO_ACHIEVEMENT', 'NO_NATIONAL_NO']);
      const response = await fetch(`${api.url}/exports/annual-report.xlsx?year=${year}`, { headers: { cookie: own.seller.cookie } });
      expect(response.headers.get('content-type')).toContain('spreadsheetml');
      await expect(own.buyer.client.send('query R($y: Int!) { annualReport(year: $y) { received } }', { y: year })).rejects.toEqual(refused('FORBIDDEN'));
    });
  });
});
