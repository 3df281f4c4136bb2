import http from 'node:http';
import https from 'node:https';
import { MeilisearchApiError, type Config } from 'meilisearch';

// Meilisearch ends a silent connection after five seconds: ours are given up before that.
const options = { keepAlive: true, timeout: 4000 };
const ways = {
  http: { request: http.request, agent: new http.Agent(options) },
  https: { request: https.request, agent: new https.Agent(options) },
};

/**
 * Reads from Meilisearch over kept connections, without compression: `fetch` has the same machine pack and unpack every answer, which cost
 * more than a tenth of a search. The caller's signal destroys the connection, so that nothing goes on waiting for it.
 */
export const plainHttp: NonNullable<Config['httpClient']> = (address, init = {}) => {
  const url = new URL(address instanceof Request ? address.url : address);
  return ask(url, init, true);
};

function ask(url: URL, init: RequestInit, mayRepeat: boolean): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const { request, agent } = ways[url.protocol === 'https:' ? 'https' : 'http'];
    const headers = Object.fromEntries(new Headers(init.headers));
    const asked = request(url, { method: init.method ?? 'GET', headers, agent, signal: init.signal ?? undefined }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        try {
          resolve(answerOf(response.statusCode ?? 500, Buffer.concat(parts).toString()));
        } catch (error) {
          reject(error);
        }
      });
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      // The other side closed it in the moment of asking; nothing was read yet.
      if (mayRepeat && asked.reusedSocket && error.code === 'ECONNRESET') resolve(ask(url, init, false));
      else reject(error);
    });
    asked.end(typeof init.body === 'string' ? init.body : undefined);
  });
}

function answerOf(status: number, text: string): unknown {
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  if (status >= 200 && status < 300) return answer;
  throw new MeilisearchApiError(new Response(null, { status }), answer as MeilisearchApiError['cause']);
}
