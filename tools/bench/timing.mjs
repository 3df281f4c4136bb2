/** How long something took, in milliseconds. */
export function timed(work) {
  const from = performance.now();
  work();
  return performance.now() - from;
}

export async function timedAsync(work) {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

export function percentile(times, p) {
  const sorted = times.slice().sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * p) / 100))] ?? 0;
}

export const milliseconds = (ms) => `${ms.toFixed(ms < 10 ? 2 : 1)} ms`;
