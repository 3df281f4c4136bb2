import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { addDays, nextWorkingDay, noticeDaysLeft, shanghaiDay } from '@jihui/domain';
import type { ApiClient, TestOrganisation } from '@jihui/testing';
import { mailsTo } from '../../../test/mailbox.js';
import { pdfText } from '../../../test/pdf-text.js';
import { publishAchievement } from '../../../test/publish.js';
import { codeOf, issuesOf } from '../../../test/refusals.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';
import { system } from '../../platform/auth/actor.js';
import { NoticeClock } from './notice-clock.service.js';
import { NoticeObjections } from './notice-objections.service.js';
import { NoticePublication } from './notice-publication.service.js';

type Objection = {
  id: string;
  version: number;
  receipt: string;
  name: string | null;
  contact: string | null;
  text: string;
  upheld: boolean | null;
  answer: string | null;
};
type Notice = {
  id: string;
  version: number;
  status: string;
  round: number;
  startedOn: string | null;
  lastDay: string | null;
  frozenOn: string | null;
  daysLeft: number | null;
  readings: number | null;
  withdrawReason: string | null;
  availableActions: string[];
  versions: { number: number; round: number; text: string; sha256: string }[];
  objections: Objection[];
};
const shown = `id version status round startedOn lastDay frozenOn daysLeft readings withdrawReason availableActions
  versions { number round text sha256 } objections { id version receipt name contact text upheld answer }`;
const content = {
  name: '流化床化学镀镍工艺',
  summary: '金刚石微粉表面化学镀镍，增重率偏差不超过 2%。',
  pricingMode: 'NEGOTIATED',
  transferMode: 'LICENSE_EXCLUSIVE',
  price: '86500000',
  buyer: '郑州某超硬材料公司',
  relatedParty: false,
  objectionProcedure: '在公示期内书面提交本单位成果转化办公室。',
  days: 15,
};
const today = shanghaiDay(new Date());
/** So many days after today; a last day on a holiday moves to the next working day. */
const lastAfter = (days: number): string => nextWorkingDay(addDays(today, days));

const ask = async (client: ApiClient, field: string, types: string, values: object) => {
  const names = types ? `(${types})` : '';
  const given = Object.keys(values)
    .map((name) => `${name}: $${name}`)
    .join(', ');
  return (
    await client.send<{ row: Notice }>(
      `${field.endsWith('Notice') && field !== 'publicNotice' ? 'mutation' : 'query'} ${names} { row: ${field}(${given}) { ${shown} } }`,
      { ...values },
    )
  ).row;
};
const create = (client: ApiClient, changed: object = {}) =>
  ask(client, 'createNotice', '$input: PublicNoticeInput!', { input: { ...content, ...changed } });
const read = (client: ApiClient, id: string) => ask(client, 'publicNotice', '$id: ID!', { id });
const publish = (client: ApiClient, { id, version }: Notice) => ask(client, 'publishNotice', '$id: ID!, $version: Int!', { id, version });
const write = (client: ApiClient, verb: 'edit' | 'revise', { id, version }: Notice, changed: object) =>
  ask(client, `${verb}Notice`, '$id: ID!, $version: Int!, $input: PublicNoticeInput!', { id, version, input: { ...content, ...changed } });
const withdraw = (client: ApiClient, { id, version }: Notice, reason: string) =>
  ask(client, 'withdrawNotice', '$id: ID!, $version: Int!, $reason: String!', { id, version, reason });
const object = async (client: ApiClient, noticeId: string, text = '该价格明显低于同类成果的许可价格。') =>
  (
    await client.send<{ receipt: string }>('mutation ($input: NoticeObjectionInput!) { receipt: objectToNotice(input: $input) }', {
      input: { noticeId, name: '段怀礼', contact: '13700002222', text },
    })
  ).receipt;
const answer = async (client: ApiClient, { id, version }: Objection, upheld = false) =>
  (
    await client.send<{ row: Notice }>(`mutation ($input: ObjectionAnswerInput!) { row: answerObjection(input: $input) { ${shown} } }`, {
      input: { id, version, upheld, answer: '已邀请三位专家核价，价格与近三年同类许可相当。' },
    })
  ).row;
const total = async (client: ApiClient) =>
  (await client.send<{ list: { total: number } }>('{ list: publicNotices(page: { page: 1, size: 10 }) { total } }')).list.total;

