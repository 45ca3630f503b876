import type { Pool, PoolClient } from 'pg';
import type { Logger } from '../telemetry/logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { failSpan, startChildSpan } from '../telemetry/span.ts';

const MAX_TEXT_CHARACTERS = 2_000;
const KINDS = ['select', 'insert', 'update', 'delete', 'begin', 'commit', 'rollback', 'set'] as const;

export interface QueryWatch {
  logger: Logger;
  metrics: Metrics;
  /** A query that takes longer is logged; null logs none. */
  slowMs: number | null;
}

/**
 * Measures every query of the pool's connections: its time goes into the histogram, into the open trace as a span, and, when it was slow,
 * into the log. Texts carry placeholders only; the values never leave the driver.
 */
export function watchQueries(pool: Pool, watch: QueryWatch): void {
  pool.on('connect', (client) => watchClient(client, watch));
}

function watchClient(client: PoolClient, watch: QueryWatch): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  const measured = (...given: unknown[]): unknown => {
    const text = textOf(given[0]);
    const kind = kindOf(text);
    const span = startChildSpan(`sql ${kind}`, () => ({
      'db.system.name': 'postgresql',
      'db.query.text': text.slice(0, MAX_TEXT_CHARACTERS),
    }));
    const started = performance.now();
    const result = query(...given);
    // A cursor or a call-back is followed by whoever opened it.
    if (!(result instanceof Promise)) {
      span?.end();
      return result;
    }
    const ended = (outcome: 'ok' | 'error'): void => {
      const durationMs = performance.now() - started;
      watch.metrics.querySeconds.observe({ kind, outcome }, durationMs / 1_000);
      if (watch.slowMs !== null && durationMs >= watch.slowMs)
        watch.logger.warn({ durationMs: Math.round(durationMs), kind, sql: text.slice(0, MAX_TEXT_CHARACTERS) }, 'a query was slow');
      span?.end();
    };
    result.then(
      () => ended('ok'),
      (error: unknown) => {
        if (span !== null) failSpan(span, error);
        ended('error');
      },
    );
    return result;
  };
  client.query = measured as PoolClient['query'];
}

function textOf(given: unknown): string {
  if (typeof given === 'string') return given;
  return typeof given === 'object' && given !== null && 'text' in given && typeof given.text === 'string' ? given.text : '';
}

function kindOf(text: string): string {
  const word =
    text
      .trimStart()
      .match(/^[a-z]+/iu)?.[0]
      .toLowerCase() ?? '';
  // A statement that starts with its own tables is named by what most of them do.
  if (word === 'with') return 'select';
  return KINDS.find((kind) => kind === word) ?? 'other';
}
