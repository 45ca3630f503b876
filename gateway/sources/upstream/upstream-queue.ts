import type { FetchResult } from '../source.ts';

/** Results one follower may have waiting; whoever reads takes them at once, so more means that nobody does. */
const MAX_WAITING = 1_000;

/** What one follower is still to be told. Ends at once when it is left, also while nothing comes. */
export class UpstreamQueue implements AsyncIterableIterator<FetchResult> {
  private readonly left: () => void;
  private readonly waiting: FetchResult[] = [];
  private readers: { resolve: (result: IteratorResult<FetchResult>) => void; reject: (error: unknown) => void }[] = [];
  private end: { failure: unknown } | null = null;

  /** @param left called once, when nothing more is taken */
  constructor(left: () => void) {
    this.left = left;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  push(result: FetchResult): void {
    if (this.end !== null) return;
    const reader = this.readers.shift();
    if (reader !== undefined) reader.resolve({ done: false, value: result });
    else if (this.waiting.push(result) > MAX_WAITING) this.finish(new Error(`more than ${MAX_WAITING} results were not read`));
  }

  /** It is over; what waits is still told, then the failure if there is one. */
  finish(failure: unknown = null): void {
    if (this.end !== null) return;
    this.end = { failure };
    this.left();
    const [first, ...others] = this.readers;
    this.readers = [];
    if (first === undefined) return;
    if (failure === null) first.resolve({ done: true, value: undefined });
    else first.reject(this.takeFailure());
    for (const { resolve } of others) resolve({ done: true, value: undefined });
  }

  next(): Promise<IteratorResult<FetchResult>> {
    const value = this.waiting.shift();
    if (value !== undefined) return Promise.resolve({ done: false, value });
    if (this.end === null) return new Promise((resolve, reject) => this.readers.push({ resolve, reject }));
    const failure = this.takeFailure();
    return failure === null ? Promise.resolve({ done: true, value: undefined }) : Promise.reject(failure);
  }

  return(): Promise<IteratorResult<FetchResult>> {
    this.waiting.length = 0;
    this.finish();
    this.takeFailure();
    return Promise.resolve({ done: true, value: undefined });
  }

  /** A failure is told once; afterwards it is simply over. */
  private takeFailure(): unknown {
    const failure: unknown = this.end?.failure ?? null;
    this.end = { failure: null };
    return failure;
  }
}
