import { inRoot } from '../paths.mjs';
import { runCommand } from '../run-command.mjs';

/** `npm run bench -- challenges [--count 40000] [--seed 1]`: so many random steps by random people on challenges; the truths are looked up after each. */
export function challengesBench({ count = '40000', seed = '20261122' }) {
  const spec = 'apps/api/src/features/challenge-performance/challenge-model.spec.ts';
  const args = ['--selectProjects', 'api', '--verbose', '-t', 'keeps its truths', '--', spec];
  const env = { ...process.env, CHALLENGE_MODEL_STEPS: String(Number(count)), CHALLENGE_MODEL_SEED: String(Number(seed)) };
  return runCommand(['node', inRoot('tools', 'test.mjs'), '--only', 'jest', '--', ...args], { env });
}
