import { Injectable } from '@nestjs/common';

type Report = () => Promise<unknown>;

/** What features add to /readyz. None of it decides whether the process serves: it goes on without. */
@Injectable()
export class Readiness {
  private readonly reports = new Map<string, Report>();

  add(name: string, report: Report): void {
    this.reports.set(name, report);
  }

  async all(): Promise<Record<string, unknown>> {
    const told = Array.from(this.reports, async ([name, report]) => [name, await report().catch(() => 'unknown')] as const);
    return Object.fromEntries(await Promise.all(told));
  }
}
