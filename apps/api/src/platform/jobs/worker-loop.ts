/** Does something over and over while a worker lives: one turn at a time, a pause after each, and a failure is told and tried again. */
export class WorkerLoop {
  private stopping = false;
  private wake: (() => void) | undefined;
  private readonly ended: Promise<void>;

  constructor(
    private readonly turn: () => Promise<void>,
    private readonly pauseSeconds: number,
    private readonly onFailure: (error: unknown) => void,
  ) {
    this.ended = this.run();
  }

  /** Ends the pause at once; a turn that runs is waited for. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake?.();
    await this.ended;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      await this.turn().catch(this.onFailure);
      if (!this.stopping) await this.pause();
    }
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.pauseSeconds * 1000);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
