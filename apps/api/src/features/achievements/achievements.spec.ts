import { makePatentNumber, type TestOrganisation } from '@jihui/testing';
import { act, content, create, read, remove, save } from '../../../test/achievement-steps.js';
import { mailsTo } from '../../../test/mailbox.js';
import { codeOf, issuesOf } from '../../../test/refusals.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';

describe('achievements', () => {
  let api: TestApi;
  let unit: TestOrganisation;
  let inventor: Member;
  let colleague: Member;
  let tto: Member;
  let stranger: Member;
  const eventsOf = async (id: string) =>
    (
      await api.pool.query<{ event: string; data: Record<string, unknown> }>(
        'select event, data from audit_event where "subjectId" = $1 order by at, id',
        [id],
      )
    ).rows;

  beforeAll(async () => {
    api = await startApi();
    unit = await api.organisation('UNIVERSITY', { regionCode: 'ZZ_ZD' });
    [inventor, colleague, tto, stranger] = [
      await api.member(unit, ['INVENTOR']),
      await api.member(unit, ['INVENTOR']),
      await api.member(unit, ['UNIT_TTO']),
      await api.member('ENTERPRISE'),
    ];
  });
  afterAll(() => api.close());

  it('goes from its inventor through the TTO to everybody, and leaves its trail', async () => {
    const draft = await create(inventor.client);
    expect(draft).toMatchObject({
      version: 1,
      status: 'DRAFT',
      availableActions: ['edit', 'submit', 'delete'],
      isPendingConversion: false,
    });
    const submitted = await act(inventor.client, 'submit', draft);
    expect(submitted).toMatchObject({ version: 2, status: 'IN_REVIEW', availableActions: [] });
    expect((await read(tto.client, draft.id)).availableActions).toEqual(['amend', 'returnToInventor', 'release']);
    const returned = await act(tto.client, 'return', submitted, '请补充热导率的测试条件');
    expect(returned).toMatchObject({ status: 'DRAFT', returnReason: '请补充热导率的测试条件' });
    const again = await act(inventor.client, 'submit', await save(inventor.client, returned, { trl: 7 }));
    expect(again.returnReason).toBeNull();
    const released = await act(tto.client, 'release', again);
    expect(released).toMatchObject({ status: 'PUBLISHED', isPendingConversion: true, availableActions: ['revise', 'confirm', 'withdraw', 'close'] });
    expect(released.confirmedAt).toBe(released.publishedAt);
    expect((await read(api.visitor(), draft.id)).availableActions).toEqual([]);
    expect(await eventsOf(draft.id)).toEqual([
      { event: 'achievement.created', data: {} },
      { event: 'achievement.submitted', data: {} },
      { event: 'achievement.returned', data: { reason: '请补充热导率的测试条件' } },
      { event: 'achievement.edited', data: { fields: ['trl'] } },
      { event: 'achievement.submitted', data: {} },
      { event: 'achievement.released', data: {} },
    ]);
    await api.drain();
    const mails = mailsTo(api.dataDir, inventor.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain(`http://jihui.test/achievements/${draft.id}`);
  });

  it('is withdrawn with a reason, reopened, released again and closed; never deleted once it was public', async () => {
    const released = await act(tto.client, 'release', await create(tto.client));
    expect(await codeOf(act(tto.client, 'withdraw', released, '短'))).toBe('INVALID_INPUT');
    const withdrawn = await act(tto.client, 'withdraw', released, '专利权属需要核实');
    expect(await codeOf(read(api.visitor(), released.id))).toBe('NOT_FOUND');
    const reopened = await act(tto.client, 'reopen', withdrawn);
    expect(reopened.availableActions).toEqual(['edit', 'submit', 'release']);
    expect(await codeOf(remove(tto.client, reopened))).toBe('HAS_DEPENDANTS');
    const closed = await act(tto.client, 'close', await act(tto.client, 'release', reopened));
    expect(closed).toMatchObject({ status: 'CLOSED', availableActions: ['reopen'] });
    const draft = await create(inventor.client);
    await remove(inventor.client, draft);
    expect(await codeOf(read(inventor.client, draft.id))).toBe('NOT_FOUND');
    expect((await eventsOf(draft.id)).at(-1)?.event).toBe('achievement.deleted');
  });

  it('keeps every way that its lifecycle does not have', async () => {
    const draft = await create(tto.client);
    for (const action of ['reopen', 'close']) expect(await codeOf(act(tto.client, action, draft))).toBe('ILLEGAL_TRANSITION');
    for (const action of ['withdraw', 'return'])
      expect(await codeOf(act(tto.client, action, draft, '一个足够长的理由'))).toBe('ILLEGAL_TRANSITION');
    const withdrawn = await act(tto.client, 'withdraw', await act(tto.client, 'release', draft), '一个足够长的理由');
    for (const action of ['submit', 'release', 'close'])
      expect(await codeOf(act(tto.client, action, withdrawn))).toBe('ILLEGAL_TRANSITION');
    expect(await codeOf(save(tto.client, withdrawn, {}))).toBe('ILLEGAL_TRANSITION');
  });

  it('names all that is missing at once', async () => {
    const draft = await create(inventor.client, {
      title: '短题',
      summary: '',
      keywords: [],
      techField: null,
      trl: null,
      transferModes: [],
      priceMin: null,
      priceMax: null,
    });
    expect((await issuesOf(act(inventor.client, 'submit', draft))).sort()).toEqual([
      'keywords too_small.array',
      'priceMax required',
      'priceMin required',
      'summary required',
      'techField required',
      'title too_small.string',
      'transferModes too_small.array',
      'trl required',
    ]);
    expect(
      await issuesOf(
        create(inventor.client, { ipRights: [{ kind: 'INVENTION', number: 'ZL202110384716.5', title: '', status: 'GRANTED' }] }),
      ),
    ).toEqual(['ipRights.0.number patent_number']);
    expect(
      await issuesOf(
        create(inventor.client, { ipRights: [{ kind: 'DESIGN', number: makePatentNumber(1), title: '', status: 'GRANTED' }] }),
      ),
    ).toEqual(['ipRights.0.number patent_kind']);
  });

  it('saves a draft as it is typed: one version per change, one line of the trail per sitting', async () => {
    const draft = await create(inventor.client, { priceMode: 'FIXED', priceMin: '100', priceMax: null });
    const same = await save(inventor.client, draft, { priceMode: 'FIXED', priceMin: '100', priceMax: '100' });
    expect(same.version).toBe(1);
    const second = await save(inventor.client, await save(inventor.client, same, { title: '金刚石热沉' }), { title: '金刚石热沉片' });
    expect(second.version).toBe(3);
    expect((await eventsOf(draft.id)).map((e) => e.data['fields'])).toEqual([undefined, expect.arrayContaining(['title', 'priceMin'])]);
    const [a, b] = await Promise.all([
      codeOf(save(inventor.client, second, { trl: 1 })),
      codeOf(save(inventor.client, second, { trl: 2 })),
    ]);
    expect([a, b].sort()).toEqual(['OK', 'STALE']);
  });

  it('lets two TTOs release the same version once', async () => {
    const second = await api.member(unit, ['UNIT_TTO']);
    const draft = await create(tto.client);
    const codes = await Promise.all([codeOf(act(tto.client, 'release', draft)), codeOf(act(second.client, 'release', draft))]);
    expect(codes.sort()).toEqual(['OK', 'STALE']);
  });

  it('is revised by the TTO alone once it is public, and stays complete', async () => {
    const draft = await create(inventor.client);
    const released = await act(tto.client, 'release', draft);
    expect(await codeOf(save(inventor.client, released, { trl: 8 }))).toBe('FORBIDDEN');
    expect(await issuesOf(save(tto.client, released, { summary: '太短' }))).toEqual(['summary too_small.string']);
    const revised = await save(tto.client, released, { trl: 8 });
    expect(revised).toMatchObject({ status: 'PUBLISHED', version: released.version + 1 });
    expect((await eventsOf(draft.id)).at(-1)).toEqual({ event: 'achievement.revised', data: { fields: ['trl'] } });
    const waiting = await act(inventor.client, 'submit', await create(inventor.client));
    expect(await codeOf(save(inventor.client, waiting, { trl: 8 }))).toBe('FORBIDDEN');
    expect((await save(tto.client, waiting, { trl: 8 })).status).toBe('IN_REVIEW');
  });

  it('shows a stranger the public part of what is public, a colleague no more, its author and the TTO everything', async () => {
    const draft = await create(inventor.client);
    for (const client of [api.visitor(), stranger.client, colleague.client]) expect(await codeOf(read(client, draft.id))).toBe('NOT_FOUND');
    expect(await codeOf(read(tto.client, 'no-id'))).toBe('NOT_FOUND');
    await act(tto.client, 'release', draft);
    const fields =
      'title hasNdaPart ndaSummary contactName contactPhone returnReason isOwn organisation { id } author { name } history { event }';
    const secrets = { ndaSummary: null, contactName: null, contactPhone: null, author: null, history: null };
    expect(await read(api.visitor(), draft.id, fields)).toMatchObject({
      ...secrets,
      hasNdaPart: true,
      isOwn: false,
      organisation: { id: unit.id },
    });
    expect(await read(stranger.client, draft.id, fields)).toMatchObject({ ...secrets, isOwn: false });
    expect(await read(colleague.client, draft.id, fields)).toMatchObject({ ...secrets, isOwn: true });
    const whole = { ndaSummary: content.ndaSummary, contactPhone: '13800001111', author: { name: inventor.name }, isOwn: true };
    expect(await read(inventor.client, draft.id, fields)).toMatchObject(whole);
    expect((await read(tto.client, draft.id, fields)).history).toEqual([
      { event: 'achievement.released' },
      { event: 'achievement.created' },
    ]);
  });

  it('refuses those who have no business with it', async () => {
    const draft = await create(inventor.client);
    expect(await codeOf(create(stranger.client))).toBe('FORBIDDEN');
    expect(await codeOf(create(api.visitor()))).toBe('NOT_SIGNED_IN');
    expect(await codeOf(save(colleague.client, draft, {}))).toBe('NOT_FOUND');
    for (const action of ['release', 'close', 'reopen']) expect(await codeOf(act(inventor.client, action, draft))).toBe('FORBIDDEN');
    const otherTto = await api.member('UNIVERSITY', ['UNIT_TTO']);
    expect(await codeOf(act(otherTto.client, 'release', draft))).toBe('NOT_FOUND');
    const released = await act(tto.client, 'release', draft);
    expect(await codeOf(act(otherTto.client, 'withdraw', released, '一个足够长的理由'))).toBe('FORBIDDEN');
  });

  it('waits until the unit is verified', async () => {
    const pending = await api.organisation('UNIVERSITY', { status: 'PENDING' });
    const { client } = await api.member(pending, ['UNIT_TTO', 'INVENTOR']);
    const draft = await create(client);
    for (const action of ['submit', 'release']) expect(await codeOf(act(client, action, draft))).toBe('ORGANISATION_NOT_VERIFIED');
  });

  it('is released in a batch, each on its own; an imported row may lack what spreadsheets never hold', async () => {
    const good = await create(inventor.client);
    const bad = await create(inventor.client, { trl: null });
    const imported = await create(inventor.client, { trl: null, techField: null, transferModes: [], keywords: [] });
    await api.pool.query('update achievement set "importId" = $2 where id = $1', [imported.id, '01980000-0000-7000-8000-000000000001']);
    const foreign = await create((await api.member('UNIVERSITY')).client);
    const items = [good, bad, imported, foreign, { ...good, version: 9 }].map(({ id, version }) => ({ id, version }));
    const batch =
      'mutation ($input: AchievementReleaseInput!) { releaseAchievements(input: $input) { id code issues achievement { status } } }';
    const { releaseAchievements } = await tto.client.send<{ releaseAchievements: unknown }>(batch, { input: { items } });
    expect(releaseAchievements).toEqual([
      { id: good.id, code: null, issues: [], achievement: { status: 'PUBLISHED' } },
      { id: bad.id, code: 'INVALID_INPUT', issues: [{ path: 'trl', code: 'required' }], achievement: null },
      { id: imported.id, code: null, issues: [], achievement: { status: 'PUBLISHED' } },
      { id: foreign.id, code: 'NOT_FOUND', issues: [], achievement: null },
      { id: good.id, code: 'STALE', issues: [], achievement: null },
    ]);
    expect(await codeOf(inventor.client.send(batch, { input: { items } }))).toBe('FORBIDDEN');
  });

  it('lists what is mine with the counts of its states', async () => {
    const own = await api.organisation('RESEARCH_INSTITUTE');
    const [first, second] = [await api.member(own, ['INVENTOR']), await api.member(own, ['UNIT_TTO'])];
    const kept = await create(first.client, { title: '耐火浇注料 100%_抗渣' });
    await act(first.client, 'submit', await create(first.client, { title: '镁碳砖低碳化' }));
    await create(second.client);
    const list =
      'query ($status: AchievementStatus, $text: String) { page: myAchievements(status: $status, text: $text, page: { page: 1, size: 20 }) { total items { id } } counts: myAchievementCounts(text: $text) { status count } }';
    type Lists = { page: { total: number; items: { id: string }[] }; counts: { status: string; count: number }[] };
    expect((await first.client.send<Lists>(list)).page.total).toBe(2);
    const all = await second.client.send<Lists>(list);
    expect(all.page.total).toBe(3);
    expect(all.counts).toEqual(
      expect.arrayContaining([
        { status: 'DRAFT', count: 2 },
        { status: 'IN_REVIEW', count: 1 },
      ]),
    );
    expect((await second.client.send<Lists>(list, { status: 'IN_REVIEW' })).page.total).toBe(1);
    expect((await second.client.send<Lists>(list, { text: '0%_抗' })).page.items).toEqual([{ id: kept.id }]);
    expect((await stranger.client.raw<Lists>(list)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('is no longer 待转化 while a live contract binds it', async () => {
    const released = await act(tto.client, 'release', await create(tto.client));
    const contract = async (status: string) =>
      api.pool.query(
        `insert into technology_contract ("sellerId", "buyerId", "achievementId", status, type, title, subject, "paymentMode", "paymentTerms", "ipOwnership", acceptance, confidentiality, "createdAt", "updatedAt")
         values ($1, $2, $3, $4, 'LICENSE_PATENT', '许可合同', '', 'LUMP_SUM', '', '', '', '', now(), now())`,
        [unit.id, stranger.organisation.id, released.id, status],
      );
    for (const status of ['DRAFT', 'CANCELLED', 'REFUSED']) await contract(status);
    expect((await read(api.visitor(), released.id)).isPendingConversion).toBe(true);
    await contract('SUBMITTED');
    expect((await read(api.visitor(), released.id)).isPendingConversion).toBe(false);
  });
});
