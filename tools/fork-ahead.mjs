import { fork } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { inRoot, root } from './paths.mjs';

/**
 * A script of the API as a process that loads the application at once, which takes two seconds of a core,
 * and runs when `turn` resolves, with what that adds to its environment.
 */
export function forkAhead(script, args, { turn, execArgv = [], ...options }) {
  const ahead = pathToFileURL(inRoot('tools/ahead.mjs')).href;
  const child = fork(inRoot(script), args, { cwd: root, ...options, execArgv: [...execArgv, '--import', ahead] });
  turn.then(
    (env) => child.connected && child.send(env),
    () => {},
  );
  return child;
}
