import { embedderName, embedderSetting, restAfter, urlFaults, type EmbedderSettingInput } from './rules.js';

const setting: EmbedderSettingInput = { isOn: true, kind: 'OLLAMA', url: 'http://localhost:11434/api/embed', model: 'bge-m3:latest', timeLimitMs: 10_000 };
const codes = (change: Partial<EmbedderSettingInput>): unknown[] =>
  embedderSetting.safeParse({ ...setting, ...change }).error?.issues.map((i) => ('params' in i ? i.params?.['code'] : i.code)) ?? [];

describe('the setting of an embedder', () => {
  it('takes both protocols, at home and elsewhere', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ kind: 'OPENAI', url: 'https://api.example.com/v1/embeddings', model: 'text-embedding-3-small' })).toEqual([]);
    expect(codes({ kind: 'OPENAI', url: 'http://10.1.2.3:8000/v1/embeddings' })).toEqual([]);
    expect(codes({ isOn: false, url: '', model: '' })).toEqual([]);
  });
  it('refuses what is obviously wrong', () => {
    const faults: [string, string][] = [
      ['embedder.url', 'bge-m3'],
      ['embedder.url', 'file:///api/embed'],
      ['embedder.urlParts', 'http://someone:secret@localhost/api/embed'],
      ['embedder.urlParts', 'http://localhost/api/embed?key=secret'],
      ['embedder.pathOLLAMA', 'http://localhost:11434/v1/embeddings'],
      ['embedder.pathOLLAMA', 'http://localhost:11434'],
      ['embedder.host', 'http://169.254.169.254/api/embed'],
      ['embedder.https', 'http://api.example.com/api/embed'],
    ];
    for (const [code, url] of faults) expect([url, ...urlFaults('OLLAMA', url)]).toEqual([url, code]);
    expect(codes({ url: '', model: '' })).toEqual(['required', 'required']);
    expect(codes({ model: 'two words' })).toHaveLength(1);
    expect(codes({ timeLimitMs: 100 })).toHaveLength(1);
  });
  it('names vectors by protocol and model, and rests longer after each failure', () => {
    expect(embedderName(setting)).toBe('ollama/bge-m3:latest');
    expect([1, 2, 3, 8, 99].map(restAfter)).toEqual([5000, 10_000, 20_000, 600_000, 600_000]);
  });
});
