import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { embedderName } from '@jihui/domain';
import { AppModule } from './app.module.js';
import { EmbedderCalls } from './features/embedder/embedder-calls.js';
import { latestSetting } from './features/embedder/embedder-setting.entity.js';
import { cutText, hashOf } from './features/embedder/sent-texts.js';
import { Db } from './platform/db/db.js';

/**
 * Writes the vectors of a folder's texts, for the fitting: `match-vectors DIR FILE [--cached]`. Texts that the embedder has not seen are sent to
 * it: the folder's are the operator's own. With --cached nothing is sent, which the market's own texts need: they went out only if they might.
 */
const [folder = '', file = '', cached] = process.argv.slice(2);
type Document = { id: string; title: string; text?: string | null; summary?: string | null; keywords?: string[] };
const batch = 32;

const app = await NestFactory.createApplicationContext(AppModule, { logger: ['error'], abortOnError: false });
try {
  const { em } = app.get(Db);
  const setting = await latestSetting(em);
  if (setting?.isOn) {
    const documents = ['demands', 'achievements'].flatMap((name) => readDocuments(join(folder, `${name}.jsonl`)));
    const texts = new Map(documents.map(({ id, title, text, summary, keywords = [] }) => [id, cutText([title, ...[text, summary].flatMap((t) => (t ? [t] : [])), ...keywords].join('\n'))]));
    const all = [...new Set(texts.values())];
    const calls = app.get(EmbedderCalls, { strict: false });
    for (let i = 0; cached !== '--cached' && i < all.length; i += batch) await calls.ensure(setting, all.slice(i, i + batch));
    const embedder = embedderName(setting);
    const rows: { hash: string; vector: Buffer }[] = await em.query('select hash, vector from text_vector where embedder = $1 and hash = any($2)', [embedder, all.map(hashOf)]);
    const byHash = new Map(rows.map((r) => [r.hash, r.vector.toString('base64')]));
    const lines = Array.from(texts, ([id, text]) => ({ embedder, id, vector: byHash.get(hashOf(text)) })).filter((line) => line.vector);
    writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    process.stdout.write(`${embedder}：${lines.length} / ${texts.size} 段文字有向量\n`);
  } else process.stdout.write('嵌入模型未启用，没有向量\n');
} catch (error) {
  process.stdout.write(`没有取得向量：${String(error)}\n`);
  process.exitCode = 1;
}
await app.close();

function readDocuments(path: string): Document[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Document);
}
