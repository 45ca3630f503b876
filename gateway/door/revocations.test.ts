import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { Revocations } from './revocations.ts';

const KEPT_MS = 60_000;
const at = (second: number): Date => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
const session = (tenantId: string, userId: string = randomUUID()): UserViewer => ({
  kind: 'user', tenantId, userId, role: 'ANALYST', credential: { kind: 'SESSION', id: randomUUID() },
}); // prettier-ignore
const idOf = ({ credential }: UserViewer): string => credential?.id ?? '';

test('one that was revoked is, and no other of its user', () => {
  const revoked = new Revocations(KEPT_MS);
  const [one, tenantId] = [session('t'), 't'];
  const other = session('t', one.userId);
  revoked.add({ tenantId, userId: one.userId, credentialId: idOf(one), at: at(5) });
  expect([revoked.includes(one, at(1)), revoked.includes(one, at(9)), revoked.includes(other, at(1))]).toEqual([true, true, false]);
});

test('all of a user are those made before that moment, keys aside; of unknown age, all', () => {
  const revoked = new Revocations(KEPT_MS);
  const one = session('t');
  revoked.add({ tenantId: 't', userId: one.userId, credentialId: null, at: at(5) });
  revoked.add({ tenantId: 't', userId: one.userId, credentialId: null, at: at(3) });
  expect([at(4), at(5), null].map((madeAt) => revoked.includes(one, madeAt))).toEqual([true, false, true]);
  expect(revoked.includes({ ...one, credential: { kind: 'KEY', id: randomUUID() } }, at(1))).toBe(false);
  expect(revoked.includes(session('t'), at(1))).toBe(false);
});

test('what there is no room for is refused more widely, never allowed again', () => {
  const revoked = new Revocations(KEPT_MS, 2);
  const [first, bystander] = [session('t'), session('t')];
  revoked.add({ tenantId: 't', userId: first.userId, credentialId: idOf(first), at: at(5) });
  for (let i = 0; i < 2; i++) revoked.add({ tenantId: 'u', userId: randomUUID(), credentialId: randomUUID(), at: at(6) });
  expect(revoked.includes(first, at(1))).toBe(true);
  expect(revoked.includes(session('t', first.userId), at(1))).toBe(true);
  for (let i = 0; i < 2; i++) revoked.add({ tenantId: 'u', userId: randomUUID(), credentialId: null, at: at(6) });
  expect([revoked.includes(first, at(1)), revoked.includes(bystander, at(1)), revoked.includes(bystander, at(6))]).toEqual([
    true,
    true,
    false,
  ]);
});
