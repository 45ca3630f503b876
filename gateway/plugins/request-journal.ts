import type { ServerResponse } from 'node:http';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { Journal } from '../../subgraphs/kernel/journal/journal.ts';
import type { Transport } from '../../subgraphs/kernel/journal/journal-entry.ts';
import type { Logger } from '../../subgraphs/kernel/telemetry/logger.ts';
import type { GatewayContext } from '../context.ts';
import { note } from './journal-operations.ts';

/** Lines about refused strangers in a second; more are counted. */
const LINES_A_SECOND = 10;
const SECOND_MS = 1_000;
const FIRST_FAILURE = 400;

/** What is journalled beside the operations that ran through the pipeline. */
export interface RequestJournal {
  /** Refused before it was known what is asked. */
  refused(context: GatewayContext, transport: Transport, error: unknown): void;
  /** By nobody, or by somebody who is not who they say: in the log, because no tenant may be told of it. */
  refusedStranger(address: string | null, transport: Transport, error: unknown): void;
  /** A subscription is over. @param since of performance.now() */
  subscriptionEnded(context: GatewayContext, ended: { name: string | null; reason: string | null; since: number }): void;
  /** Carries out a request that is no operation of the graph, such as an upload. */
  route(context: GatewayContext, name: string, response: ServerResponse, work: () => Promise<void>): Promise<void>;
}

export function createRequestJournal({
  journal,
  logger,
  clock,
}: {
  journal: Journal | null;
  logger: Logger;
  clock: () => Date;
}): RequestJournal {
  const mayWrite = linesASecond(logger);
  const tell = (
    context: GatewayContext,
    transport: Transport,
    kind: 'REQUEST' | 'EXPORT' | 'SUBSCRIPTION_END',
    { operation, outcome, durationMs }: { operation: string; outcome: string; durationMs: number },
  ): void => {
    if (journal === null) return;
    note(journal, clock(), context, transport, { kind, operation, outcome, durationMs, documentHash: null, cost: null, touched: [] });
  };
  return {
    refused(context, transport, error) {
      if (error instanceof DomainError) tell(context, transport, 'REQUEST', { operation: 'refused', outcome: error.code, durationMs: 0 });
    },
    refusedStranger(address, transport, error) {
      if (error instanceof DomainError && mayWrite(clock().getTime()))
        logger.info({ address, transport, code: error.code }, 'a request was refused');
    },
    subscriptionEnded(context, { name, reason, since }) {
      const durationMs = performance.now() - since;
      tell(context, 'SOCKET', 'SUBSCRIPTION_END', { operation: name ?? 'anonymous', outcome: reason ?? 'OK', durationMs });
    },
    async route(context, operation, response, work) {
      const since = performance.now();
      const kind = operation.startsWith('GET ') ? 'EXPORT' : 'REQUEST';
      const told = (outcome: string): void => tell(context, 'HTTP', kind, { operation, outcome, durationMs: performance.now() - since });
      try {
        await work();
        told(response.statusCode < FIRST_FAILURE ? 'OK' : `HTTP_${response.statusCode}`);
      } catch (error) {
        told(error instanceof DomainError ? error.code : 'INTERNAL');
        throw error;
      }
    },
  };
}

/** Bounds what strangers can have written. */
function linesASecond(logger: Logger): (now: number) => boolean {
  let second = 0;
  let lines = 0;
  return (now) => {
    const current = Math.floor(now / SECOND_MS);
    if (current !== second) {
      if (lines > LINES_A_SECOND) logger.info({ more: lines - LINES_A_SECOND }, 'more requests were refused');
      [second, lines] = [current, 0];
    }
    lines += 1;
    return lines <= LINES_A_SECOND;
  };
}
