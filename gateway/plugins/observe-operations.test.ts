import { describe, expect, test } from 'vitest';
import { createLogger } from '../../subgraphs/kernel/telemetry/logger.ts';
import { createMetrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import { ANONYMOUS } from '../../subgraphs/kernel/viewer/viewer.ts';
import type { GatewayContext } from '../context.ts';
import type { Source } from '../sources/source.ts';
import { FetchTimes } from './fetch-times.ts';
import { operationObserver } from './observe-operations.ts';
import type { FinishedOperation } from './operation-plugin.ts';

const SLOW_MS = 100;

function newContext(): GatewayContext {
  return {
    viewer: ANONYMOUS,
    requestId: 'r1',
    localOwner: false,
    clientAddress: null,
    clientAgent: null,
    subscription: null,
    grants: { key: '', role: 'PUBLIC', authenticated: false, scopes: new Set(), policies: new Set() },
    forwarded: {},
  };
}

function observed(level = 'info') {
  const lines: string[] = [];
  const metrics = createMetrics({ processMetrics: false });
  const fetchTimes = new FetchTimes(1);
  const observer = operationObserver({
    metrics,
    journal: null,
    logger: createLogger(level, { write: (line) => void lines.push(line) }),
    clock: () => new Date(),
    slowMs: SLOW_MS,
    fetchTimes,
    names: new Set(['Known']),
  });
  const finish = (operation: Partial<FinishedOperation>): void => {
    const context = operation.context ?? newContext();
    observer.begin()({
      name: 'Known',
      kind: 'query',
      hash: 'abc',
      code: null,
      refusal: null,
      variables: {},
      durationMs: 5,
      cost: null,
      ...operation,
      context,
    });
  };
  return { lines, metrics, observer, fetchTimes, finish, text: () => metrics.registry.metrics() };
}

describe('metrics of operations', () => {
  test('tell names apart, but never more than a bounded number of them', async () => {
    const { finish, text } = observed();
    for (let n = 0; n < 1_000; n++) finish({ name: `Made${n}` });
    finish({});
    finish({ name: null });
    const names = new Set([...(await text()).matchAll(/autonomos_operation_seconds_count\{operation="([^"]+)"/g)].map(([, name]) => name));
    expect(names.size).toBe(203);
    for (const name of ['Known', 'anonymous', 'other', 'Made0', 'Made199']) expect(names).toContain(name);
  });

  test('count what failed by its code, and no code that somebody made up', async () => {
    const { finish, text } = observed();
    finish({ code: 'FORBIDDEN' });
    finish({ code: 'x"}\n' });
    const counted = await text();
    expect(counted).toContain('autonomos_operation_errors_total{operation="Known",code="FORBIDDEN"} 1');
    expect(counted).toContain('autonomos_operation_errors_total{operation="Known",code="other"} 1');
  });

  test('say what is under way and what operations cost', async () => {
    const { observer, finish, text } = observed();
    observer.begin();
    finish({ cost: { estimated: 40, maximum: 100, told: false } });
    const counted = await text();
    expect(counted).toContain('autonomos_operations_in_flight 1');
    expect(counted).toContain('autonomos_operation_cost_sum 40');
  });
});

describe('the log of operations', () => {
  test('has slow ones with what they waited for, and those that failed for a fault of ours', async () => {
    const { finish, lines, fetchTimes } = observed();
    const context = newContext();
    const slow: Source = {
      name: 'reviews',
      fetch: () => new Promise((resolve) => setTimeout(() => resolve({ data: {}, errors: [] }), 20)),
      open: () => Promise.reject(new Error('not opened')),
      close: () => Promise.resolve(),
    };
    const source = fetchTimes.allTimed(new Map([['reviews', slow]])).get('reviews');
    await Promise.all([1, 2].map(async () => source?.fetch({} as never, { secret: 'canary' }, context)));
    finish({ durationMs: SLOW_MS, cost: { estimated: 7, maximum: 9, told: false }, context });
    finish({ code: 'INTERNAL' });
    finish({ code: 'FORBIDDEN' });
    finish({});
    const [first, second, ...others] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(first).toMatchObject({
      msg: 'a slow operation',
      operation: 'Known',
      hash: 'abc',
      durationMs: SLOW_MS,
      cost: 7,
      requestId: 'r1',
    });
    expect(first?.['subgraphs']).toEqual({ reviews: { fetches: 2, milliseconds: expect.any(Number) } });
    expect(second).toMatchObject({ msg: 'an operation failed', outcome: 'INTERNAL' });
    expect(others).toEqual([]);
    expect(lines.join()).not.toContain('canary');
  });

  test('has every operation at level debug', () => {
    const { finish, lines } = observed('debug');
    finish({});
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'operation', outcome: 'ok' });
  });
});
