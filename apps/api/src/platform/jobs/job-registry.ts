import { Injectable, SetMetadata, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { EventName } from '@jihui/domain';

export type JobPayload = { event?: EventName; id: string };
type Handler = (payload: JobPayload) => Promise<void>;
type Declaration = { events?: readonly EventName[]; cron?: string; everySeconds?: number };

const jobKey = 'jihui:job';

/** Runs the method in the worker for each of the events; the row is read as it is then, so running twice must do no harm. */
export const OnEvent = (...events: EventName[]) => SetMetadata<string, Declaration>(jobKey, { events });
/** Runs the method in the worker when `tx.enqueue('Class.method', …)` asks for it. */
export const Job = () => SetMetadata<string, Declaration>(jobKey, {});
/** Runs the method in the worker at these times (UTC), once over all workers. */
export const Cron = (pattern: string) => SetMetadata<string, Declaration>(jobKey, { cron: pattern });

/** Runs the method in every worker process at its start and again so many seconds after it ended; outside the queue, so several may run side by side. */
export const WhileWorking = (everySeconds: number) => SetMetadata<string, Declaration>(jobKey, { everySeconds });

/** All jobs of the features, found by their decorators. The API needs them to address the outbox, the worker to run them. */
@Injectable()
export class JobRegistry implements OnModuleInit {
  /** Later than that a job is a dead letter that an administrator sees. */
  readonly maxAttempts = 8;
  readonly handlers = new Map<string, Handler>();
  readonly crons: { task: string; pattern: string }[] = [];
  readonly loops: { task: string; everySeconds: number; run: () => Promise<void> }[] = [];
  private readonly listeners = new Map<EventName, string[]>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const prototype: object | null = Object.getPrototypeOf(instance);
      if (!prototype) continue;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const method: unknown = Reflect.get(instance, name);
        if (typeof method !== 'function') continue;
        const declaration = this.reflector.get<Declaration | undefined>(jobKey, method);
        if (declaration) this.register(`${instance.constructor.name}.${name}`, method.bind(instance) as Handler, declaration);
      }
    }
  }

  listenersOf(event: EventName): readonly string[] {
    return this.listeners.get(event) ?? [];
  }

  private register(task: string, handler: Handler, declaration: Declaration): void {
    const { everySeconds } = declaration;
    if (everySeconds !== undefined) {
      this.loops.push({ task, everySeconds, run: () => handler({ id: '' }) });
      return;
    }
    this.handlers.set(task, handler);
    if (declaration.cron) this.crons.push({ task, pattern: declaration.cron });
    for (const event of declaration.events ?? []) this.listeners.set(event, [...this.listenersOf(event), task]);
  }
}
