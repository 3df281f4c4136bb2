import { endProcess } from './services/processes.mjs';

const window = 60_000;
const maxRestarts = 5;
const longestWait = 30_000;

/**
 * Keeps one process running: `launch()` gives a new ChildProcess, `first` one that runs already.
 * It is started again after an unexpected end, later each time. After five in a minute `onGiveUp` is told and it is left;
 * without `onGiveUp` the product can do without it, and it is tried again every half minute.
 */
export function supervise({ name, first, launch, log, onGiveUp, signal, graceMs, hardSignal }) {
  let child;
  let timer;
  let stopping = false;
  let deaths = [];

  const adopt = (next) => {
    child = next;
    child.once('exit', (code, by) => child === next && !stopping && died(by ?? `exit ${code}`));
    child.once('error', (error) => child === next && !child.pid && !stopping && died(error.message));
  };

  const died = (why) => {
    const now = Date.now();
    deaths = [...deaths.filter((at) => now - at < window), now];
    if (onGiveUp && deaths.length > maxRestarts) {
      stopping = true;
      onGiveUp();
      return;
    }
    const wait = deaths.length > maxRestarts ? longestWait : 250 * 2 ** (deaths.length - 1);
    log?.(`! ${name} 意外退出（${why}），${wait / 1000} 秒后重新启动（第 ${deaths.length} 次）`);
    timer = setTimeout(() => adopt(launch()), wait);
  };

  const end = async () => {
    clearTimeout(timer);
    const running = child;
    if (running?.pid && running.exitCode === null && running.signalCode === null) {
      const exited = new Promise((resolve) => running.once('exit', resolve));
      await endProcess(running.pid, { signal, graceMs, hardSignal });
      await exited;
    }
  };

  adopt(first ?? launch());
  return {
    async restart() {
      stopping = true;
      await end();
      stopping = false;
      deaths = [];
      adopt(launch());
    },
    async stop() {
      stopping = true;
      await end();
    },
  };
}
