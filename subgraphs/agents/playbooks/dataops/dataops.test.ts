import { expect, test } from 'vitest';
import type { ConnectionSeen } from './connections.ts';
import { type DriftSeen, judgeDrifts } from './drift.ts';
import { judgeFreshness } from './freshness.ts';
import { judgeLinks, judgeWaiting } from './mapping-gaps.ts';
import { judgeQuarantine } from './quarantine.ts';

const healthy = { status: 'HEALTHY', freshnessSeconds: 60, expectedEverySeconds: 3_600, consecutiveFailures: 0, reasons: [] };
const connection: ConnectionSeen = {
  id: 'c1', name: 'Sales', createdAt: '2026-01-01T00:00:00Z', status: 'READY', statusReason: null, createdBy: { id: 'u1' },
  health: healthy, mappingProposal: null,
}; // prettier-ignore

test('a connection is told when it fails or is far older than usual; a second failure in a row goes to a person', () => {
  expect(judgeFreshness(connection)).toEqual([]);
  expect(judgeFreshness({ ...connection, health: { ...healthy, freshnessSeconds: 23 * 3_600 } })).toEqual([]);
  const old = judgeFreshness({ ...connection, health: { ...healthy, freshnessSeconds: 25 * 3_600 } })[0];
  expect(old?.proposal).toMatchObject({ action: 'SYNC_CONNECTION', payload: { connectionId: 'c1' } });
  const failing = judgeFreshness({ ...connection, status: 'FAILED', health: { ...healthy, consecutiveFailures: 2 } })[0];
  expect([failing?.severity, failing?.proposal?.action]).toEqual(['HIGH', 'TICKET']);
  expect(judgeFreshness({ ...connection, health: { ...healthy, freshnessSeconds: 1e9, expectedEverySeconds: null } })).toEqual([]);
});

test('changes of one object are one finding, and nobody is asked twice about a repair that already waits', () => {
  const seen: DriftSeen = {
    id: 'd1', kind: 'RENAMED', severity: 'CRITICAL', summary: 'amount is now value', detectedAt: '2026-03-01T00:00:00Z', evidence: [],
    connection: { id: 'c1', name: 'Sales' }, object: { id: 'o1', name: 'deals' }, proposal: null,
  }; // prettier-ignore
  const asked = { id: 'r1', status: 'PROPOSED', affected: 40, approval: { id: 'a1', status: 'PENDING' } };
  const [alone] = judgeDrifts([seen, { ...seen, id: 'd2', severity: 'WARNING' }]);
  expect([alone?.measure.value, alone?.severity, alone?.proposal?.action]).toEqual([2, 'CRITICAL', 'TICKET']);
  const [waiting] = judgeDrifts([{ ...seen, proposal: asked }]);
  expect([waiting?.proposal, waiting?.links.some(({ kind }) => kind === 'APPROVAL')]).toEqual([null, true]);
  expect(judgeDrifts([{ ...seen, severity: 'INFO' }])).toEqual([]);
});

test('the quarantine of an object is one finding that can be tried again', () => {
  const object = { id: 'o1', name: 'deals', rowCount: 1_000, connection: { id: 'c1', name: 'Sales' } };
  const [found] = judgeQuarantine([
    { code: 'NOT_A_DATE', reason: 'No date.', records: 7, object },
    { code: 'NOT_A_NUMBER', reason: 'No number.', records: 3, object },
    { code: 'GONE', reason: '', records: 0, object: { ...object, id: 'o2' } },
  ]);
  expect([found?.measure.value, found?.severity, found?.proposal?.payload]).toEqual([10, 'MEDIUM', { objectId: 'o1' }]);
});

test('links that lead nowhere and mappings that wait are gaps, from a bound on', () => {
  const relation = { name: 'account', label: 'Account', to: { name: 'Account' }, resolvedCount: 60, unresolvedCount: 40 };
  const entity = { name: 'Ticket', label: 'Ticket', pluralLabel: 'Tickets', recordCount: 100, attributes: [], relations: [relation] };
  expect(judgeLinks(entity).map(({ title, severity }) => [title, severity])).toEqual([['40 % of Tickets lead to no account', 'HIGH']]);
  expect(judgeLinks({ ...entity, relations: [{ ...relation, unresolvedCount: 2 }] })).toEqual([]);
  const proposed = { ...connection, mappingProposal: { id: 'm1', status: 'PROPOSED', createdAt: '2026-03-01T00:00:00Z' } };
  expect(judgeWaiting(proposed, new Date('2026-03-04T12:00:00Z'))[0]?.measure.value).toBe(3);
  expect(judgeWaiting(proposed, new Date('2026-03-02T00:00:00Z'))).toEqual([]);
});
