import { ChallengeModel, modelActions } from '../../../test/challenge-model.js';
import { modelWorld, seeded } from '../../../test/challenge-model-people.js';
import { ChallengeScene } from '../../../test/challenge-scene.js';
import { startApi, type TestApi } from '../../../test/start-api.js';

describe('challenges at random', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it('keeps its truths whatever random people do in whatever order, and the trail replays to the state', async () => {
    // In CI items of each kind until one is accepted; `npm run bench -- challenges` goes on for tens of thousands of steps.
    const wanted = Number(process.env['CHALLENGE_MODEL_STEPS'] ?? 0);
    const model = new ChallengeModel(await modelWorld(await new ChallengeScene(api).prepare()), seeded(Number(process.env['CHALLENGE_MODEL_SEED'] ?? 20261122)));
    const { report } = model;
    const until = () => report.steps >= wanted;
    for (const mode of ['SINGLE', 'HORSE_RACE'] as const)
      for (let i = 0; i < 5 && !(report.ends.has(`${mode} ACCEPTED`) && (mode === 'SINGLE' || report.ways.has('task RUNNING → ELIMINATED'))); i++) await model.walk(1000, () => false, mode, 1);
    for (let i = 0; !until(); i++) await model.walk(600, until, i % 2 ? 'SINGLE' : 'HORSE_RACE', [0.85, 0.7, 0.4][i % 3] ?? 0);
    if (wanted) {
      process.stderr.write(`${report.toString()}\n`);
      expect(report.missing(modelActions)).toEqual([]);
    }
    expect(report.taken).toBeGreaterThan(100);
    expect([...report.ends.keys()].filter((k) => k.endsWith('ACCEPTED'))).toEqual(expect.arrayContaining(['SINGLE ACCEPTED', 'HORSE_RACE ACCEPTED']));
    expect(report.ways.has('task RUNNING → ELIMINATED')).toBe(true);
  }, 7_200_000);
});
