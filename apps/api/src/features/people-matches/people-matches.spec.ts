import { randomUUID } from 'node:crypto';
import { shippedModel } from '@jihui/matching';
import type { ApiClient, TestOrganisation } from '@jihui/testing';
import { shanghaiDay, type Audiences } from '@jihui/domain';
import { ChallengeScene, challengeInput } from '../../../test/challenge-scene.js';
import { publishAchievement, publishDemand } from '../../../test/publish.js';
import { mailsTo } from '../../../test/mailbox.js';
import { codeOf, issuesOf } from '../../../test/refusals.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';
import { system } from '../../platform/auth/actor.js';
import { Handovers } from '../broker-handover/handovers.service.js';
import { labelledMarket } from '../matches/match-labels.js';
import { PersonProfile } from '../people/person-profile.entity.js';

type Person = { person: { id: string; name: string | null }; relevance: string; shared: string[]; sameField: boolean; through: string[] };
const fit = 'relevance shared sameField through';

describe('people, bidders and items that fit', () => {
  let api: TestApi;
  let scene: ChallengeScene;
  let unit: TestOrganisation;
  let tto: Member;
  let demandId: string;

  beforeAll(async () => {
    api = await startApi();
    scene = await new ChallengeScene(api).prepare();
    unit = await api.organisation('UNIVERSITY', { branchId: scene.branch.id });
    tto = await api.member(unit, ['UNIT_TTO']);
    demandId = await publishDemand(api, scene.firm, {
      title: '缸体精镗刀具刃口微崩',
      problem: '发动机缸体精镗刀刃口微崩，希望涂层刀具寿命翻倍，孔壁粗糙度稳定。',
      techField: 'ADVANCED_MANUFACTURING',
      branchId: scene.branch.id,
    });
  });
  afterAll(() => api.close());

  const publish = async (person: Member, values: Partial<PersonProfile>, audiences: Audiences): Promise<string> => {
    const id = randomUUID();
    const { userId, organisation } = person;
    await api.db.run(system, (tx) =>
      tx.insert(PersonProfile, {
        ...{ id, userId, organisationId: organisation.id, status: 'PUBLISHED', role: 'EXPERT', techFields: ['ADVANCED_MANUFACTURING'] },
        ...{ keywords: [], certificates: [], links: [], audiences, consentedAt: tx.now },
        ...values,
      }),
    );
    return id;
  };
  const peopleFor = async (client: ApiClient, filter: object = {}) =>
    (
      await client.send<{ fits: { total: number; left: number; costs: object[]; items: Person[] } }>(
        `query ($demandId: ID!, $filter: PeopleFitFilterInput!) { fits: peopleForDemand(demandId: $demandId, filter: $filter) { total left costs { constraint excluded strong only unknown } items { ${fit} person { id name } } } }`,
        { demandId, filter },
      )
    ).fits;

  it('finds people by what they show to members, never by what they hide, and says by which words', async () => {
    const item = await publishAchievement(api, unit, { title: '缸体精镗刀具涂层', techField: 'ADVANCED_MANUFACTURING' });
    const all: Audiences = { name: 'PUBLIC', fields: 'MEMBERS', intro: 'MEMBERS', links: 'PUBLIC', region: 'NOBODY' };
    const open = await publish(await api.member(unit, ['EXPERT']), { intro: '做精镗刀具刃口和涂层，解决微崩。', regionCode: 'ZZ_GX', links: [{ kind: 'ACHIEVEMENT', id: item }] }, all);
    // The same words, kept for himself: he is not found by them.
    await publish(await api.member(unit, ['EXPERT']), { intro: '做精镗刀具刃口和涂层，解决微崩。' }, { ...all, intro: 'NOBODY' });
    await publish(await api.member(scene.firm, ['EXPERT']), { intro: '做精镗刀具刃口和涂层，解决微崩。' }, all);
    await publish(await api.member(unit, ['EXPERT']), { intro: '研究钢琴音板木材的声学特性。' }, all);
    const broker = await publish(await api.member('BROKER_FIRM', ['BROKER']), { role: 'BROKER', intro: '长期为刀具企业寻找精镗与涂层技术。' }, all);
    const fits = await peopleFor(scene.owner.client);
    expect(fits.items.map((f) => f.person.id)).toEqual([open, broker]);
    expect(fits.items[0]).toMatchObject({ relevance: 'HIGH', sameField: true, through: ['缸体精镗刀具涂层'] });
    expect(fits.items[0]?.shared.join()).toContain('微崩');
    expect(await peopleFor(scene.owner.client, { role: 'BROKER' })).toMatchObject({ total: 2, items: [{ person: { id: broker } }] });
    expect((await peopleFor(scene.owner.client, { role: 'BROKER' })).costs).toEqual([{ constraint: 'ROLE', excluded: 1, strong: 1, only: 1, unknown: 0 }]);
    // Where he is he hides: whatever region is asked, he is neither found by it nor shut out.
    for (const regionCode of ['ZZ_GX', 'LY'])
      expect(await peopleFor(scene.owner.client, { regionCode })).toMatchObject({ left: 2, costs: [{ constraint: 'REGION', excluded: 0, unknown: 2 }] });
    expect(await codeOf(peopleFor(scene.owner.client, { regionCode: '410100' }))).toBe('INVALID_INPUT');
    expect(await codeOf(peopleFor(tto.client))).toBe('FORBIDDEN');
  });

  it('proposes bidders to owner and organiser, without those who are barred or tied to the owner', async () => {
    const { create } = await scene.owner.client.send<{ create: { id: string } }>('mutation ($input: ChallengeInput!) { create: createChallenge(input: $input) { id } }', {
      input: challengeInput,
    });
    const [barred, tied] = [await api.organisation('UNIVERSITY'), await api.organisation('RESEARCH_INSTITUTE')];
    for (const owner of [barred, tied]) await publishAchievement(api, owner, { title: '缸体精镗刀具刃口钝化', techField: 'ADVANCED_MANUFACTURING' });
    // The task that led to the bar is no part of this: its key is let go in this database.
    await api.pool.query('alter table challenge_bar drop constraint "FK_dfadc790496659ad72a5692ca1a"');
    await api.pool.query(
      `insert into challenge_bar ("organisationId", "taskId", cause, reason, since, until, "createdAt", "updatedAt") values ($1, $2, 'BREACH', '逾期', current_date - 1, current_date + 300, now(), now())`,
      [barred.id, randomUUID()],
    );
    await scene.first.client.send('mutation ($input: ConflictRelationInput!) { addConflictRelation(input: $input) { id } }', {
      input: { relation: 'CONTROLS', from: { id: scene.firm.id, name: scene.firm.name }, to: { id: tied.id, name: tied.name }, source: '工商登记' },
    });
    const bidders = async (client: ApiClient) =>
      (
        await client.send<{
          fits: {
            units: { organisationId: string; relevance: string; checks: { condition: string; verdict: string }[] }[];
            experts: unknown[];
            achievements: unknown[];
            leftOut: number;
            whoIsLeftOut: { organisationName: string; condition: string; path: string | null }[] | null;
          };
        }>(
          `query ($id: ID!) { fits: challengeBidders(challengeId: $id) { leftOut whoIsLeftOut { organisationName condition path } units { organisationId ${fit} checks { condition verdict } } experts { ${fit} } achievements { ${fit} } } }`,
          { id: create.id },
        )
      ).fits;
    const seen = await bidders(scene.owner.client);
    expect(seen.units.map((u) => [u.organisationId, u.relevance])).toEqual([[unit.id, 'HIGH']]);
    expect(seen.units[0]?.checks).toContainEqual({ condition: 'OWN_WORDS', verdict: 'TO_CHECK' });
    expect([seen.leftOut, seen.whoIsLeftOut, seen.achievements.length, seen.experts.length]).toEqual([2, null, 1, 1]);
    const { fits: none } = await scene.owner.client.send<{ fits: object }>(
      'query ($id: ID!) { fits: challengeBidders(challengeId: $id, filter: { unitKind: RESEARCH_INSTITUTE }) { leftOut units { organisationId } ofUnits { total left costs { constraint excluded strong only unknown } } } }',
      { id: create.id },
    );
    expect(none).toEqual({ leftOut: 2, units: [], ofUnits: { total: 1, left: 0, costs: [{ constraint: 'UNIT_KIND', excluded: 1, strong: 1, only: 1, unknown: 0 }] } });
    expect(await codeOf(bidders(tto.client))).toBe('NOT_FOUND');
    await api.pool.query(`update challenge set status = 'CLAIM_OPEN', "claimsCloseAt" = now() + interval '30 days', "publishedAt" = now(), number = 'T-1' where id = $1`, [create.id]);
    const organiser = await bidders(scene.first.client);
    expect(organiser.whoIsLeftOut?.map((o) => `${o.organisationName} ${o.condition}`).sort()).toEqual([`${barred.name} NOT_BARRED`, `${tied.name} NO_CONFLICT`].sort());
    expect(organiser.whoIsLeftOut?.find((o) => o.condition === 'NO_CONFLICT')?.path).toContain(scene.firm.name);
    expect(await codeOf(bidders(tto.client))).toBe('FORBIDDEN');

    const forUnit = async (client: ApiClient) =>
      (
        await client.send<{ fits: { barredUntil: string | null; compared: number; items: { through: string[]; challenge: { id: string } }[] } }>(
          `{ fits: challengesForUnit { barredUntil compared items { through challenge { id } } } }`,
        )
      ).fits;
    expect(await forUnit(tto.client)).toMatchObject({ barredUntil: null, compared: 1, items: [{ challenge: { id: create.id }, through: ['缸体精镗刀具涂层'] }] });
    expect((await forUnit((await api.member(barred, ['UNIT_TTO'])).client)).barredUntil).not.toBeNull();
    expect(await forUnit(scene.owner.client)).toMatchObject({ items: [] });
  });

  it('lets operators grade pairs blind, counts how they agree, and writes labels that the training reads', async () => {
    type Row = { achievement: { id: string }; myGrade: number | null; others: { level: number }[]; otherGrades: number; cosine: number; features: { feature: string; value: number | null }[]; first: { probability: number; logOdds: number; place: number } };
    const bench = async (client: ApiClient) =>
      (
        await client.send<{ ranking: { first: { name: string; intercept: number }; candidates: Row[] } }>(
          `query ($demandId: ID!) { ranking: benchRanking(demandId: $demandId) { first { name intercept } candidates { cosine myGrade otherGrades others { level } features { feature value } first { probability logOdds place } achievement { id } } } }`,
          { demandId },
        )
      ).ranking;
    const [one, two] = [scene.first.client, scene.second.client];
    const { first, candidates } = await bench(one);
    const [best] = candidates;
    const value = (name: string) => best?.features.find((f) => f.feature === name)?.value ?? 0;
    expect([first.name, best?.first.place]).toEqual([shippedModel.version, 1]);
    expect(value('wordPart') + value('bigramPart')).toBeCloseTo(best?.cosine ?? 0, 10);
    expect(value('rootCosine') ** 2).toBeCloseTo(best?.cosine ?? 0, 10);
    expect(candidates.map((c) => c.cosine)).toEqual(candidates.map((c) => c.cosine).sort((a, b) => b - a));
    const achievementId = best?.achievement.id ?? '';
    const grade = (client: ApiClient, level: number, version = 0) =>
      client.send('mutation ($version: Int!, $input: MatchGradeInput!) { gradeMatch(version: $version, input: $input) { id } }', { version, input: { demandId, achievementId, level } });
    await grade(one, 4);
    expect((await bench(two)).candidates[0]).toMatchObject({ myGrade: null, otherGrades: 1, others: [] });
    expect([await codeOf(grade(one, 3)), await codeOf(grade(tto.client, 1)), await codeOf(grade(two, 5))]).toEqual(['STALE', 'FORBIDDEN', 'INVALID_INPUT']);
    await grade(two, 3);
    expect((await bench(two)).candidates[0]).toMatchObject({ myGrade: 3, others: [{ level: 4 }] });
    await grade(one, 3, 1);
    const { figures } = await one.send<{ figures: object }>('{ figures: gradeFigures { grades graders pairs same withinOne } }');
    expect(figures).toEqual({ grades: 2, graders: 2, pairs: 1, same: 1, withinOne: 1 });
    const file = async (name: string) => (await fetch(`${api.url}/exports/match-grades/${name}.jsonl`, { headers: { cookie: scene.first.cookie } })).text();
    expect(await file('labels')).toBe(`${JSON.stringify({ demandId, achievementId, levels: [3, 3] })}\n`);
    expect(JSON.parse(await file('demands'))).toMatchObject({ id: demandId, title: '缸体精镗刀具刃口微崩' });
    expect(JSON.parse(await file('achievements'))).toMatchObject({ id: achievementId });
    expect((await labelledMarket(api.db.em)).labels).toContainEqual({ demandId, achievementId, levels: [3, 3] });
  });

  it('hands a demand over to a broker who answers in time, with a reason if he does not want it', async () => {
    const broker = await api.member('BROKER_FIRM', ['BROKER']);
    const [known, hidden] = [
      await publish(broker, { role: 'BROKER', intro: '刀具行业技术经理人' }, { name: 'PUBLIC', organisation: 'MEMBERS' }),
      await publish(await api.member('BROKER_FIRM', ['BROKER']), { role: 'BROKER' }, { name: 'PUBLIC' }),
    ];
    const admin = await api.member(scene.firm, ['ENTERPRISE_ADMIN']);
    const until = shanghaiDay(new Date(Date.now() + 90 * 86_400_000));
    type Given = { id: string; version: number; status: string; dueOn: string; availableActions: string[] };
    const shown = 'id version status dueOn availableActions';
    const offer = async (client: ApiClient, changed: object = {}) =>
      (
        await client.send<{ given: Given }>(`mutation ($input: HandoverOfferInput!) { given: offerHandover(input: $input) { ${shown} } }`, {
          input: { demandId, personProfileId: known, scope: '寻找刀具涂层的成果并组织对接', commissionPermille: 30, until, ...changed },
        })
      ).given;
    expect(await issuesOf(offer(admin.client, { personProfileId: hidden }))).toEqual(['personProfileId party_kind']);
    expect(await issuesOf(offer(admin.client, { until: shanghaiDay(new Date()) }))).toEqual(['until handover_term']);
    expect(await codeOf(offer(tto.client))).toBe('FORBIDDEN');
    const first = await offer(admin.client);
    await api.drain();
    expect(mailsTo(api.dataDir, broker.email).at(0)).toContain('请在');
    expect([await codeOf(offer(admin.client)), first.availableActions]).toEqual(['ALREADY_EXISTS', ['withdraw']]);
    const answer = (client: ApiClient, { id, version }: Given, verb: string, rest = '') => client.send(`mutation { ${verb}Handover(id: "${id}", version: ${version}${rest}) { id } }`);
    const matches = () => codeOf(broker.client.send('query ($id: ID!) { matchesOfDemand(demandId: $id) { computedAt } }', { id: demandId }));
    expect(await issuesOf(answer(broker.client, first, 'refuse', ', input: { refusal: OTHER }'))).toEqual(['note required']);
    expect([await matches(), await codeOf(answer(admin.client, first, 'accept'))]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(await codeOf(answer(broker.client, first, 'refuse', ', input: { refusal: NO_CAPACITY }'))).toBe('OK');
    const second = await offer(admin.client);
    expect(await codeOf(answer(admin.client, second, 'withdraw'))).toBe('OK');
    const third = await offer(admin.client);
    const afterwards = new Date(Date.parse(third.dueOn) + 2 * 86_400_000);
    expect(await api.app.get(Handovers).lapse(afterwards)).toBe(1);
    const last = await offer(admin.client);
    const both = await Promise.all([codeOf(answer(broker.client, last, 'accept')), codeOf(answer(broker.client, last, 'accept'))]);
    expect([both.sort(), await matches()]).toEqual([['OK', 'STALE'], 'OK']);
    const { list } = await admin.client.send<{ list: { status: string; refusal: string | null }[] }>('query ($id: ID!) { list: handoversOfDemand(demandId: $id) { status refusal } }', { id: demandId });
    expect(list.map((m) => m.status)).toEqual(['ACCEPTED', 'LAPSED', 'WITHDRAWN', 'DECLINED']);
    await api.drain();
    expect(mailsTo(api.dataDir, admin.email).join()).toContain('已接受委托');
    await api.pool.query(`update mandate set until = '2026-01-01' where status = 'ACCEPTED'`);
    expect(await matches()).toBe('FORBIDDEN');
  });

  it('sums up registered prices from five contracts of three sellers on', async () => {
    const price = async (question: object = {}) =>
      (
        await tto.client.send<{ price: object | null }>('query ($question: PriceQuestionInput!) { price: priceReference(question: $question) { contracts low median high contractClass trlStep } }', {
          question: { techField: 'ADVANCED_MANUFACTURING', contractClass: 'LICENSE', trl: 5, ...question },
        })
      ).price;
    const sellers = [unit, await api.organisation('UNIVERSITY'), await api.organisation('UNIVERSITY')];
    const register = (i: number, amount: string, status = 'REGISTERED') =>
      api.pool.query(
        `insert into technology_contract ("sellerId", "buyerId", status, type, title, subject, "techField", "totalAmount", "registrationNo", "registeredAt", "verificationToken", "branchId", "paymentTerms", "ipOwnership", acceptance, confidentiality, "paymentMode", "createdAt", "updatedAt")
         values ($1, $2, $3, 'LICENSE_PATENT', '许可合同', '', 'ADVANCED_MANUFACTURING', $4, $5, now(), $5, $6, '', '', '', '', 'LUMP_SUM', now(), now())`,
        [sellers[i % 3]?.id, scene.firm.id, status, amount, `JH-T-${i}`, scene.branch.id],
      );
    for (const [i, amount] of ['12340000', '20500000', '31700000', '48880000'].entries()) await register(i, amount);
    await register(8, '99000000', 'SUBMITTED');
    expect(await price()).toBeNull();
    await register(4, '90000000');
    expect(await price()).toEqual({ contracts: 5, low: '21000000', median: '32000000', high: '49000000', contractClass: 'LICENSE', trlStep: null });
    expect([await price({ techField: 'NEW_MATERIALS' }), await codeOf(api.visitor().send('{ priceReference(question: { techField: NEW_MATERIALS }) { contracts } }'))]).toEqual([null, 'NOT_SIGNED_IN']);
  });

  it('takes a demand over into an item, with what is to be delivered and what is not wanted', async () => {
    await api.pool.query(`update demand set deliverables = '刀具样件二十把', exclusions = '进口涂层代工', "budgetMax" = 50000000, deadline = '2027-12-31' where id = $1`, [demandId]);
    const { made } = await scene.owner.client.send<{ made: object }>('mutation ($demandId: ID!) { made: createChallengeFromDemand(demandId: $demandId) { deliverables background ownFunds endsOn } }', { demandId });
    expect(made).toMatchObject({ deliverables: '刀具样件二十把', ownFunds: '50000000', endsOn: '2027-12-31' });
    expect(JSON.stringify(made)).toContain('不需要的：进口涂层代工');
  });
});
