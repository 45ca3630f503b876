import { setTimeout as rest } from 'node:timers/promises';
import { Pool, type Dispatcher } from 'undici';
import { backoffMs } from '../../../subgraphs/kernel/backoff.ts';
import { commonErrors } from '../../../subgraphs/kernel/errors/common.errors.ts';
import type { Breaker } from './breaker.ts';
import { CallFailed, connectionFailed } from './call-failed.ts';
import { PendingReply, type Reply } from './pending-reply.ts';
import { readAnswer, type Answer } from './read-answer.ts';
import type { RemoteLimits } from './remote-subgraph.ts';
import { RetryBudget } from './retry-budget.ts';
import { sourceErrors } from './sources.errors.ts';

/** Full jitter: whatever failed at the same time is not tried again at the same time. */
const BACKOFF = { firstMs: 50, longestMs: 1_000, spread: 1 };
/** Of proxies and balancers before a subgraph: nothing was answered by itself. */
const AWAY = new Set([502, 503, 504]);

/** One call to a subgraph. */
export interface Call {
  path: string;
  /** Names and values by turns. */
  headers: string[];
  body: string;
  /** Asking twice changes nothing more than asking once. */
  repeatable: boolean;
  /** For the whole answer, attempts and rests between them included. */
  timeoutMs: number;
}

export interface CallsOptions {
  /** As callers are told: `The assets service`. */
  what: string;
  origin: string;
  limits: RemoteLimits;
  breaker: Breaker;
  /** A call is made again. */
  retried: () => void;
}

/** Calls to one subgraph over connections that are kept: in time, again where that helps, and not at all while it is known to be away. */
export class SubgraphCalls {
  private readonly options: CallsOptions;
  private readonly pool: Pool;
  private readonly budget = new RetryBudget();

  constructor(options: CallsOptions) {
    const { connections, connectMs, keepAliveMs } = options.limits;
    this.options = options;
    this.pool = new Pool(options.origin, {
      connections,
      pipelining: 1,
      connect: { timeout: connectMs },
      keepAliveTimeout: keepAliveMs,
      // A reply has deadlines of its own, which are kept to the millisecond.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  /** The reply's text, once one came that is a GraphQL answer by its looks. @throws UNAVAILABLE, SUBGRAPH_ANSWER_TOO_LARGE */
  async send(call: Call): Promise<Reply> {
    const deadline = performance.now() + call.timeoutMs;
    this.budget.deposit();
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.attempt(call, deadline);
      if (!(outcome instanceof CallFailed) && !AWAY.has(outcome.status)) return outcome;
      const restMs = backoffMs(attempt, BACKOFF);
      if (!this.mayRepeat(call, outcome, attempt) || performance.now() + restMs >= deadline) return this.result(outcome);
      this.options.retried();
      await rest(restMs);
    }
  }

  /** Reads a reply. @throws SUBGRAPH_ANSWER_UNREADABLE, UNAVAILABLE */
  read({ status, text }: Reply): Answer {
    const answer = readAnswer(text);
    if (answer !== null) return answer;
    const { what, breaker } = this.options;
    const cause = new Error(`status ${status}: ${text.slice(0, 200)}`);
    if (AWAY.has(status)) throw commonErrors.UNAVAILABLE({ what }, { cause });
    if (status < 300 || status >= 500) breaker.failed(performance.now());
    throw sourceErrors.SUBGRAPH_ANSWER_UNREADABLE({ what }, { cause });
  }

  /** Closes the connections once what is under way has ended. */
  close(): Promise<void> {
    return this.pool.closed ? Promise.resolve() : this.pool.close();
  }

  private async attempt(call: Call, deadline: number): Promise<Reply | CallFailed> {
    const { breaker } = this.options;
    if (!breaker.admits(performance.now())) return new CallFailed('KEPT_BACK', 'it has failed several times in a row');
    try {
      const reply = await this.request(call, deadline - performance.now());
      if (AWAY.has(reply.status)) breaker.failed(performance.now());
      else breaker.succeeded();
      return reply;
    } catch (error) {
      const failure = error instanceof CallFailed ? error : connectionFailed(error as Error);
      // A subgraph that says too much is not away.
      if (failure.kind === 'TOO_LARGE') breaker.succeeded();
      else breaker.failed(performance.now());
      return failure;
    }
  }

  private request({ path, headers, body }: Call, totalMs: number): Promise<Reply> {
    const { headersMs, maxAnswerBytes } = this.options.limits;
    return new Promise((resolve, reject) => {
      const pending = new PendingReply({ headersMs, totalMs, maxBytes: maxAnswerBytes }, resolve, reject);
      const options: Dispatcher.DispatchOptions = { path, method: 'POST', headers, body };
      try {
        this.pool.dispatch(options, pending);
      } catch (error) {
        pending.fail(connectionFailed(error as Error));
      }
    });
  }

  private mayRepeat({ repeatable }: Call, outcome: Reply | CallFailed, attempt: number): boolean {
    if (attempt > this.options.limits.retries) return false;
    const failed = outcome instanceof CallFailed ? outcome.kind : 'AWAY';
    if (failed === 'TOO_LARGE' || failed === 'KEPT_BACK' || (!repeatable && failed !== 'REFUSED')) return false;
    return this.budget.withdraw();
  }

  private result(outcome: Reply | CallFailed): Reply {
    if (!(outcome instanceof CallFailed)) return outcome;
    const { what } = this.options;
    if (outcome.kind === 'TOO_LARGE') throw sourceErrors.SUBGRAPH_ANSWER_TOO_LARGE({ what }, { cause: outcome });
    throw commonErrors.UNAVAILABLE({ what }, { cause: outcome });
  }
}
