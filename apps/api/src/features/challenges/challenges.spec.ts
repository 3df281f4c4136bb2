import { ChallengeScene, challengeInput, claimInput, passPhrases, secretWords, type Row } from '../../../test/challenge-scene.js';
import { declare } from '../../../test/challenge-awarded.js';
import { mailsTo } from '../../../test/mailbox.js';
import { codeOf, issuesOf } from '../../../test/refusals.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';
import { ClaimSealing } from './claim-sealing.service.js';

type ClaimRow = { id: string; status: string; content: { summary?: string } | null; result: { total: number; rank: number } | null; outcomeReason: string | null };
const claimFields = 'id status content isOwn refusalReason outcomeReason result { total rank cards byCriterion { criterion points } }';

describe('challenges', () => {
  let api: TestApi;
  let scene: ChallengeScene;
  let unit: Member;
  let rival: Member;
  const eventsOf = async (id: string) =>
    (await api.pool.query<{ event: string }>('select event from audit_event where "subjectId" = $1 order by at, id', [id])).rows.map((r) => r.event.replace('challenge.', ''));
  const claimsSeen = (who: { client: Member['client'] }, id: string) => scene.read<{ claims: ClaimRow[] }>(who, id, `claims { ${claimFields} }`).then((r) => r.claims);

  beforeAll(async () => {
    api = await startApi();
    scene = await new ChallengeScene(api).prepare();
    [unit, rival] = [await api.member('UNIVERSITY', ['UNIT_TTO']), await api.member('ENTERPRISE')];
  });
  afterAll(() => api.close());

  describe('from need to board', () => {
    it('is made from a demand in one click, its fields carried', async () => {
      const input = { title: '高硅铝缸体精镗用刀具刃口崩缺', problem: challengeInput.background, indicators: [{ name: '单刃加工件数', op: 'GE', value: '4000', unit: '件' }], budgetMax: '120000000', deadline: '2099-05-31', keywords: ['PCD'], anonymous: false };
      const { demand } = await scene.owner.client.send<{ demand: { id: string } }>('mutation ($input: DemandInput!) { demand: createDemand(input: $input) { id } }', { input });
      const make = 'mutation ($id: ID!) { row: createChallengeFromDemand(demandId: $id) { status title background indicators { name target must } ownFunds criteria { weight } demandId } }';
      const { row } = await scene.owner.client.send<{ row: Record<string, unknown> }>(make, { id: demand.id });
      expect(row).toMatchObject({ status: 'DRAFT', title: input.title, background: input.problem, indicators: [{ name: '单刃加工件数', target: '4000', must: true }], ownFunds: '120000000', demandId: demand.id });
      expect(row['criteria']).toHaveLength(4);
      expect(await codeOf((await api.member('ENTERPRISE')).client.send(make, { id: demand.id }))).toBe('NOT_FOUND');
    });

    it('is held back by the rules, screened, rewritten beside the original, agreed and approved by a second person', async () => {
      const poor = await scene.create({ ownFunds: '39999999' });
      expect(await codeOf(scene.act(scene.owner, 'submitChallenge', poor))).toBe('STEP_NOT_READY');
      const { readiness } = await scene.read<{ readiness: { code: string; ok: boolean; basis: string | null }[] }>(scene.owner, poor.id, 'readiness { code ok basis params severity }');
      expect(readiness.filter((r) => !r.ok)).toEqual([expect.objectContaining({ code: 'FISCAL_RATIO', basis: expect.stringContaining('4 倍') })]);
      const draft = await scene.create();
      expect(await codeOf(scene.read(scene.first, draft.id))).toBe('NOT_FOUND');
      const submitted = await scene.act(scene.owner, 'submitChallenge', draft);
      const back = await scene.reason(scene.first, 'returnChallenge', submitted, '请补充测试方法');
      expect(back.status).toBe('DRAFT');
      const screened = await scene.act(scene.first, 'screenChallenge', await scene.act(scene.owner, 'submitChallenge', back));
      expect(await issuesOf(scene.argue(screened, { title: '', indicators: [], paymentPlan: [{ name: '签约', percent: 90 }] }))).toEqual(['title required', 'indicators too_small.array', 'paymentPlan weights_100']);
      const argued = await scene.argue(screened, { title: '缸体精镗 PCD 刀具寿命翻倍关键技术' });
      expect(await codeOf(scene.act(scene.first, 'approveChallenge', argued))).toBe('FORBIDDEN');
      expect(await codeOf(scene.act(scene.second, 'approveChallenge', argued))).toBe('STEP_NOT_READY');
      type Beside = { title: string; original: { title: string }; rewriteNote: string };
      expect(await scene.read<Beside>(scene.owner, draft.id, 'title original rewriteNote')).toMatchObject({ title: '缸体精镗 PCD 刀具寿命翻倍关键技术', original: { title: challengeInput.title } });
      const agreed = await scene.act(scene.owner, 'agreeChallenge', argued);
      expect((await scene.act(scene.second, 'approveChallenge', agreed)).status).toBe('APPROVED');
      expect(await eventsOf(draft.id)).toEqual(['created', 'submitted', 'returned', 'submitted', 'screened', 'argued', 'agreed', 'approved']);
      expect(await codeOf(scene.read(api.visitor() as never, draft.id))).not.toBe('OK');
    });

    it('needs two persons with a key, a fair period, and then stays as it is up to its deadline', async () => {
      const approved = await scene.approved();
      expect(await codeOf(scene.publish(approved))).toBe('STEP_NOT_READY');
      expect(await issuesOf(scene.key(scene.second, 'takeChallengeKey', approved, '短口令'))).toEqual(['passPhrase too_small.string']);
      const one = await scene.key(scene.second, 'takeChallengeKey', approved, passPhrases[0]);
      expect(await codeOf(scene.key(scene.second, 'takeChallengeKey', one, passPhrases[0]))).toBe('SAME_REVIEWER');
      const two = await scene.key(scene.head, 'takeChallengeKey', one, passPhrases[1]);
      expect(await codeOf(scene.key(scene.first, 'takeChallengeKey', two, passPhrases[1]))).toBe('STEP_NOT_READY');
      expect(await issuesOf(scene.publish(two, 9))).toEqual(['claimsCloseAt claims_period']);
      const open = await scene.publish(two);
      expect(open).toMatchObject({ status: 'CLAIM_OPEN' });
      for (const [who, name] of [[scene.owner, 'withdrawChallenge'], [scene.second, 'terminateChallenge']] as const)
        expect(await codeOf(scene.reason(who, name, open, '不想继续了，撤掉'))).toBe('ILLEGAL_TRANSITION');
      await expect(api.pool.query(`update challenge set criteria = '[]' where id = $1`, [open.id])).rejects.toThrow('published');
      const fields = 'number title isOwn canClaim ndaAnnex contactPhone original claimCount keyHolders { name } claims { id } history { id } milestones { event } readiness { code }';
      const seen = await scene.read<Record<string, unknown>>({ client: api.visitor() }, open.id, fields);
      expect(seen).toMatchObject({ number: expect.stringMatching(/^JB-ZZ-\d{4}-\d{4}$/), canClaim: false, ndaAnnex: null, contactPhone: null, original: null, claimCount: null, keyHolders: [], claims: [], history: null, readiness: null, milestones: [{ event: 'challenge.published' }] });
      const board = 'query ($stage: BoardStage) { challenges(stage: $stage, text: "缸体", page: { page: 1, size: 50 }) { items { id } } serverTime }';
      const { challenges } = await api.visitor().send<{ challenges: { items: { id: string }[] } }>(board, { stage: 'OPEN' });
      expect(challenges.items.map((i) => i.id)).toContain(open.id);
      expect(challenges.items.map((i) => i.id)).not.toContain(approved.id === open.id ? '' : approved.id);
    });

    it('answers questions to all and amends in the open, the deadline only later', async () => {
      const open = await scene.published();
      const ask = 'mutation ($id: ID!, $q: String!) { row: askChallengeQuestion(challengeId: $id, question: $q) { id } }';
      const { row } = await unit.client.send<{ row: { id: string } }>(ask, { id: open.id, q: '可以使用进口基体材料吗？' });
      expect(await codeOf(scene.owner.client.send(ask, { id: open.id, q: '自己问自己可以吗' }))).toBe('FORBIDDEN');
      const questions = async (who: { client: Member['client'] }) => (await scene.read<{ questions: { question: string; answer: string | null }[] }>(who, open.id, 'questions { question answer answeredAt }')).questions.length;
      expect([await questions(unit), await questions(rival), await questions(scene.owner)]).toEqual([1, 0, 1]);
      const answer = 'mutation ($id: ID!) { answerChallengeQuestion(id: $id, answer: "可以，须提供材质证明。") { answeredAt } }';
      expect(await codeOf(rival.client.send(answer, { id: row.id }))).not.toBe('OK');
      await scene.owner.client.send(answer, { id: row.id });
      expect(await questions({ client: api.visitor() })).toBe(1);
      // Who asked is told to nobody, also not by the history.
      for (const who of [scene.owner, scene.first])
        expect(JSON.stringify(await scene.read(who, open.id, 'questions { id question } history { event actorName organisationName }'))).not.toContain(unit.name);
      const amend = (days: number, current: Row) =>
        scene.act(scene.first, 'amendChallenge', current, ', input: $input', { input: { text: '测试批次由一批改为两批，截止时间顺延。', claimsCloseAt: new Date(Date.now() + days * 86_400_000).toISOString() } }, ', $input: ChallengeAmendmentInput!');
      const now = await scene.read(scene.first, open.id);
      expect(await issuesOf(amend(5, now))).toEqual(['claimsCloseAt only_later']);
      await amend(40, now);
      expect(await scene.read({ client: api.visitor() }, open.id, 'amendments { number text }')).toMatchObject({ amendments: [{ number: 1 }] });
      await api.drain();
      expect(mailsTo(api.dataDir, unit.email).join()).toContain(open.id);
    });
  });

  describe('the seal', () => {
    it('holds against who reads the whole database, and against one of the two holders', async () => {
      const open = await scene.published();
      const sealed = await scene.claim(unit, open);
      expect(sealed).toMatchObject({ status: 'SEALED', content: null });
      const again = await scene.claim(unit, open, { leader: '换了负责人' });
      expect([again.id === sealed.id, again.digest === sealed.digest]).toEqual([true, false]);
      await scene.claim(rival, open);
      const dump = async (): Promise<string> => {
        const { rows: tables } = await api.pool.query<{ name: string }>(`select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`);
        const texts = [];
        for (const { name } of tables) texts.push((await api.pool.query<{ text: string | null }>(`select string_agg(t::text, '') as text from ${name} t`)).rows[0]?.text ?? '');
        return texts.join('');
      };
      const traces = [secretWords, '林教授', '换了负责人', '456789012345', Buffer.from(secretWords).toString('base64').slice(0, 16), Buffer.from(secretWords).toString('hex')];
      const found = async () => {
        const text = await dump();
        return traces.filter((t) => text.includes(t));
      };
      expect(await found()).toEqual([]);
      expect(await dump()).toContain(again.digest);
      // Before the deadline nobody opens, not even both; and nobody else learns who has bid.
      expect(await codeOf(scene.key(scene.second, 'giveChallengeKey', open, passPhrases[0]))).toBe('ILLEGAL_TRANSITION');
      for (const who of [scene.first, scene.head, scene.owner, rival]) expect((await claimsSeen(who, open.id)).filter((c) => c.id === sealed.id)).toEqual([]);
      const closed = await scene.close(open);
      expect(closed.status).toBe('CLAIM_CLOSED');
      expect(await codeOf(scene.key(scene.first, 'giveChallengeKey', closed, passPhrases[0]))).toBe('FORBIDDEN');
      expect(await codeOf(scene.key(scene.second, 'giveChallengeKey', closed, passPhrases[1]))).toBe('WRONG_PASS_PHRASE');
      const half = await scene.key(scene.second, 'giveChallengeKey', closed, passPhrases[0]);
      expect(half.status).toBe('CLAIM_CLOSED');
      expect(await codeOf(scene.key(scene.second, 'giveChallengeKey', half, passPhrases[0]))).toBe('ALREADY_CONFIRMED');
      expect(await found()).toEqual([]);
      expect(await claimsSeen(scene.second, open.id)).toEqual([]);
      const opened = await scene.key(scene.head, 'giveChallengeKey', half, passPhrases[1]);
      expect(opened.status).toBe('OPENED');
      expect((await claimsSeen(scene.first, open.id)).map((c) => [c.status, c.content?.summary?.startsWith(secretWords)])).toEqual([['OPENED', true], ['OPENED', true]]);
      // The probe does see what is there once it is open.
      expect(await found()).toEqual(expect.arrayContaining([secretWords, '换了负责人', '456789012345']));
      expect((await claimsSeen(scene.owner, open.id)).length).toBe(0);
      const { rows } = await api.pool.query(`select data from audit_event where event = 'challenge.opened' and "subjectId" = $1`, [open.id]);
      expect(rows).toEqual([{ data: { claims: 2, holders: [scene.second.name, scene.head.name] } }]);
    });

    it('keeps the annex and the panel from the system administrator of the branch', async () => {
      const open = await scene.published();
      const root = await api.member(scene.branch, ['SYSTEM_ADMIN']);
      expect(await scene.read(root, open.id, 'ndaAnnex isOrganiser keyHolders { name } reviewers { name } claims { id }')).toEqual({ ndaAnnex: null, isOrganiser: false, keyHolders: [], reviewers: [], claims: [] });
      expect(await codeOf(scene.read(root, (await scene.approved()).id))).toBe('NOT_FOUND');
    });

    it('names a claim that was changed in the database, and opens the others', async () => {
      const open = await scene.published();
      const { id } = await scene.claim(unit, open);
      await scene.claim(rival, open);
      await api.pool.query(`update claim set envelope = jsonb_set(envelope, '{data}', to_jsonb('AAAA' || substr(envelope ->> 'data', 5))) where id = $1`, [id]);
      await scene.opened(open);
      expect((await claimsSeen(scene.first, open.id)).map((c) => c.status).sort()).toEqual(['OPENED', 'REFUSED']);
    });

    it('takes a claim at the very millisecond of the deadline and none one later', async () => {
      const open = await scene.published();
      const { rows } = await api.pool.query<{ at: Date }>('select "claimsCloseAt" as at from challenge where id = $1', [open.id]);
      const deadline = rows[0]?.at ?? new Date(0);
      const sealing = api.app.get(ClaimSealing, { strict: false });
      const actor = { kind: 'PERSON' as const, userId: unit.userId, sessionId: null, name: unit.name, organisationId: unit.organisation.id, organisationName: '', organisationKind: unit.organisation.kind, organisationVerified: true, roles: ['UNIT_TTO' as const], ip: '' };
      const at = (ms: number) => api.db.run(actor, (tx) => sealing.submit(tx, open.id, claimInput() as never), { now: new Date(deadline.getTime() + ms) });
      await expect(at(1)).rejects.toMatchObject({ code: 'CLAIMS_CLOSED', params: { deadline: deadline.toISOString() } });
      await expect(at(0)).resolves.toMatchObject({ status: 'SEALED' });
      await api.pool.query(`update challenge set "claimsCloseAt" = now() - interval '1 millisecond' where id = $1`, [open.id]);
      expect(await codeOf(scene.claim(rival, open))).toBe('CLAIMS_CLOSED');
    });

    it('lands a crowd of claims in the last seconds, each with a receipt', async () => {
      const open = await scene.published();
      // `bench -- claims` sends hundreds, spread over the ten seconds before the deadline; here they come at once.
      const wanted = Number(process.env['CLAIM_CROWD'] ?? 0);
      const crowd: Member[] = [];
      for (let i = 0; i < (wanted || 40); i++) crowd.push(await api.member('UNIVERSITY', ['UNIT_TTO']));
      const seconds = wanted ? 10 : 0;
      if (wanted) await api.pool.query(`update challenge set "claimsCloseAt" = now() + interval '10 seconds' where id = $1`, [open.id]);
      const times: number[] = [];
      const answers = await Promise.all(
        crowd.map(async (who, i) => {
          await new Promise((resolve) => setTimeout(resolve, (i / crowd.length) * seconds * 1000));
          const from = performance.now();
          const answer = await codeOf(scene.claim(who, open));
          times.push(performance.now() - from);
          return answer;
        }),
      );
      const late = answers.filter((a) => a === 'CLAIMS_CLOSED').length;
      expect(answers.filter((a) => a !== 'OK' && a !== 'CLAIMS_CLOSED')).toEqual([]);
      if (wanted) {
        times.sort((x, y) => x - y);
        const at = (share: number) => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0);
        process.stdout.write(`claims: ${wanted} sent, ${wanted - late} landed, ${late} told that they were late; ms p50 ${at(0.5)} p95 ${at(0.95)} max ${at(1)}\n`);
      } else expect(late).toBe(0);
      expect((await api.pool.query('select 1 from claim where "challengeId" = $1', [open.id])).rowCount).toBe(crowd.length - late);
    }, 300_000);

    it('refuses a claim that leaves a criterion open, and the owner himself', async () => {
      const open = await scene.published({ kind: 'COMMON_TECHNOLOGY' });
      expect(await issuesOf(scene.claim(unit, open, { pledge: false, answers: [] }))).toEqual(['answers.0.text other_criterion', 'answers.1.text other_criterion', 'partners consortium', 'pledge pledge']);
      expect(await issuesOf(scene.claim(scene.owner, open))).toEqual(['organisation own_claim']);
      await scene.claim(unit, open, { partners: [{ name: '郑州某某刀具有限公司', task: '试制与上机' }] });
      await unit.client.send('mutation ($id: ID!) { retractClaim(challengeId: $id) { status } }', { id: open.id });
      expect((await scene.close(open)).status).toBe('NO_CLAIM');
      const { copy } = await scene.owner.client.send<{ copy: Row & { number: string | null } }>('mutation ($id: ID!) { copy: copyChallenge(id: $id) { id status number title } }', { id: open.id });
      expect(copy).toMatchObject({ status: 'DRAFT', number: null, title: challengeInput.title });
      await api.drain();
      expect(mailsTo(api.dataDir, scene.owner.email).join()).toContain(open.id);
    });
  });

  describe('the review', () => {
    const judge = (who: Member, claimId: string, qualified: boolean, reason?: string) => who.client.send('mutation ($input: ClaimJudgementInput!) { judgeClaim(input: $input) { status } }', { input: { claimId, qualified, reason } });
    const score = (who: Member, claimId: string, a: number, b: number) =>
      who.client.send('mutation ($id: ID!, $input: ScoreCardInput!) { scoreClaim(claimId: $id, input: $input) { id } }', { id: claimId, input: { scores: [{ criterion: '技术方案', points: a, reason: '方案完整可行' }, { criterion: '团队基础', points: b, reason: '团队有样刀数据' }] } });
    const panel = (row: Row, userIds: string[]) => scene.act(scene.first, 'appointReviewers', row, ', userIds: $userIds', { userIds }, ', $userIds: [ID!]!');

    it('goes from qualification through a panel without ties to a decision that every bidder understands', async () => {
      const open = await scene.published();
      const a = (await scene.claim(unit, open)).id;
      const b = (await scene.claim(rival, open)).id;
      const third = await api.member('ENTERPRISE');
      const c = (await scene.claim(third, open)).id;
      let row = await scene.opened(open);
      expect(await codeOf(scene.act(scene.first, 'qualifyChallenge', row))).toBe('STEP_NOT_READY');
      await judge(scene.first, a, true);
      await judge(scene.first, b, true);
      expect(await issuesOf(judge(scene.first, c, false))).toEqual(['reason required']);
      await judge(scene.first, c, false, '不具备同类刀具研制经验');
      row = await scene.act(scene.first, 'qualifyChallenge', row);
      const place = await api.organisation('UNIVERSITY');
      const experts = await Promise.all([1, 2, 3].map(() => api.member(place, ['EXPERT'])));
      const tied = await api.member(unit.organisation, ['EXPERT']);
      expect(await issuesOf(panel(row, [tied.userId, scene.first.userId]))).toEqual(['reviewers.0 conflict', 'reviewers.1 not_expert']);
      expect(await codeOf(scene.act(scene.first, 'startChallengeReview', row))).toBe('STEP_NOT_READY');
      row = await panel(row, experts.map((e) => e.userId));
      row = await scene.act(scene.first, 'startChallengeReview', row);
      const [e1, e2, e3] = experts as [Member, Member, Member];
      expect(await codeOf(score(e1, a, 90, 90))).toBe('STEP_NOT_READY');
      for (const e of experts) await declare(e, open.id);
      expect((await claimsSeen(e1, open.id)).map((x) => x.id).sort()).toEqual([a, b].sort());
      expect(await codeOf(score(tied, a, 1, 1))).toBe('FORBIDDEN');
      for (const [who, x, y] of [[e1, 90, 60], [e2, 80, 70]] as const) {
        await score(who, a, x, x);
        await score(who, b, y, y);
      }
      await score(e3, a, 85, 85);
      expect(await codeOf(score(e3, a, 85, 85))).toBe('ALREADY_EXISTS');
      const ranking = () => scene.read<{ ranking: { id: string; total: number; rank: number }[] | null }>(scene.second, open.id, 'ranking { id total rank cards droppedCount }');
      expect((await ranking()).ranking).toBeNull();
      const decide = (reasons: { claimId: string; reason: string }[]) => scene.act(scene.second, 'decideChallenge', row, ', input: $input', { input: { winners: [a], reasons } }, ', $input: ChallengeDecisionInput!');
      const why = [{ claimId: a, reason: '指标响应最高，样刀数据最完整' }, { claimId: b, reason: '方案可行，但没有台架数据支撑' }];
      expect(await codeOf(decide(why))).toBe('STEP_NOT_READY');
      await score(e3, b, 65, 65);
      expect((await ranking()).ranking).toEqual([
        { id: a, total: 8500, rank: 1, cards: 3, droppedCount: 0 },
        { id: b, total: 6500, rank: 2, cards: 3, droppedCount: 0 },
      ]);
      expect(await codeOf(decide(why.slice(0, 1)))).toBe('STEP_NOT_READY');
      row = await decide(why);
      expect((await claimsSeen(rival, open.id))[0]).toMatchObject({ result: null, outcomeReason: null });
      // The owner does not learn who reviews.
      expect(JSON.stringify(await scene.read(scene.owner, open.id, 'reviewers { name } keyHolders { name } history { event actorName }'))).not.toContain(e1.name);
      row = await scene.act(scene.first, 'announceChallenge', row);
      expect(await scene.read({ client: api.visitor() }, open.id, 'winners { organisationName total } claims { id }')).toEqual({ winners: [{ organisationName: unit.organisation.name, total: 8500 }], claims: [] });
      expect((await claimsSeen(rival, open.id))[0]).toMatchObject({ status: 'LOST', result: { total: 6500, rank: 2, byCriterion: [{ criterion: '技术方案', points: 6500 }, { criterion: '团队基础', points: 6500 }] }, outcomeReason: '方案可行，但没有台架数据支撑' });
      expect((await claimsSeen(third, open.id))[0]).toMatchObject({ status: 'REFUSED', refusalReason: '不具备同类刀具研制经验' });
      expect(await codeOf(scene.act(scene.second, 'concludeChallenge', row))).toBe('STEP_NOT_READY');
      await api.pool.query(`update challenge set "noticeEndsOn" = '2020-01-01' where id = $1`, [open.id]);
      expect((await scene.act(scene.second, 'concludeChallenge', row)).status).toBe('AWARDED');
      expect((await eventsOf(open.id)).slice(-6)).toEqual(['scored', 'scored', 'scored', 'decided', 'announced', 'awarded'].slice(-6));
    });

    it('ends as 流榜 when no claim is qualified, and by 终止 with a reason', async () => {
      const none = await scene.published();
      const { id } = await scene.claim(unit, none);
      const opened = await scene.opened(none);
      await judge(scene.first, id, false, '联合体缺少应用单位');
      expect((await scene.act(scene.first, 'qualifyChallenge', opened)).status).toBe('NO_CLAIM');
      const other = await scene.published();
      await scene.claim(unit, other);
      const closed = await scene.close(other);
      expect(await codeOf(scene.reason(scene.first, 'terminateChallenge', closed, '密钥遗失，重新发榜'))).toBe('FORBIDDEN');
      expect((await scene.reason(scene.second, 'terminateChallenge', closed, '密钥遗失，重新发榜')).status).toBe('TERMINATED');
      expect(await scene.read({ client: api.visitor() }, other.id, 'endReason')).toEqual({ endReason: '密钥遗失，重新发榜' });
    });
  });
});
