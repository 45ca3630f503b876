import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueNow, type Waiting } from './chain.ts';

const HOUR_MS = 60 * 60 * 1_000;
const START = new Date('2026-03-01T12:00:00Z');
const after = (ms: number): Date => new Date(START.getTime() + ms);
const waiting = (more: Partial<Waiting> = {}): Waiting => ({
  level: 0,
  slaMs: HOUR_MS,
  dueAt: after(HOUR_MS),
  requestedAt: START,
  expiresAt: after(10 * HOUR_MS),
  onExpiry: 'REJECT',
  ...more,
});

test('nothing is due before its time', () => {
  expect(dueNow(waiting(), after(HOUR_MS - 1))).toBeNull();
  expect(dueNow(waiting({ slaMs: null, dueAt: null }), after(9 * HOUR_MS))).toBeNull();
});

test('the next are asked when the SLA is over, and nobody after the owners', () => {
  expect(dueNow(waiting(), after(HOUR_MS))).toMatchObject({
    kind: 'ESCALATE',
    level: 1,
    dueAt: after(2 * HOUR_MS),
    expiresAt: after(10 * HOUR_MS),
  });
  expect(dueNow(waiting({ level: 1 }), after(HOUR_MS))).toMatchObject({ kind: 'ESCALATE', level: 2, dueAt: null });
  expect(dueNow(waiting({ level: 2 }), after(HOUR_MS))).toBeNull();
});

test('when its time is up it is rejected, approved or escalated, as was said', () => {
  const late = after(10 * HOUR_MS);
  expect(dueNow(waiting(), late)).toEqual({ kind: 'END', status: 'EXPIRED' });
  expect(dueNow(waiting({ onExpiry: 'APPROVE' }), late)).toEqual({ kind: 'END', status: 'APPROVED' });
  expect(dueNow(waiting({ onExpiry: 'ESCALATE' }), late)).toMatchObject({ kind: 'ESCALATE', level: 1, expiresAt: after(20 * HOUR_MS) });
  expect(dueNow(waiting({ onExpiry: 'ESCALATE', level: 2 }), late)).toEqual({ kind: 'END', status: 'EXPIRED' });
});

test('however long nobody decides, it ends after at most three times', () => {
  const span = fc.integer({ min: 1, max: 1_000 * HOUR_MS });
  const onExpiry = fc.constantFrom('REJECT' as const, 'APPROVE' as const, 'ESCALATE' as const);
  fc.assert(
    fc.property(span, fc.option(span), onExpiry, (lifetimeMs, slaMs, what) => {
      let state = waiting({ slaMs, dueAt: slaMs === null ? null : after(slaMs), expiresAt: after(lifetimeMs), onExpiry: what });
      let now = START;
      for (let round = 0; round < 4; round++) {
        now = state.dueAt !== null && state.dueAt < state.expiresAt && state.level < 2 ? state.dueAt : state.expiresAt;
        const due = dueNow(state, now);
        if (due?.kind === 'END') return;
        expect(due?.level).toBe(state.level + 1);
        if (due !== null) state = { ...state, level: due.level, dueAt: due.dueAt, expiresAt: due.expiresAt };
        expect(state.expiresAt > now).toBe(true);
      }
      expect('an end').toBe('reached');
    }),
  );
});
