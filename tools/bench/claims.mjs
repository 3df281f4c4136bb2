import { inRoot } from '../paths.mjs';
import { runCommand } from '../run-command.mjs';

/** `npm run bench -- claims [--count 500]`: so many bidders within the last ten seconds before a deadline, through the API and its database; every answer is counted. */
export function claimsBench({ count = '500' }) {
  const spec = 'apps/api/src/features/challenges/challenges.spec.ts';
  const args = ['--selectProjects', 'api', '--verbose', '-t', 'lands a crowd', '--', spec];
  return runCommand(['node', inRoot('tools', 'test.mjs'), '--only', 'jest', '--', ...args], { env: { ...process.env, CLAIM_CROWD: String(Number(count)) } });
}
