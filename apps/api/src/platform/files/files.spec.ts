import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { Config } from '../config.js';
import { Mailer } from '../mail/mailer.js';
import { S3Store } from './file-store.js';

const pdf = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF';

describe('files', () => {
  let api: TestApi;
  beforeAll(async () => void (api = await startApi()));
  afterAll(() => api.close());

  it('keeps what its ending promises and gives it back to its uploader alone', async () => {
    const owner = await api.member('ENTERPRISE');
    const colleague = await api.member(owner.organisation);
    const id = await owner.client.upload('方案 一.pdf', pdf);
    const read = (cookie: string) => fetch(`${api.url}/files/${id}`, { headers: { cookie } });
    const own = await read(owner.cookie);
    expect([own.status, await own.text(), own.headers.get('content-disposition')]).toEqual([200, pdf, `attachment; filename*=UTF-8''${encodeURIComponent('方案 一.pdf')}`]);
    expect((await read(colleague.cookie)).status).toBe(404);
    expect((await read('')).status).toBe(401);
    const trail: { event: string }[] = await api.db.em.query(`select event from audit_event where "subjectId" = $1 order by at`, [id]);
    expect(trail.map((t) => t.event)).toEqual(['file.uploaded', 'file.read']);
  });

  it.each([
    ['a program', 'setup.exe', 'MZ'],
    ['a picture that is none', 'photo.png', pdf],
    ['text that is a PDF', 'list.csv', pdf],
  ])('refuses %s', async (_what, name, bytes) => {
    const { client } = await api.member('ENTERPRISE');
    await expect(client.upload(name, bytes)).rejects.toMatchObject({ code: 'FILE_TYPE' });
  });

  it('refuses a visitor', async () => {
    await expect(api.visitor().upload('a.pdf', pdf)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });
});

describe('the S3 store', () => {
  const kept = new Map<string, Buffer>();
  let server: Server;
  beforeAll(async () => {
    server = createServer((req, res) => {
      const chunks: Buffer[] = [];
      req.on('data', (c: Buffer) => chunks.push(c)).on('end', () => {
        const key = req.url ?? '';
        if (!/^AWS4-HMAC-SHA256 Credential=key\//.test(req.headers.authorization ?? '')) return void res.writeHead(403).end();
        if (req.method === 'PUT') kept.set(key, Buffer.concat(chunks));
        if (req.method === 'DELETE') kept.delete(key);
        const found = kept.get(key);
        res.writeHead(req.method === 'GET' && !found ? 404 : 200).end(req.method === 'GET' ? found : undefined);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('keeps, opens and removes by the protocol, with signed requests', async () => {
    const env = { DATABASE_URL: 'x', MEILI_URL: 'x', S3_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, S3_ACCESS_KEY_ID: 'key', S3_SECRET_ACCESS_KEY: 'secret' };
    const store = new S3Store(new Config(env));
    const path = join(mkdtempSync(join(tmpdir(), 'jihui-s3-')), 'file');
    writeFileSync(path, '内容');
    await store.keep('abc', path);
    expect([...kept.keys()]).toEqual(['/jihui/abc']);
    expect(await text(await store.open('abc'))).toBe('内容');
    await store.remove('abc');
    await expect(store.open('abc')).rejects.toThrow('404');
  });
});

describe('mail without a mail server', () => {
  it('becomes an .eml file that mail programs open', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'jihui-mail-'));
    const mailer = new Mailer(new Config({ DATABASE_URL: 'x', MEILI_URL: 'x', DATA_DIR: dir }));
    await mailer.send({ to: 'wang@example.test', subject: '邀请', text: '请打开 http://jihui.test/invitation?token=1' });
    const [name = ''] = readdirSync(join(dir, 'mail'));
    expect(name).toMatch(/wang@example\.test.*\.eml$/);
    expect(readFileSync(join(dir, 'mail', name), 'utf8')).toMatch(/^To: wang@example\.test\r?$/m);
  });
});