describe('notices', () => {
  let api: TestApi;
  let unit: TestOrganisation;
  let tto: Member;
  let inventor: Member;
  let operator: Member;
  let stranger: Member;
  const running = async (changed: object = {}) => publish(tto.client, await create(tto.client, changed));

  beforeAll(async () => {
    api = await startApi();
    const branch = await api.organisation('MARKET_OPERATOR');
    unit = await api.organisation('UNIVERSITY', { branchId: branch.id });
    [tto, inventor] = [await api.member(unit, ['UNIT_TTO']), await api.member(unit, ['INVENTOR'])];
    [operator, stranger] = [await api.member(branch, ['OPERATOR_L1']), await api.member('ENTERPRISE')];
  });
  afterAll(() => api.close());

  it('are nobody else’s business before they are published', async () => {
    const achievementId = await publishAchievement(api, unit, { title: '化学镀镍工艺' });
    const draft = await create(tto.client, { achievementId });
    expect(draft).toMatchObject({ status: 'DRAFT', round: 0, versions: [], availableActions: ['edit', 'publish'] });
    for (const { client } of [stranger, inventor, operator]) expect(await codeOf(read(client, draft.id))).toBe('NOT_FOUND');
    expect(await codeOf(create(inventor.client))).toBe('FORBIDDEN');
    expect(await codeOf(create(stranger.client))).toBe('FORBIDDEN');
    const foreign = await publishAchievement(api, await api.organisation('UNIVERSITY'), { title: '别家的成果' });
    expect(await issuesOf(create(tto.client, { achievementId: foreign }))).toEqual(['achievementId required']);
    expect(await issuesOf(create(tto.client, { days: 14 }))).toEqual(['days too_small.number']);
    const edited = await write(tto.client, 'edit', draft, { price: '90000000' });
    expect(edited.version).toBe(2);
    expect(await codeOf(write(tto.client, 'edit', draft, { price: '1' }))).toBe('STALE');
  });

  it('run for fifteen days after the day of publication, each text with its fingerprint', async () => {
    const notice = await running();
    expect(notice).toMatchObject({
      status: 'RUNNING',
      round: 1,
      startedOn: today,
      lastDay: lastAfter(15),
      daysLeft: noticeDaysLeft(lastAfter(15), today),
    });
    const [version] = notice.versions;
    expect(version?.text).toContain('拟交易价格：865,000 元');
    expect(version?.sha256).toBe(
      createHash('sha256')
        .update(version?.text ?? '')
        .digest('hex'),
    );
    const seen = await read(api.visitor(), notice.id);
    expect(seen).toMatchObject({ status: 'RUNNING', readings: null, availableActions: ['object'] });
    await read(stranger.client, notice.id);
    expect((await read(tto.client, notice.id)).readings).toBe(2);
    await expect(api.pool.query('update notice_version set text = $1', ['x'])).rejects.toThrow('append-only');
    expect(await codeOf(write(tto.client, 'edit', notice, {}))).toBe('ILLEGAL_TRANSITION');
  });

  it('begin again when price, buyer or mode change, and go on when a word does', async () => {
    const earlier = new Date(Date.now() - 6 * 86_400_000);
    const draft = await create(tto.client);
    await api.db.run(system, (tx) => api.app.get(NoticePublication).publish(tx, { id: draft.id }), { now: earlier });
    const notice = await read(tto.client, draft.id);
    expect(notice).toMatchObject({ lastDay: lastAfter(9), daysLeft: noticeDaysLeft(lastAfter(9), today) });
    const worded = await write(tto.client, 'revise', notice, { summary: `${content.summary}改正一个错字。` });
    expect(worded).toMatchObject({ round: 1, lastDay: lastAfter(9) });
    const repriced = await write(tto.client, 'revise', worded, { summary: `${content.summary}改正一个错字。`, price: '80000000' });
    expect(repriced).toMatchObject({ round: 2, startedOn: today, lastDay: lastAfter(15) });
    expect(repriced.versions.map((v) => [v.number, v.round])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
    ]);
  });

  it('stand still while an objection is open, and name the objector to nobody but the branch', async () => {
    const notice = await running({ name: '有异议的成果' });
    const receipt = await object(api.visitor(), notice.id);
    expect(receipt).toMatch(/^YY-[2-9A-Z]{8}$/);
    const second = await object(stranger.client, notice.id, '本人是完成人之一，没有被告知。');
    expect(await codeOf(object(tto.client, notice.id))).toBe('FORBIDDEN');
    const frozen = await read(tto.client, notice.id);
    expect(frozen).toMatchObject({ status: 'FROZEN', frozenOn: today });
    expect(frozen.objections).toMatchObject([
      { receipt, name: null, contact: null },
      { receipt: second, name: null, contact: null },
    ]);
    expect((await read(operator.client, notice.id)).objections[0]).toMatchObject({ name: '段怀礼', contact: '13700002222' });
    expect((await read(api.visitor(), notice.id)).objections).toEqual([]);
    await api.drain();
    expect(mailsTo(api.dataDir, tto.email).join('\n')).toContain(`/notices/${notice.id}`);
    const [first, other] = frozen.objections;
    if (!first || !other) throw new Error('no objections');
    expect(await codeOf(answer(operator.client, first))).toBe('FORBIDDEN');
    expect((await Promise.all([codeOf(answer(tto.client, first)), codeOf(answer(tto.client, first))])).sort()).toEqual(['OK', 'STALE']);
    expect(await read(api.visitor(), notice.id)).toMatchObject({ status: 'FROZEN', objections: [{ receipt, upheld: false, name: null }] });
    // Four days later the last answer is given: four days are added.
    const later = new Date(Date.now() + 4 * 86_400_000);
    const { id, version } = other;
    await api.db.run(
      { ...system, userId: tto.userId },
      (tx) => api.app.get(NoticeObjections).answer(tx, { id, version, upheld: true, answer: '情况属实，已补充告知。' }),
      { now: later },
    );
    expect(await read(tto.client, notice.id)).toMatchObject({ status: 'RUNNING', frozenOn: null, lastDay: lastAfter(19) });
  });

  it('end with their last day, keep their page, and take no objection after it', async () => {
    const clock = api.app.get(NoticeClock);
    const notice = await running({ name: '期满的成果' });
    const late = await running({ name: '期满时有异议的成果' });
    await object(api.visitor(), late.id);
    await clock.end(new Date(Date.parse(`${lastAfter(15)}T23:59:59+08:00`)));
    expect((await read(tto.client, notice.id)).status).toBe('RUNNING');
    await clock.end(new Date(Date.parse(`${addDays(lastAfter(15), 1)}T00:00:01+08:00`)));
    expect((await read(api.visitor(), notice.id)).status).toBe('ENDED');
    expect((await read(api.visitor(), late.id)).status).toBe('FROZEN');
    expect(await codeOf(object(api.visitor(), notice.id))).toBe('ILLEGAL_TRANSITION');
    const { rows } = await api.pool.query<{ event: string }>('select event from audit_event where "subjectId" = $1 order by at, id', [
      notice.id,
    ]);
    expect(rows.map((r) => r.event)).toEqual(['notice.created', 'notice.published', 'notice.ended']);
  });

  it('are withdrawn with a reason that stays on the page; drafts are in no public list', async () => {
    const notice = await running({ name: '撤销的成果' });
    const before = await total(api.visitor());
    await create(tto.client);
    expect(await withdraw(tto.client, notice, '受让方放弃，交易终止。')).toMatchObject({
      status: 'WITHDRAWN',
      withdrawReason: '受让方放弃，交易终止。',
    });
    expect(await total(api.visitor())).toBe(before);
    expect(await codeOf(object(api.visitor(), notice.id))).toBe('ILLEGAL_TRANSITION');
  });

  it('give the owner a file for the day he is asked: every text byte for byte, every step, its place in the ledger', async () => {
    const notice = await running({ name: '备查的成果', price: '70000000' });
    await read(stranger.client, notice.id);
    await object(api.visitor(), notice.id, '=1+1，异议人认为价格偏低。');
    const repriced = await answer(tto.client, (await read(tto.client, notice.id)).objections[0] as Objection);
    await write(tto.client, 'revise', repriced, { name: '备查的成果', price: '75000000' });
    const take = (client: ApiClient, kind: string, id = notice.id) =>
      fetch(`${api.url}/exports/notices/${id}/diligence.${kind}`, { headers: { cookie: client.cookie } });
    expect((await take(api.visitor(), 'pdf')).status).toBe(401);
    expect((await take(stranger.client, 'pdf')).status).toBe(403);
    expect((await take((await api.member('UNIVERSITY', ['UNIT_TTO'])).client, 'zip')).status).toBe(403);
    expect((await take(tto.client, 'zip', (await create(tto.client)).id)).status).toBe(404);

    const zip = await JSZip.loadAsync(await (await take(tto.client, 'zip')).arrayBuffer());
    const sums = (await zip.file('SHA256SUMS.txt')?.async('string'))?.trim().split('\n') ?? [];
    for (const [sum, name] of sums.map((line) => line.split('  ')))
      expect(
        createHash('sha256')
          .update((await zip.file(name ?? '')?.async('nodebuffer')) ?? '')
          .digest('hex'),
      ).toBe(sum);
    const { versions } = await read(tto.client, notice.id);
    expect(versions).toHaveLength(2);
    for (const v of versions) expect(sums).toContain(`${v.sha256}  公示全文-第${v.number}版.txt`);
    const objections = await zip.file('异议与答复.csv')?.async('string');
    expect(objections).toContain(`"'=1+1`);
    expect(objections).not.toContain('段怀礼');
    const entries = (await zip.file('账本条目.jsonl')?.async('string'))
      ?.trim()
      .split('\n')
      .map((line) => JSON.parse(line).event);
    expect(entries).toEqual(['notice.published', 'notice.objected', 'notice.objectionAnswered', 'notice.revised']);

    const text = await pdfText(await take(tto.client, 'pdf'));
    for (const word of ['科技成果转化定价公示备查材料', '750,000', '不少于 15 日', '异议人认为价格偏低', '第 1 页，共'])
      expect(text).toContain(word);
    expect(text).not.toContain('段怀礼');
    const { rows } = await api.pool.query(`select 1 from audit_event where event = 'notice.fileTaken' and "subjectId" = $1`, [notice.id]);
    expect(rows).toHaveLength(2);
  });
});
