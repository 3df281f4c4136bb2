import { z } from 'zod';
import { rule } from '../issues.js';

/** Which protocol the endpoint speaks: OpenAI's /v1/embeddings, which many servers speak too, or Ollama's /api/embed. */
export const EmbedderKind = z.enum(['OPENAI', 'OLLAMA']).meta({ id: 'EmbedderKind' });
export type EmbedderKind = z.infer<typeof EmbedderKind>;

/** Why an endpoint gave no vectors. */
export const EmbedderFault = z.enum(['UNREACHABLE', 'TOO_SLOW', 'REFUSED', 'NOT_UNDERSTOOD', 'WRONG_DIMENSION']).meta({ id: 'EmbedderFault' });
export type EmbedderFault = z.infer<typeof EmbedderFault>;

/** How an endpoint's path ends: a base address, or the other protocol's, is the commonest mistake. */
export const embedderPaths: Record<EmbedderKind, string> = { OPENAI: '/embeddings', OLLAMA: '/api/embed' };

/** The default time limit of one request, which embeds up to 32 texts. */
export const usualTimeLimitMs = 10_000;

/** What the endpoint is asked for. Its key is no part of it: that comes from the environment and is stored nowhere. */
export const embedderSetting = z
  .object({
    isOn: z.boolean(),
    kind: EmbedderKind,
    url: z.string().trim().max(300),
    model: z.string().trim().max(100).regex(/^[\w./:@-]*$/),
    timeLimitMs: z.number().int().min(200).max(60_000),
  })
  .superRefine((setting, ctx) => {
    // Switched off, anything may be left empty; what is there must be right all the same.
    const say = (path: string, code: string): void => ctx.addIssue({ code: 'custom', path: [path], ...rule(code) });
    if (setting.isOn && !setting.model) say('model', 'required');
    if (setting.url) for (const code of urlFaults(setting.kind, setting.url)) say('url', code);
    else if (setting.isOn) say('url', 'required');
  })
  .meta({ id: 'EmbedderSettingInput' });
export type EmbedderSettingInput = z.output<typeof embedderSetting>;

/** What is obviously wrong with an address. Whether it answers, only trying tells. */
export function urlFaults(kind: EmbedderKind, text: string): string[] {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) return ['embedder.url'];
  // A key in the address would be stored and shown.
  if (url.username || url.password || url.search || url.hash) return ['embedder.urlParts'];
  if (!url.pathname.endsWith(embedderPaths[kind])) return [`embedder.path${kind}`];
  if (isLinkLocal(url.hostname)) return ['embedder.host'];
  return url.protocol === 'http:' && !isOwnNetwork(url.hostname) ? ['embedder.https'] : [];
}

// There live the metadata services of clouds, which hand out keys; no embedder does.
const isLinkLocal = (host: string): boolean => /^(169\.254\.|0\.|\[fe80:|\[::ffff:a9fe:)/i.test(host) || host === 'metadata.google.internal';

/** The machine itself or the house's own network, where plain http is usual. */
function isOwnNetwork(host: string): boolean {
  if (/^(localhost|127\.[\d.]+|\[::1\]|10\.[\d.]+|192\.168\.[\d.]+|172\.(1[6-9]|2\d|3[01])\.[\d.]+)$/.test(host)) return true;
  return !/[.:]/.test(host) || /\.(local|internal|lan)$/.test(host);
}

/** The name of a setting's vectors: those of another protocol or model are not comparable with them. */
export const embedderName = ({ kind, model }: { kind: EmbedderKind; model: string }): string => `${kind.toLowerCase()}/${model}`;

/** After so many failures in a row nobody asks again for so long: 5 s, doubled each time, at most ten minutes. */
export const restAfter = (failures: number): number => Math.min(600_000, 5000 * 2 ** Math.min(10, Math.max(0, failures - 1)));
