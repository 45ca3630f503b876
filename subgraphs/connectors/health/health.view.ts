import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { lagsOf } from '../flow/lag.ts';
import { REQUEST_TARGET, SYNC_TARGET, attemptsOf, budgetLeft } from './error-budget.ts';
import type { ConnectionHealthRow } from './health.entity.ts';
import { CircuitBreaker, ConnectionHealth, ErrorBudget, Healing, HealthReasonView } from './health.type.ts';
import type { HealthService } from './health.service.ts';
import { remedyOf } from './remedy.ts';
import { expectedEvery } from './schedule.ts';

/** Connections' health as the graph shows it. */
export class HealthView {
  readonly #system: System;
  readonly #service: HealthService;

  constructor(system: System, service: HealthService) {
    this.#system = system;
    this.#service = service;
  }

  /** By connection, null where nothing is known yet. */
  async of(viewer: UserViewer, ids: readonly string[]): Promise<(ConnectionHealth | null)[]> {
    const rows = await this.#service.load(viewer, ids);
    const expected = await this.#system.database.unitOfWork(viewer.tenantId, (unit) => expectedEvery(unit, ids));
    const now = this.#system.clock();
    return rows.map((row) => row && show(row, expected.get(row.connectionId) ?? null, now));
  }

  /** What is shown of a connection that nothing is known of yet. */
  unknown(connectionId: string): ConnectionHealth {
    return Object.assign(new ConnectionHealth(), {
      connectionId, status: 'UNKNOWN', reasons: [], since: null, lastSuccessAt: null, lastFailureAt: null, consecutiveFailures: 0, freshnessSeconds: null,
      expectedEverySeconds: null, breaker: Object.assign(new CircuitBreaker(), { state: 'CLOSED', nextProbeAt: null }), healing: null,
    }); // prettier-ignore
  }

  /** What a connection may fail at, and did. */
  async budget({ tenantId }: UserViewer, connectionId: string): Promise<ErrorBudget> {
    const attempts = await this.#system.database.unitOfWork(tenantId, (unit) => attemptsOf(unit, connectionId, this.#system.clock()));
    const targets = { syncTarget: SYNC_TARGET, requestTarget: REQUEST_TARGET };
    return Object.assign(new ErrorBudget(), { ...attempts, ...targets, left: budgetLeft(attempts) });
  }

  /** How long its records take from landing to metrics, in seconds. */
  async lag({ tenantId }: UserViewer, connectionId: string): Promise<number | null> {
    const lags = await this.#system.database.unitOfWork(tenantId, (unit) => lagsOf(unit, connectionId, this.#system.clock()));
    return lags[0] ?? null;
  }
}

function show(row: ConnectionHealthRow, expectedEverySeconds: number | null, now: Date): ConnectionHealth {
  const { connectionId, status, since, consecutiveFailures } = row;
  const lastSuccessAt = row.lastSuccessAt ?? null;
  return Object.assign(new ConnectionHealth(), {
    connectionId, status, since, consecutiveFailures, lastSuccessAt, lastFailureAt: row.lastFailureAt ?? null, expectedEverySeconds,
    reasons: row.reasons.map((reason) => Object.assign(new HealthReasonView(), reason)),
    freshnessSeconds: lastSuccessAt === null ? null : Math.max(0, Math.round((now.getTime() - lastSuccessAt.getTime()) / 1_000)),
    breaker: Object.assign(new CircuitBreaker(), { state: row.breaker, nextProbeAt: row.breaker === 'CLOSED' ? null : (row.breakerUntil ?? null) }),
    healing: healingOf(row),
  }); // prettier-ignore
}

function healingOf({ problem, attempts, lastAttemptAt, nextAttemptAt }: ConnectionHealthRow): Healing | null {
  if (problem == null) return null;
  const waitsForPerson = nextAttemptAt == null && remedyOf(problem.code) === 'PERSON';
  return Object.assign(new Healing(), {
    attempts,
    lastAttemptAt: lastAttemptAt ?? null,
    nextAttemptAt: nextAttemptAt ?? null,
    waitsForPerson,
  });
}
