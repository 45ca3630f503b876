import { outsideUnitOfWork } from '../../kernel/database/unit-guard.ts';

/** Work on one tenant's typed tables, one piece after the other; tenants run side by side. */
export class TenantQueue {
  private readonly tails = new Map<string, Promise<void>>();
  private readonly stopped = new AbortController();

  /** Ends between two pieces: long work looks at it between pages. */
  get signal(): AbortSignal {
    return this.stopped.signal;
  }

  /** Runs `work` after everything queued for the tenant before; rejects with its error, or when the queue has been stopped. */
  run<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(tenantId) ?? Promise.resolve();
    const result = before.then(() => {
      this.stopped.signal.throwIfAborted();
      return outsideUnitOfWork(work);
    });
    const tail = result.then(
      () => undefined,
      () => undefined,
    );
    this.tails.set(tenantId, tail);
    void this.forget(tenantId, tail);
    return result;
  }

  /** Lets running work come to its next page and end. */
  async stop(): Promise<void> {
    this.stopped.abort(new Error('the ontology is being stopped'));
    await Promise.all(this.tails.values());
  }

  /** Keeps the map as small as the number of tenants at work. */
  private async forget(tenantId: string, tail: Promise<void>): Promise<void> {
    await tail;
    if (this.tails.get(tenantId) === tail) this.tails.delete(tenantId);
  }
}
