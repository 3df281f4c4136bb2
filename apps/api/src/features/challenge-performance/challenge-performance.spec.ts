import { acceptance, announced, awarded, bookInput, declare, moneyTable, passed, publishedFast, qualify, running, reviewed, taskStep, tasksOf, waitingLink, withInput } from '../../../test/challenge-awarded.js';
import { ChallengeScene, type Row } from '../../../test/challenge-scene.js';
import { codeOf, issuesOf } from '../../../test/refusals.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';

describe('challenges after the decision', () => {
  let api: TestApi;
  let scene: ChallengeScene;
  let unit: Member;
  let rival: Member;
  const step = (who: Member, name: string, id: string) => taskStep(scene, who, name, id);
  const give = (who: Member, name: string, id: string, type: string, input: unknown) => withInput(scene, who, name, id, type, input);
  const statusOfFile = async ({ url, cookie }: Member['client'], id: string) => (await fetch(`${url}/files/${id}`, { headers: { cookie } })).status;
  const final = (who: Member, id: string, fileIds: string[] = []) => give(who, 'requestTaskFinal', id, 'FinalRequestInput', { fileIds });
  const object = (client: Member['client'], challengeId: string) =>
    client.send<{ receipt: string }>('mutation ($input: ChallengeObjectionInput!) { receipt: objectToChallenge(input: $input) }', {
      input: { challengeId, name: '荆望舒', contact: '13700001357', text: '获胜单位的负责人与一名评审专家同在一个课题组。' },
    });
  const answer = async (row: Row, upheld: boolean) => {
    const { objections } = await scene.read<{ objections: { id: string; version: number; answeredAt: string | null }[] }>(scene.second, row.id, 'objections { id version answeredAt }');
    const open = objections.find((o) => o.answeredAt === null);
    return scene.second.client.send('mutation ($input: ChallengeObjectionAnswerInput!) { answerChallengeObjection(input: $input) { status } }', {
      input: { id: open?.id, version: open?.version, upheld, answer: upheld ? '经查属实，原决定撤回，另组专家组重新评审。' : '经查，双方三年内无合作，异议不成立。' },
    });
  };
  const money = async (who: Member, id: string) =>
    (await who.client.send<{ task: { payments: { fiscal: string; cash: string; released: string; openedOn: string | null }[] | null; receipts: { id: string }[]; releases: { gate: number; lines: unknown[] }[]; barred: null } }>(
      'query ($id: ID!) { task: challengeTask(id: $id) { payments { gate fiscal cash released openedOn } receipts { id amount } releases { gate lines } clawBack repaid } }', { id })).task;
  const release = (id: string, gate: number, amount: string) => give(scene.second, 'releaseFiscal', id, 'TaskReleaseInput', { gate, amount });
  const pay = async (bidder: Member, id: string, amount: string, kind = 'CASH') => {
    await give(scene.owner, 'recordReceipt', id, 'TaskReceiptInput', { kind, amount, receivedOn: new Date().toISOString().slice(0, 10), note: '银行回单' });
    const { receipts } = await money(scene.owner, id);
    await bidder.client.send('mutation ($id: ID!) { confirmReceipt(id: $id) { id } }', { id: receipts.at(-1)?.id });
  };

  beforeAll(async () => {
    api = await startApi();
    scene = await new ChallengeScene(api).prepare();
    [unit, rival] = [await api.member('UNIVERSITY', ['UNIT_TTO']), await api.member('ENTERPRISE')];
  });
  afterAll(() => api.close());

  it('answers objections in public: one that holds takes the decision back, none may be open at the end', async () => {
    let row = await announced(scene, [unit, rival]);
    const visitor = { client: api.visitor() };
    const { receipt } = await object(visitor.client, row.id);
    expect(receipt).toMatch(/^JY-[2-9A-Z]{8}$/);
    expect((await scene.read<{ objections: unknown[] }>(visitor, row.id, 'objections { id }')).objections).toEqual([]);
    await api.pool.query(`update challenge set "noticeEndsOn" = '2020-01-01' where id = $1`, [row.id]);
    expect(await codeOf(scene.act(scene.second, 'concludeChallenge', await scene.read(scene.second, row.id)))).toBe('STEP_NOT_READY');
    expect(await codeOf(scene.first.client.send('mutation ($input: ChallengeObjectionAnswerInput!) { answerChallengeObjection(input: $input) { id } }', { input: { id: row.id, version: 1, upheld: false, answer: '没有权限的人答复不了' } }))).toBe('FORBIDDEN');
    await answer(row, false);
    expect(await scene.read(visitor, row.id, 'status objections { receipt upheld answer name contact }')).toMatchObject({ status: 'NOTICE', objections: [{ receipt, upheld: false, name: null, contact: null }] });
    await object(rival.client, row.id);
    await answer(row, true);
    row = await scene.read(scene.second, row.id);
    expect(row.status).toBe('QUALIFIED');
    expect(await scene.read(visitor, row.id, 'winners { total } endReason noticeEndsOn objections { upheld }')).toEqual({ winners: null, endReason: '经查属实，原决定撤回，另组专家组重新评审。', noticeEndsOn: null, objections: [{ upheld: false }, { upheld: true }] });
    expect(await codeOf(object(visitor.client, row.id))).toBe('ILLEGAL_TRANSITION');
    // Another panel scores anew, and the other bidder wins.
    const { claims } = await scene.read<{ claims: { id: string; isOwn: boolean }[] }>(scene.first, row.id, 'claims { id }');
    expect((await reviewed(scene, row, claims.map((c) => c.id).reverse())).status).toBe('NOTICE');
  });

  it('is signed, run, changed, paid by gate and accepted', async () => {
    const row = await announced(scene, [unit, rival]);
    const [task] = await awarded(scene, row);
    const id = task?.id ?? '';
    expect(await tasksOf(scene, row.id)).toMatchObject([{ status: 'SIGNING' }]);
    expect(await Promise.all([unit, scene.owner].map((who) => waitingLink(who, 'CHALLENGE_TASKS_OPEN')))).toEqual(['/my/claims', '/my/challenges']);
    expect(await codeOf(step(rival, 'draftTaskContract', id))).toBe('FORBIDDEN');
    expect(await codeOf(give(scene.owner, 'writeTaskBook', id, 'TaskBookInput', bookInput()))).toBe('FORBIDDEN');
    expect(await codeOf(step(scene.first, 'startTask', id))).toBe('STEP_NOT_READY');
    const noMidterm = { ...bookInput(), milestones: bookInput().milestones.slice(0, 1) };
    expect(await issuesOf(give(unit, 'writeTaskBook', id, 'TaskBookInput', noMidterm))).toEqual(['milestones midterm_missing']);
    expect((await running(scene, unit, id)).status).toBe('RUNNING');
    expect((await scene.read(scene.first, row.id)).status).toBe('RUNNING');
    type Texts = { task: { bookText: string | null; pledge: string | null; digest: string; signatures: unknown[] | null } };
    const texts = (who: Member['client']) => who.send<Texts>('query ($id: ID!) { task: challengeTask(id: $id) { bookText pledge digest signatures { side name } } }', { id });
    expect((await texts(unit.client)).task).toMatchObject({ bookText: expect.stringContaining('456789012345件（必须达到）'), pledge: expect.stringContaining('军令状'), signatures: [{ side: 'BIDDER' }, { side: 'OWNER' }] });
    expect((await texts(api.visitor())).task).toMatchObject({ bookText: null, pledge: null, signatures: null });
    expect((await texts(rival.client)).task).toMatchObject({ bookText: null, signatures: null });

    // 40 % after signing: 1 600 000 fen of cash before 4 000 000 fen of fiscal money.
    const explain = () => scene.second.client.send<{ check: { allowed: boolean; lines: { code: string; ok: boolean }[] } }>('query ($id: ID!) { check: releaseCheck(taskId: $id, input: { gate: 1, amount: "4000000" }) { allowed lines { code ok params basis } } }', { id });
    expect((await explain()).check.lines.filter((l) => !l.ok).map((l) => l.code)).toEqual(['ENTERPRISE_CASH_RECEIVED']);
    await pay(unit, id, '1600000', 'GOODS');
    expect(await codeOf(release(id, 1, '4000000'))).toBe('STEP_NOT_READY');
    await pay(unit, id, '1600000');
    expect((await explain()).check.allowed).toBe(true);
    await release(id, 1, '4000000');
    expect(await codeOf(release(id, 1, '1'))).toBe('STEP_NOT_READY');
    expect(await codeOf(release(id, 2, '6000000'))).toBe('STEP_NOT_READY');
    expect((await money(unit, id)).releases[0]?.lines).toHaveLength(9);
    expect((await money(rival, id)).releases).toEqual([]);
    await expect(api.pool.query('update challenge_release set amount = 1')).rejects.toThrow();

    const check = (index: number, passes: boolean) => give(scene.first, 'checkMilestone', id, 'MilestoneCheckInput', { index, passed: passes, comment: '材料不齐全' });
    expect(await codeOf(check(0, true))).toBe('STEP_NOT_READY');
    expect(await codeOf(check(0, false))).toBe('STEP_NOT_READY');
    const paper = await unit.client.upload('检测报告.txt', '寿命 4120 件');
    await give(unit, 'handMilestone', id, 'MilestoneEvidenceInput', { index: 0, text: '检测报告编号 J-2026-001，样件合格。', fileIds: [paper] });
    type Papers = { task: { milestoneFiles: { files: { id: string; name: string; sha256: string }[] }[] | null } };
    const papers = (who: Member['client']) => who.send<Papers>('query ($id: ID!) { task: challengeTask(id: $id) { milestoneFiles { files { id name sha256 } } } }', { id });
    expect((await papers(scene.owner.client)).task.milestoneFiles?.[0]?.files).toEqual([{ id: paper, name: '检测报告.txt', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect((await papers(rival.client)).task.milestoneFiles).toBeNull();
    expect(await Promise.all([unit, scene.owner, scene.second, rival, { client: api.visitor() }].map((who) => statusOfFile(who.client, paper)))).toEqual([200, 200, 200, 404, 401]);
    await give(scene.first, 'checkMilestone', id, 'MilestoneCheckInput', { index: 0, passed: true, comment: '现场核查属实' });
    expect(await codeOf(final(unit, id))).toBe('STEP_NOT_READY');
    const days = bookInput().milestones.map((m) => m.day);
    const moved = { days: [days[0], bookInput().endsOn], endsOn: bookInput().endsOn, reason: '进口设备到货延期两个月，台架试验顺延。' };
    expect(await issuesOf(give(unit, 'proposeTaskChange', id, 'TaskChangeInput', { ...moved, days: [days[1], days[1]] }))).toContain('days.0 already_checked');
    await give(unit, 'proposeTaskChange', id, 'TaskChangeInput', moved);
    expect(await codeOf(step(unit, 'agreeTaskChange', id))).toBe('STEP_NOT_READY');
    await step(scene.owner, 'agreeTaskChange', id);
    await taskStep(scene, scene.second, 'settleTaskChange', id, ', approved: true');
    await passed(scene, unit, id, 1);
    await final(unit, id, [await unit.client.upload('验收材料.txt', '两把刀的寿命记录')]);
    expect((await unit.client.send<{ task: { finalFiles: { name: string }[] } }>('query ($id: ID!) { task: challengeTask(id: $id) { finalFiles { name } } }', { id })).task.finalFiles).toEqual([{ name: '验收材料.txt' }]);
    const missed = { ...acceptance, results: [{ indicator: '单刃加工件数', measured: '3900 件', met: false }] };
    expect(await codeOf(give(scene.second, 'acceptTask', id, 'TaskAcceptanceInput', missed))).toBe('STEP_NOT_READY');
    expect((await give(scene.second, 'acceptTask', id, 'TaskAcceptanceInput', acceptance)).status).toBe('ACCEPTED');
    expect((await scene.read(scene.first, row.id)).status).toBe('ACCEPTED');
    expect(await codeOf(step(scene.first, 'closeTask', id))).toBe('STEP_NOT_READY');
    await pay(unit, id, '2400000');
    await release(id, 2, '6000000');
    expect((await step(scene.first, 'closeTask', id)).status).toBe('CLOSED');
    expect(['应付企业现金', '企业支付（现金）', '应拨财政资金', '财政拨付', '企业支付（物品，不计入）'].map((await moneyTable(unit.client, row.id)).sum)).toEqual([40_000, 40_000, 100_000, 100_000, 16_000]);
    expect(await Promise.all([scene.owner, scene.second, rival, { client: api.visitor() }].map(async (who) => (await moneyTable(who.client, row.id)).status))).toEqual([200, 200, 404, 401]);
  });

  it('ends for the diligent without blame, and for fraud with claw-back and a bar', async () => {
    const [honest] = await awarded(scene, await announced(scene, [unit]));
    await running(scene, unit, honest?.id ?? '');
    const findings = { recordsComplete: true, fundsProper: true, noFraud: true, reported: true, reason: '路线经三轮验证不可行，过程记录完整。', clawBack: '0' };
    expect(await issuesOf(give(scene.second, 'exemptTask', honest?.id ?? '', 'TaskExemptionInput', { ...findings, noFraud: false }))).toEqual(['noFraud finding_missing']);
    expect((await give(scene.second, 'exemptTask', honest?.id ?? '', 'TaskExemptionInput', findings)).status).toBe('EXEMPTED');
    const cheat = await api.member('UNIVERSITY', ['UNIT_TTO']);
    const [task] = await awarded(scene, await announced(scene, [cheat]));
    const id = task?.id ?? '';
    await running(scene, cheat, id);
    await pay(cheat, id, '1600000');
    await release(id, 1, '3000000');
    const end = { cause: 'FRAUD', reason: '检测报告系伪造，已由检测机构书面证实。', clawBack: '3000001' };
    expect(await issuesOf(give(scene.second, 'terminateTask', id, 'TaskTerminationInput', end))).toEqual(['clawBack claw_back']);
    await give(scene.second, 'terminateTask', id, 'TaskTerminationInput', { ...end, clawBack: '3000000' });
    const repay = (amount: string) => taskStep(scene, scene.second, 'recordRepayment', id, ', amount: $amount', { amount }, ', $amount: Fen!');
    await repay('1000000');
    await expect(repay('2000001')).rejects.toMatchObject({ code: 'INVALID_INPUT', params: { issues: [{ path: 'amount', params: { most: '2 万元' } }] } });
    const open = await scene.published();
    expect([await codeOf(scene.claim(cheat, open)), await scene.read(cheat, open.id, 'barredUntil'), await scene.read(scene.owner, open.id, 'barredUntil')]).toEqual(['BARRED', expect.objectContaining({ barredUntil: expect.stringMatching(/^20/) }), expect.objectContaining({ barredUntil: null })]);
    const withCheat = await scene.claim(unit, open, { partners: [{ name: cheat.organisation.name, task: '负责材料制备' }] });
    expect(await scene.opened(open).then(() => issuesOf(qualify(scene, withCheat.id)))).toEqual(['qualified barred_member']);
    const bars = async (who: Member) => (await who.client.send<{ challengeBars: { cause: string }[] }>('{ challengeBars { cause until reason } }')).challengeBars;
    expect([await bars(cheat), await bars(unit)]).toMatchObject([[{ cause: 'FRAUD' }], []]);
  });

  it('races: alike at every gate, one at the last, and the rest of the money is the winner’s', async () => {
    const gate = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
    const race = { mode: 'HORSE_RACE' as const, teams: 2, gates: [{ name: '样件比武', day: gate, rule: '寿命短者淘汰' }], fiscalSupport: '10000001', ownFunds: '40000004', bidderCash: '4000001' };
    const row = await announced(scene, [unit, rival], race, 2);
    const tasks = await awarded(scene, row);
    const ids = await Promise.all([unit, rival].map(async (who) => (await who.client.send<{ row: { tasks: { id: string; mySide: string | null }[] } }>('query ($id: ID!) { row: challenge(id: $id) { tasks { id mySide } } }', { id: row.id })).row.tasks.find((t) => t.mySide === 'BIDDER')?.id ?? ''));
    expect([...ids].sort()).toEqual(tasks.map((t) => t.id).sort());
    const [a = '', b = ''] = ids;
    expect(await issuesOf(give(unit, 'writeTaskBook', a, 'TaskBookInput', bookInput()))).toEqual(['milestones race_days']);
    await running(scene, unit, a, bookInput([gate]));
    const decide = (staying: string[]) => async () => {
      const now = await scene.read(scene.second, row.id);
      return scene.act(scene.second, 'decideRaceGate', now, ', input: $input', { input: { gate: 1, staying, reasons: [a, b].map((taskId) => ({ taskId, reason: '同台比武寿命测试结果见附表' })) } }, ', $input: RaceDecisionInput!');
    };
    expect(await codeOf(decide([a])())).toBe('STEP_NOT_READY');
    await running(scene, rival, b, bookInput([gate]));
    expect((await money(unit, a)).payments).toMatchObject([{ fiscal: '2000000', cash: '800000' }, { fiscal: '6000001', cash: '2400001' }]);
    for (const [who, id] of [[unit, a], [rival, b]] as const) for (const i of [0, 1, 2]) await passed(scene, who, id, i);
    expect(await codeOf(final(unit, a))).toBe('STEP_NOT_READY');
    expect(await issuesOf(decide([a, b])())).toEqual(['staying one_winner']);
    await decide([a])();
    expect((await tasksOf(scene, row.id)).map((t) => t.status).sort()).toEqual(['ELIMINATED', 'RUNNING']);
    // What the team had reached before it was out is still paid.
    await pay(rival, b, '800000');
    expect((await release(b, 1, '2000000')).status).toBe('ELIMINATED');
    expect(await codeOf(release(b, 2, '1'))).toBe('STEP_NOT_READY');
    await final(unit, a);
    await give(scene.second, 'acceptTask', a, 'TaskAcceptanceInput', acceptance);
    expect((await scene.read(scene.first, row.id)).status).toBe('ACCEPTED');
  });

  it('finds conflicts along recorded relations, shows the path, and proposes who is free', async () => {
    const open = await publishedFast(scene);
    const { id: claimId } = await scene.claim(unit, open);
    const owned = await api.member('ENTERPRISE');
    const { id: ownedClaim } = await scene.claim(owned, open);
    let row = await scene.opened(open);
    const place = await api.organisation('UNIVERSITY');
    const [inventor, sister, free] = [await api.member('UNIVERSITY', ['EXPERT']), await api.member(place, ['EXPERT']), await api.member('UNIVERSITY', ['EXPERT'])];
    const relate = (relation: string, from: string, to: string, since: string | null = null) =>
      scene.first.client.send('mutation ($input: ConflictRelationInput!) { addConflictRelation(input: $input) { id } }', { input: { relation, from: { name: from }, to: { name: to }, since, source: '公开信息' } });
    await relate('CO_INVENTOR', inventor.name, '林教授', '2025-01-01');
    await relate('CONTROLS', '某控股集团', place.name);
    await relate('CONTROLS', '某控股集团', unit.organisation.name);
    await relate('CONTROLS', scene.firm.name, owned.organisation.name);
    const judge = (id: string, qualified: boolean) => scene.first.client.send('mutation ($input: ClaimJudgementInput!) { judgeClaim(input: $input) { status } }', { input: { claimId: id, qualified, reason: '发榜方控股，须回避' } });
    expect(await issuesOf(judge(ownedClaim, true))).toEqual(['qualified conflict']);
    await judge(ownedClaim, false);
    await judge(claimId, true);
    row = await scene.act(scene.first, 'qualifyChallenge', row);
    type Found = { id: string; conflicts: { code: string; severity: string; path: { from: string; to: string }[] }[] };
    const { experts } = await scene.first.client.send<{ experts: Found[] }>('query ($id: ID!) { experts: challengeExperts(id: $id) { id conflicts { code severity path { from to } } } }', { id: row.id });
    const of = (who: Member) => experts.find((e) => e.id === who.userId)?.conflicts.map((c) => `${c.severity} ${c.code} ${[c.path[0]?.from, ...c.path.map((p) => p.to)].join(' → ')}`);
    expect(of(inventor)).toEqual([`BLOCK CO_INVENTOR ${inventor.name} → 林教授 → ${unit.organisation.name}`]);
    expect(of(sister)).toEqual([`BLOCK GROUP ${sister.name} → ${place.name} → 某控股集团 → ${unit.organisation.name} → ${unit.organisation.name}`]);
    expect(of(free)).toEqual([]);
    const { proposal } = await scene.first.client.send<{ proposal: { reviewerIds: string[] } }>('query ($id: ID!) { proposal: proposeReviewers(id: $id, size: 50) { reviewerIds unfilled } }', { id: row.id });
    expect([inventor, sister, free].map((who) => proposal.reviewerIds.includes(who.userId))).toEqual([false, false, true]);
    const appoint = (who: Member) => scene.act(scene.first, 'appointReviewers', row, ', userIds: $userIds', { userIds: [who.userId] }, ', $userIds: [ID!]!');
    expect(await issuesOf(appoint(inventor))).toEqual(['reviewers.0 conflict']);
    row = await appoint(free);
    await declare(free, row.id, { ties: [{ claimId, nature: '同学' }], stepBack: true });
    expect(await scene.read(scene.first, row.id, 'reviewers { recusedAt ties { nature } }')).toMatchObject({ reviewers: [{ recusedAt: expect.any(String), ties: [{ nature: '同学' }] }] });
    expect((await scene.read<{ claims: unknown[] }>(free, row.id, 'claims { id }')).claims).toEqual([]);
    type Times = { timetable: { rows: { stage: string; state: string }[] } | null };
    expect((await scene.read<Times>(scene.first, row.id, 'timetable { likelyEnd rows { stage state delay } warnings { code params basis } }')).timetable?.rows.find((r) => r.stage === 'CLAIM_WINDOW')?.state).toBe('DONE');
    expect((await scene.read<Times>(unit, row.id, 'timetable { likelyEnd }')).timetable).toBeNull();
  });

  it('lets the owner talk with every qualified bidder before the review: minutes that both confirm, an intention signed under its hash', async () => {
    const open = await publishedFast(scene);
    const claims = [(await scene.claim(unit, open)).id, (await scene.claim(rival, open)).id];
    let row = await scene.opened(open);
    const plan = (who: Member, claimId: string) =>
      who.client.send<{ row: Row }>('mutation ($input: ChallengeMeetingPlanInput!) { row: planChallengeMeeting(input: $input) { id version status availableActions } }', { input: { claimId, at: new Date(Date.now() - 3_600_000).toISOString(), place: '发榜方会议室' } }).then((d) => d.row);
    for (const claimId of claims) await scene.first.client.send('mutation ($input: ClaimJudgementInput!) { judgeClaim(input: $input) { status } }', { input: { claimId, qualified: true } });
    expect(await codeOf(plan(scene.owner, claims[0] ?? ''))).toBe('ILLEGAL_TRANSITION');
    row = await scene.act(scene.first, 'qualifyChallenge', row);
    expect(await codeOf(plan(unit, claims[0] ?? ''))).toBe('FORBIDDEN');
    const [mine, theirs] = [await plan(scene.owner, claims[0] ?? ''), await plan(scene.first, claims[1] ?? '')];
    expect(await codeOf(plan(scene.owner, claims[0] ?? ''))).toBe('ALREADY_EXISTS');
    type Meetings = { meetings: (Row & { place: string; digest: string | null; intentionFileId: string | null })[] };
    const meetings = async (who: { client: Member['client'] }) => (await scene.read<Meetings>(who, row.id, 'meetings { id version status availableActions place digest intentionFileId mySide }')).meetings;
    expect((await Promise.all([unit, rival, scene.owner, scene.first, { client: api.visitor() }].map(meetings))).map((m) => m.length)).toEqual([1, 1, 2, 2, 0]);
    const step = async (who: Member, name: string, { id }: Row, args = '', variables: object = {}, types = '') => {
      const current = (await meetings(who)).find((m) => m.id === id);
      return scene.act(who, name, { ...mine, id, version: current?.version ?? 0 }, args, { ...variables }, types);
    };
    const minutes = { attendees: [{ side: 'OWNER', name: '王工', title: '总工' }, { side: 'BIDDER', name: '林教授', title: '' }], text: '双方就测试方法和样件数量交换了意见，没有改变榜单内容。' };
    const write = (who: Member, of: Row, input: object = minutes) => step(who, 'writeChallengeMeetingMinutes', of, ', input: $input', { input }, ', $input: ChallengeMeetingMinutesInput!');
    expect(await issuesOf(write(unit, mine, { ...minutes, attendees: [minutes.attendees[0], minutes.attendees[0]] }))).toEqual(['attendees both_sides']);
    type Waiting = { overview: { waiting: { code: string; count: number; link: string; records: { title: string; link: string }[] }[] } };
    const waits = async (who: Member) => {
      const { overview } = await who.client.send<Waiting>('{ overview { waiting { code count link records { title link } } } }');
      const of = overview.waiting.filter((w) => /MEETING|MINUTES|INTENTION/.test(w.code) && w.records.some((r) => r.link === `/challenges/${row.id}`));
      return of.map((w) => `${w.code} ${w.count} ${w.link}`);
    };
    const everybody = async () => Promise.all([unit, scene.owner, scene.first].map(waits));
    const branchWaits = 'CHALLENGE_MEETINGS_OPEN 2 /review/challenges';
    expect(await everybody()).toEqual([['CHALLENGE_MINUTES_TO_CONFIRM 1 /my/claims'], ['CHALLENGE_MINUTES_TO_CONFIRM 2 /my/challenges'], [branchWaits]]);
    expect(await codeOf(step(unit, 'confirmChallengeMeetingMinutes', mine))).toBe('STEP_NOT_READY');
    expect(await codeOf(scene.act(rival, 'confirmChallengeMeetingMinutes', mine))).toBe('NOT_FOUND');
    await write(unit, mine);
    expect((await step(unit, 'confirmChallengeMeetingMinutes', mine)).status).toBe('PLANNED');
    // Whoever writes them anew undoes what was confirmed.
    await write(scene.owner, mine, { ...minutes, text: `${minutes.text}另约定补充两次台架试验。` });
    expect((await step(scene.owner, 'confirmChallengeMeetingMinutes', mine)).status).toBe('PLANNED');
    expect(await codeOf(step(scene.owner, 'confirmChallengeMeetingMinutes', mine))).toBe('STEP_NOT_READY');
    expect((await step(unit, 'confirmChallengeMeetingMinutes', mine)).status).toBe('HELD');
    const hand = async (who: Member) => step(who, 'handChallengeMeetingIntention', mine, ', input: $input', { input: { fileId: await who.client.upload('合作意向书.txt', '双方有意就本榜单合作。') } }, ', $input: ChallengeMeetingIntentionInput!');
    expect(await codeOf(step(unit, 'signChallengeMeetingIntention', mine))).toBe('STEP_NOT_READY');
    await hand(unit);
    expect(await everybody()).toEqual([['CHALLENGE_INTENTIONS_TO_SIGN 1 /my/claims'], ['CHALLENGE_MINUTES_TO_CONFIRM 1 /my/challenges', 'CHALLENGE_INTENTIONS_TO_SIGN 1 /my/challenges'], [branchWaits]]);
    await step(unit, 'signChallengeMeetingIntention', mine);
    expect(await waits(unit)).toEqual([]);
    await step(scene.owner, 'signChallengeMeetingIntention', mine);
    expect(await codeOf(hand(unit))).toBe('STEP_NOT_READY');
    const { intentionFileId } = (await meetings(unit))[0] ?? {};
    const readers = [unit, scene.owner, scene.first, rival, { client: api.visitor() }];
    expect(await Promise.all(readers.map((who) => statusOfFile(who.client, intentionFileId ?? '')))).toEqual([200, 200, 200, 404, 401]);
    const place = await api.organisation('UNIVERSITY');
    const userIds = (await Promise.all([1, 2, 3].map(() => api.member(place, ['EXPERT'])))).map((e) => e.userId);
    row = await scene.act(scene.first, 'appointReviewers', await scene.read(scene.first, row.id), ', userIds: $userIds', { userIds }, ', $userIds: [ID!]!');
    // The rival's talk is open, and then he alone has had none.
    expect(await codeOf(scene.act(scene.first, 'startChallengeReview', row))).toBe('STEP_NOT_READY');
    await step(scene.owner, 'cancelChallengeMeeting', theirs, ', reason: $reason', { reason: '对方临时有事，另行安排' }, ', $reason: String!');
    expect(await codeOf(scene.act(scene.first, 'startChallengeReview', row))).toBe('STEP_NOT_READY');
    const again = await plan(scene.owner, claims[1] ?? '');
    await write(rival, again);
    for (const who of [rival, scene.owner]) await step(who, 'confirmChallengeMeetingMinutes', again);
    expect((await scene.act(scene.first, 'startChallengeReview', row)).status).toBe('REVIEW');
    expect(await codeOf(scene.act(scene.owner, 'cancelChallengeMeeting', again, ', reason: $reason', { reason: '评审开始以后就不能再取消' }, ', $reason: String!'))).toBe('ILLEGAL_TRANSITION');
    type Times = { timetable: { rows: { stage: string; state: string }[] } };
    expect((await scene.read<Times>(scene.first, row.id, 'timetable { rows { stage state } }')).timetable.rows.find((r) => r.stage === 'MEETINGS')?.state).toBe('DONE');
  });

  it('ends when no winner signs', async () => {
    const row = await announced(scene, [unit]);
    const [task] = await awarded(scene, row);
    await taskStep(scene, scene.second, 'declineTask', task?.id ?? '', ', reason: $reason', { reason: '揭榜方逾期未签约' }, ', $reason: String!');
    expect(await scene.read({ client: api.visitor() }, row.id, 'status endReason')).toEqual({ status: 'TERMINATED', endReason: '揭榜方逾期未签约' });
  });
});
