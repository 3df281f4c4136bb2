import { publishAchievement, publishDemand } from '../../../test/publish.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';

type Person = {
  id: string;
  name: string | null;
  title: string | null;
  intro: string | null;
  techFields: string[];
  contractCases: number | null;
  introductionCases: number | null;
  certificates: { number: string }[];
  links: { id: string }[];
  cases: { number: string }[];
  showsMoreToMembers: boolean;
};
type Mine = {
  id: string;
  version: number;
  status: string;
  readers: { organisationName: string; personName: string }[];
  certificates: { number: string }[];
};
const personFields =
  'id name title intro techFields contractCases introductionCases certificates { number } links { id } cases { number } showsMoreToMembers';
const profile = {
  role: 'EXPERT',
  title: '教授级高工',
  regionCode: 'ZZ_GX',
  techFields: ['NEW_MATERIALS'],
  keywords: ['化学镀'],
  intro: '长期做表面处理。',
  certificates: [
    {
      kind: 'PROFESSIONAL_TITLE',
      name: '正高级工程师',
      number: 'ZG2019410100123',
      issuer: '省人社厅',
      issuedOn: '2019-12-01',
      expiresOn: null,
    },
  ],
  links: [],
  audiences: [
    { field: 'name', audience: 'PUBLIC' },
    { field: 'title', audience: 'MEMBERS' },
    { field: 'fields', audience: 'MEMBERS' },
    { field: 'cases', audience: 'PUBLIC' },
    { field: 'certificates', audience: 'PUBLIC' },
    { field: 'links', audience: 'PUBLIC' },
  ],
};
type Client = Member['client'];
const save = async (client: Client, version: number, changed: object = {}) =>
  (
    await client.send<{ mine: Mine }>(
      'mutation ($version: Int!, $input: ProfileEditInput!) { mine: saveMyProfile(version: $version, input: $input) { id version status } }',
      { version, input: { ...profile, ...changed } },
    )
  ).mine;
const step = async (client: Client, name: 'publish' | 'withdraw', { id, version }: Mine) =>
  (
    await client.send<{ mine: Mine }>(
      `mutation ($id: ID!, $version: Int!) { mine: ${name}MyProfile(id: $id, version: $version) { id version status } }`,
      { id, version },
    )
  ).mine;
const mine = async (client: Client) =>
  (
    await client.send<{ mine: Mine | null }>(
      '{ mine: myProfile { id version status certificates { number } readers { organisationName personName } } }',
    )
  ).mine;
const list = async (client: Client, filter: object = {}) =>
  (
    await client.send<{ page: { total: number; items: Person[] } }>(
      `query ($filter: PeopleFilterInput!) { page: people(filter: $filter, page: { page: 1, size: 20 }) { total items { ${personFields} } } }`,
      { filter },
    )
  ).page;
const one = async (client: Client, id: string) =>
  (await client.send<{ person: Person }>(`query ($id: ID!) { person(id: $id) { ${personFields} } }`, { id })).person;

