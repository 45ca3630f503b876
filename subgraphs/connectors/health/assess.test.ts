import { expect, test } from 'vitest';
import { type HealthFacts, assess } from './assess.ts';
import { nextAttempt } from './pauses.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import { vendorErrors } from '../vendors/http/vendor.errors.ts';
import { toProblem } from '../../kernel/runs/run.errors.ts';
import { remedyOf } from './remedy.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const ago = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
const WELL: HealthFacts = {
  now: NOW, lastSuccessAt: ago(5), consecutiveFailures: 0, problem: null, breaker: { state: 'CLOSED', until: null }, expectedEverySeconds: null, records: 1000,
  quarantined: 0, budgetLeft: 1, breakingDrifts: 0, recentChanges: 0,
}; // prettier-ignore
const AWAY = toProblem(vendorErrors.VENDOR_UNREACHABLE({ host: 'example.com', why: 'it hangs up' }));
const REFUSED = toProblem(vendorErrors.VENDOR_SECRET_REFUSED({ host: 'example.com' }));
const codes = (facts: Partial<HealthFacts>): [string, string[]] => {
  const { status, reasons } = assess({ ...WELL, ...facts });
  return [status, reasons.map(({ code }) => code)];
};

test('what works is healthy, and what nothing is known of is unknown', () => {
  expect(codes({})).toEqual(['HEALTHY', []]);
  expect(codes({ lastSuccessAt: null })).toEqual(['UNKNOWN', []]);
});

test('a failure that may pass shakes a connection, the third in a row makes it fail; one that will not pass does so at once', () => {
  expect(codes({ consecutiveFailures: 1, problem: AWAY })).toEqual(['DEGRADED', ['VENDOR_UNREACHABLE']]);
  expect(codes({ consecutiveFailures: 3, problem: AWAY })).toEqual(['FAILING', ['VENDOR_UNREACHABLE']]);
  expect(codes({ consecutiveFailures: 1, problem: REFUSED })).toEqual(['FAILING', ['VENDOR_SECRET_REFUSED']]);
});

test('old data, much quarantine, undecided drift and an open breaker each degrade it, and say so', () => {
  expect(codes({ expectedEverySeconds: 60, lastSuccessAt: ago(8) })).toEqual(['DEGRADED', ['STALE']]);
  expect(codes({ quarantined: 100 })).toEqual(['DEGRADED', ['MANY_QUARANTINED']]);
  expect(codes({ breakingDrifts: 1 })).toEqual(['DEGRADED', ['DRIFT_UNDECIDED']]);
  expect(codes({ breaker: { state: 'HALF_OPEN', until: null } })).toEqual(['DEGRADED', ['BREAKER_OPEN']]);
  expect(codes({ budgetLeft: 0 })).toEqual(['DEGRADED', ['BUDGET_SPENT']]);
});

test('what comes and goes is not called healthy until it has been steady, and is looked at again by itself', () => {
  expect(codes({ recentChanges: 3 })).toEqual(['HEALTHY', []]);
  expect(codes({ recentChanges: 4 })).toEqual(['DEGRADED', ['FLAPPING']]);
  expect(assess({ ...WELL, recentChanges: 4 }).changesAt?.getTime()).toBeGreaterThan(NOW.getTime());
  expect(assess(WELL).changesAt).toBeNull();
  expect(assess({ ...WELL, expectedEverySeconds: 3_600 }).changesAt?.getTime()).toBeGreaterThan(NOW.getTime());
});

test('what failed decides whether it is tried again: soon, seldom, or when a person has done something', () => {
  expect(remedyOf(AWAY.code)).toBe('RETRY');
  expect(remedyOf(toProblem(connectionErrors.FOLDER_NOT_FOUND({ folder: '/x' })).code)).toBe('LASTING');
  for (const code of [REFUSED.code, 'VENDOR_FORBIDDEN', 'VENDOR_SECRET_MISSING', 'NOBODY_KNOWS_THIS'])
    expect([code, remedyOf(code)]).toEqual([code, 'PERSON']);
  expect(nextAttempt(REFUSED, 0, NOW)).toBeNull();
  const pauses = [0, 1, 2, 8, 20].map((attempts) => (nextAttempt(AWAY, attempts, NOW)?.getTime() ?? 0) - NOW.getTime());
  expect(pauses[0]).toBeLessThanOrEqual(60_000);
  expect(pauses[2]).toBeGreaterThan(2 * (pauses[0] ?? 0));
  expect(pauses.at(-1)).toBeLessThanOrEqual(3_600_000);
});
