import type { Dispatcher } from 'undici';
import { CallFailed, connectionFailed } from './call-failed.ts';

/** What a subgraph replied, before anybody has looked into it. */
export interface Reply {
  status: number;
  text: string;
}

/** How long a reply may take and how much of it is read. */
export interface ReplyBounds {
  headersMs: number;
  totalMs: number;
  maxBytes: number;
}

/** Collects one reply within its bounds; the promise it is given settles once. */
export class PendingReply implements Dispatcher.DispatchHandler {
  private readonly bounds: ReplyBounds;
  private readonly resolve: (reply: Reply) => void;
  private readonly reject: (failure: CallFailed) => void;
  private readonly startedAt = performance.now();
  private timer: NodeJS.Timeout;
  private controller: Dispatcher.DispatchController | null = null;
  private over = false;
  private status = 0;
  private bytes = 0;
  private readonly chunks: Buffer[] = [];

  constructor(bounds: ReplyBounds, resolve: (reply: Reply) => void, reject: (failure: CallFailed) => void) {
    this.bounds = bounds;
    this.resolve = resolve;
    this.reject = reject;
    this.timer = setTimeout(() => this.late(), Math.min(bounds.headersMs, bounds.totalMs));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    // It waited for a connection until nobody wanted it any more: nothing has been sent.
    if (this.over) controller.abort(new Error('nobody waits for this any more'));
  }

  onResponseStart(_controller: unknown, status: number, headers: Record<string, string | string[] | undefined>): void {
    // 1xx: the reply itself is still to come.
    if (status < 200) return;
    this.status = status;
    if (Number(headers['content-length'] ?? 0) > this.bounds.maxBytes) return this.tooLarge();
    if (this.bounds.headersMs < this.bounds.totalMs) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.late(), this.bounds.totalMs - (performance.now() - this.startedAt));
    }
  }

  onResponseData(_controller: unknown, chunk: Buffer): void {
    this.bytes += chunk.length;
    if (this.bytes > this.bounds.maxBytes) this.tooLarge();
    else this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.over) return;
    this.end();
    const [first] = this.chunks;
    const body = this.chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.chunks, this.bytes);
    this.resolve({ status: this.status, text: body.toString('utf8') });
  }

  onResponseError(_controller: unknown, error: Error): void {
    this.fail(connectionFailed(error));
  }

  /** Fails it where it cannot even be begun. */
  fail(failure: CallFailed): void {
    if (this.over) return;
    this.end();
    this.reject(failure);
    this.controller?.abort(failure);
  }

  private late(): void {
    const what = this.status === 0 ? 'no reply' : 'only a part of its reply';
    this.fail(new CallFailed('LATE', `${what} within ${Math.round(performance.now() - this.startedAt)} ms`));
  }

  private tooLarge(): void {
    this.fail(new CallFailed('TOO_LARGE', `the reply has more than ${this.bounds.maxBytes} bytes`));
  }

  private end(): void {
    this.over = true;
    clearTimeout(this.timer);
  }
}