describe('the people of the market', () => {
  let api: TestApi;
  let expert: Member;
  let reader: Member;
  let achievementId: string;
  beforeAll(async () => {
    api = await startApi();
    expert = await api.member('UNIVERSITY', ['INVENTOR']);
    reader = await api.member('ENTERPRISE');
    achievementId = await publishAchievement(api, expert.organisation, { title: '流化床化学镀', createdBy: expert.userId });
  });
  afterAll(() => api.close());

  it('shows nobody who has not agreed, and nothing that is for nobody', async () => {
    const drafted = await save(expert.client, 0, { audiences: [] });
    await expect(one(reader.client, drafted.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(step(expert.client, 'publish', drafted)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      params: { issues: [{ code: 'nothing_shown' }] },
    });
    const saved = await save(expert.client, drafted.version);
    await expect(save(expert.client, drafted.version)).rejects.toMatchObject({ code: 'STALE' });
    await expect(step(reader.client, 'publish', saved)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await list(api.visitor())).total).toBe(0);
    await step(expert.client, 'publish', saved);
    expect(await one(api.visitor(), saved.id)).toMatchObject({
      name: expert.name,
      title: null,
      intro: null,
      techFields: [],
      showsMoreToMembers: true,
    });
    expect(await one(reader.client, saved.id)).toMatchObject({
      title: '教授级高工',
      intro: null,
      techFields: ['NEW_MATERIALS'],
      certificates: [{ number: 'ZG2*********123' }],
    });
    expect((await mine(expert.client))?.certificates).toEqual([{ number: 'ZG2019410100123' }]);
  });

  it('neither filters nor finds by what the reader may not see', async () => {
    const found = async (client: Client, filter: object) => (await list(client, filter)).total;
    expect([
      await found(reader.client, { techField: 'NEW_MATERIALS' }),
      await found(api.visitor(), { techField: 'NEW_MATERIALS' }),
    ]).toEqual([1, 0]);
    expect([
      await found(reader.client, { text: '教授级' }),
      await found(api.visitor(), { text: '教授级' }),
      await found(reader.client, { text: '表面处理' }),
    ]).toEqual([1, 0, 0]);
    expect(await found(expert.client, { regionCode: 'ZZ_GX' })).toBe(0);
    expect([await found(api.visitor(), { text: expert.name }), await found(api.visitor(), { role: 'BROKER' })]).toEqual([1, 0]);
    const newcomer = await api.member(await api.organisation('ENTERPRISE', { status: 'PENDING' }));
    expect(await found(newcomer.client, { techField: 'NEW_MATERIALS' })).toBe(0);
  });

  it('notes which member has read it, once a day, and tells its person', async () => {
    const own = await mine(expert.client);
    await one(reader.client, own?.id ?? '');
    await one(api.visitor(), own?.id ?? '');
    await one(expert.client, own?.id ?? '');
    expect((await mine(expert.client))?.readers).toEqual([{ organisationName: reader.organisation.name, personName: '测***' }]);
  });

  it('counts cases from the register and from accepted introductions alone', async () => {
    const own = await mine(expert.client);
    const contract = (status: string, number: string | null, achievement: string) =>
      api.pool.query(
        `insert into technology_contract ("sellerId", "buyerId", "achievementId", status, type, title, subject, "registrationNo", "registeredAt", "verificationToken", "branchId", "paymentTerms", "ipOwnership", acceptance, confidentiality, "paymentMode", "createdAt", "updatedAt")
         values ($1, $2, $3, $4, 'LICENSE_PATENT', '许可合同', '', $5, now(), $5, $1, '', '', '', '', 'LUMP_SUM', now(), now())`,
        [expert.organisation.id, reader.organisation.id, achievement, status, number],
      );
    const foreign = await publishAchievement(api, expert.organisation, { title: '别人的成果' });
    await contract('REGISTERED', 'JH-ZZ-2026-000001', achievementId);
    await contract('SUBMITTED', null, achievementId);
    await contract('REGISTERED', 'JH-ZZ-2026-000002', foreign);
    const introduction = (status: string) =>
      api.pool.query(
        `insert into introduction ("requesterId", "answererId", "supplierId", "demanderId", "answeredBy", "requestedByName", message, status, "dueOn", "createdAt", "updatedAt")
         values ($1, $2, $2, $1, $3, '甲', '', $4, current_date, now(), now())`,
        [reader.organisation.id, expert.organisation.id, expert.userId, status],
      );
    await introduction('ACCEPTED');
    await introduction('DECLINED');
    const person = await one(api.visitor(), own?.id ?? '');
    expect(person).toMatchObject({ contractCases: 1, introductionCases: 1, cases: [{ number: 'JH-ZZ-2026-000001' }] });
    expect([(await list(api.visitor(), { minCases: 1 })).total, (await list(api.visitor(), { minCases: 2 })).total]).toEqual([1, 0]);
  });

  it('links public items, never an unnamed owner to itself', async () => {
    const engineer = await api.member(reader.organisation, ['EXPERT']);
    const demandId = await publishDemand(api, reader.organisation, { title: '匿名难题', anonymous: true });
    const anonymous = [{ kind: 'DEMAND', id: demandId }];
    await expect(save(engineer.client, 0, { links: anonymous })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(save(engineer.client, 0, { role: 'BROKER' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const own = await mine(expert.client);
    await save(expert.client, own?.version ?? 0, { links: [{ kind: 'ACHIEVEMENT', id: achievementId }] });
    expect((await one(api.visitor(), own?.id ?? '')).links).toEqual([{ id: achievementId }]);
    await api.pool.query(`update achievement set status = 'WITHDRAWN' where id = $1`, [achievementId]);
    expect((await one(api.visitor(), own?.id ?? '')).links).toEqual([]);
  });

  it('disappears at once when its person withdraws it, or leaves', async () => {
    const own = await mine(expert.client);
    if (!own) throw new Error('no profile');
    await api.pool.query('update app_user set disabled = true where id = $1', [expert.userId]);
    await expect(one(api.visitor(), own.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await api.pool.query('update app_user set disabled = false where id = $1', [expert.userId]);
    await step(expert.client, 'withdraw', own);
    expect((await list(reader.client)).total).toBe(0);
    await expect(one(reader.client, own.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const trail: { event: string }[] = await api.db.em.query(
      `select distinct event from audit_event where "subjectId" = $1 order by event`,
      [own.id],
    );
    expect(trail.map((e) => e.event)).toEqual(['profile.edited', 'profile.published', 'profile.read', 'profile.withdrawn']);
  });
});
