import { z } from 'zod';
import type { EmbedderFault, EmbedderKind } from '@jihui/domain';

/** Why there are no vectors, in a word that the operator's page explains. The answer itself is never repeated: it may be anything. */
export class EmbedderFailure extends Error {
  constructor(
    readonly fault: EmbedderFault,
    readonly status: number | null = null,
  ) {
    super(`embedder: ${fault}${status === null ? '' : ` (HTTP ${status})`}`);
  }
}

export type Endpoint = { kind: EmbedderKind; url: string; model: string; timeLimitMs: number };

/** 32 texts in vectors of 4,096 written figures are some 3 MB; an endpoint that sends ten times that is none. */
const mostBytes = 32_000_000;
const mostDimensions = 8192;
const Vector = z.array(z.number()).min(2).max(mostDimensions);
const openAi = z.object({ data: z.array(z.object({ index: z.number().int().min(0), embedding: Vector })) });
const ollama = z.object({ embeddings: z.array(Vector) });

/**
 * Vectors of length 1, one per text, in the order of the texts. Neither redirects nor anything but the setting's own address is followed.
 * @throws {EmbedderFailure}
 */
export async function embed(endpoint: Endpoint, key: string | undefined, texts: readonly string[]): Promise<Float32Array[]> {
  const vectors = vectorsIn(endpoint.kind, await answerOf(endpoint, key, texts)).map(ofLengthOne);
  if (vectors.length !== texts.length) throw new EmbedderFailure('NOT_UNDERSTOOD');
  if (vectors.some((v) => v.length !== vectors[0]?.length)) throw new EmbedderFailure('WRONG_DIMENSION');
  return vectors;
}

async function answerOf({ kind, url, model, timeLimitMs }: Endpoint, key: string | undefined, texts: readonly string[]): Promise<unknown> {
  const body = { model, input: texts, ...(kind === 'OPENAI' ? { encoding_format: 'float' } : { truncate: true }) };
  const headers = { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) };
  const signal = AbortSignal.timeout(timeLimitMs);
  let response: Response;
  let text: string;
  try {
    // The limit holds for the whole answer: one that trickles in is as late as one that never begins.
    response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), redirect: 'error', signal });
    text = await readWhole(response);
  } catch (error) {
    if (error instanceof EmbedderFailure) throw error;
    throw new EmbedderFailure(signal.aborted ? 'TOO_SLOW' : 'UNREACHABLE');
  }
  if (!response.ok) throw new EmbedderFailure('REFUSED', response.status);
  try {
    return JSON.parse(text);
  } catch {
    throw new EmbedderFailure('NOT_UNDERSTOOD', response.status);
  }
}

async function readWhole(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > mostBytes) throw new EmbedderFailure('NOT_UNDERSTOOD', response.status);
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

function vectorsIn(kind: EmbedderKind, answer: unknown): number[][] {
  if (kind === 'OLLAMA') return understood(ollama, answer).embeddings;
  const { data } = understood(openAi, answer);
  return [...data].sort((a, b) => a.index - b.index).map((d) => d.embedding);
}

function understood<S extends z.ZodType>(schema: S, answer: unknown): z.output<S> {
  const result = schema.safeParse(answer);
  if (!result.success) throw new EmbedderFailure('NOT_UNDERSTOOD');
  return result.data;
}

/** A vector of nothing but zeros compares with nothing: an endpoint that gives one has not understood the text. */
function ofLengthOne(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values);
  if (!Number.isFinite(length) || length === 0) throw new EmbedderFailure('NOT_UNDERSTOOD');
  return Float32Array.from(values, (v) => v / length);
}
