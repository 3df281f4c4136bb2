import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server answers: rightly, or as endpoints go wrong. */
export type Mood = 'RIGHT' | 'SLOW' | 'ERROR' | 'WRONG_DIMENSION' | 'RUBBISH' | 'TOO_FEW' | 'ZEROS' | 'REDIRECT' | { refuses: string };

const dimension = 8;

/** A small server that speaks both protocols, /v1/embeddings and /api/embed: texts that share characters get similar vectors. */
export async function startEmbedder() {
  const asked: { path: string; authorization: string | undefined; model: string; texts: string[] }[] = [];
  let mood: Mood = 'RIGHT';
  const server: Server = createServer((request, response) => {
    void readBody(request).then((text) => {
      const body = JSON.parse(text) as { model: string; input: string[] };
      asked.push({ path: request.url ?? '', authorization: request.headers.authorization, model: body.model, texts: body.input });
      answer(response, request.url ?? '', body.input, mood);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    openAi: `${address}/v1/embeddings`,
    ollama: `${address}/api/embed`,
    asked,
    be: (next: Mood) => void (mood = next),
    /** Every text that has left the house. */
    texts: () => asked.flatMap((a) => a.texts),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answer(response: ServerResponse, path: string, texts: readonly string[], mood: Mood): void {
  const send = (status: number, body: string): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  if (mood === 'SLOW') return;
  if (mood === 'ERROR') return send(500, '{"error":"out of memory"}');
  if (mood === 'RUBBISH') return send(200, '<html>welcome</html>');
  if (mood === 'REDIRECT') return void response.writeHead(302, { location: 'http://127.0.0.1:1/v1/embeddings' }).end();
  if (typeof mood === 'object' && texts.some((text) => text.includes(mood.refuses))) return send(400, '{"error":"input too long"}');
  const length = mood === 'WRONG_DIMENSION' ? dimension * 2 : dimension;
  const some = mood === 'TOO_FEW' ? texts.slice(1) : texts;
  const vectors = some.map((text) => (mood === 'ZEROS' ? new Array<number>(length).fill(0) : vectorOf(text, length)));
  if (path === '/api/embed') return send(200, JSON.stringify({ embeddings: vectors }));
  // The order of the list is not the order of the texts: that is what `index` is for.
  if (path === '/v1/embeddings') return send(200, JSON.stringify({ data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })).reverse() }));
  send(404, '{}');
}

function vectorOf(text: string, length: number): number[] {
  const vector = new Array<number>(length).fill(0.01);
  for (const character of text) vector[(character.codePointAt(0) ?? 0) % length] = (vector[(character.codePointAt(0) ?? 0) % length] ?? 0) + 1;
  return vector;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
