/** Preloaded into the API and the worker: when the launcher is gone, even by kill -9, they end too. */
process.on('disconnect', () => {
  setTimeout(() => process.exit(1), 5000).unref();
  process.kill(process.pid, 'SIGTERM');
});
// The listener above would otherwise keep a process alive that has nothing left to do.
process.channel?.unref();
