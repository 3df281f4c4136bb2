import { startApi, type TestApi } from '../../../test/start-api.js';
import { maskText } from '../log/log.module.js';

describe('the edge of the API', () => {
  let api: TestApi;
  beforeAll(async () => void (api = await startApi()));
  afterAll(() => api.close());

  const post = async (query: string, headers: Record<string, string> = { 'content-type': 'application/json' }) => {
    const response = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };

  it('refuses a query that is too deep', async () => {
    const { text } = await post(`{ __schema { types { ${'ofType: fields { type { '.repeat(6)} name ${'} }'.repeat(6)} } } }`);
    expect(JSON.parse(text)).toMatchObject({ errors: expect.any(Array) });
  });

  it('refuses many aliases and many tokens', async () => {
    const aliases = await post(`{ ${Array.from({ length: 40 }, (_, i) => `a${i}: regions { code }`).join(' ')} }`);
    expect(JSON.parse(aliases.text).data).toBeUndefined();
    const tokens = await post(`{ regions { ${'code '.repeat(5000)} } }`);
    expect(JSON.parse(tokens.text).data).toBeUndefined();
  });

  it('refuses what a foreign form could send', async () => {
    const { status } = await post('{ regions { code } }', { 'content-type': 'text/plain' });
    expect(status).toBe(400);
  });

  it('says nothing of its inside', async () => {
    const { text, headers } = await post('{ nothing }');
    expect(text).not.toMatch(/node_modules|at Object|stack/i);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  it('answers the probes', async () => {
    expect(await (await fetch(`${api.url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${api.url}/readyz`)).json()).toMatchObject({ status: 'ok', database: true, search: 'ok' });
    await post('query Named { regions { code } }');
    expect(await (await fetch(`${api.url}/metrics`)).text()).toContain('jihui_request_seconds_count{operation="Named",outcome="ok"}');
  });

  it('masks people in log lines', () => {
    expect(maskText('call 13812345678 or li.lei@example.com')).toBe('call 138****5678 or li***@example.com');
  });
});
