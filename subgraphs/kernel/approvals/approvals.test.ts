import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestKernel, type TestKernel } from '../../../tests/testkit/test-kernel.ts';
import { ApprovalRow, type ApprovalStatus } from './approval.entity.ts';
import { decideApproval, expireApprovals, requestApproval } from './approvals.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const LATER = new Date('2026-03-01T13:00:00Z');
const HOUR_MS = 60 * 60 * 1_000;

let t: TestKernel;
beforeAll(async () => {
  t = await openTestKernel();
});
afterAll(() => t[Symbol.asyncDispose]());

const ask = (tenantId: string, subject = 'run:1', title = 'Send the mail', lifetimeMs?: number) =>
  t.database.unitOfWork(tenantId, (unit) =>
    requestApproval(unit, {
      title,
      intent: 'One mail goes out.',
      evidence: { to: 'x@example.com' },
      subject,
      now: NOW,
      ...(lifetimeMs === undefined ? {} : { lifetimeMs }),
    }),
  );
const decide = (tenantId: string, id: string, status: 'APPROVED' | 'REJECTED', now = NOW, decidedBy = randomUUID()) =>
  t.database.unitOfWork(tenantId, (unit) => decideApproval(unit, id, { status, decidedBy, comment: null, now }));
const read = (tenantId: string, id: string) => t.database.unitOfWork(tenantId, (unit) => unit.em.findOne(ApprovalRow, { id }));
const alreadyDecided = { code: 'APPROVAL_ALREADY_DECIDED' };

describe('asking', () => {
  test('makes a pending approval with its evidence', async () => {
    const tenantId = await t.newTenant();
    const { id } = await ask(tenantId);
    expect(await read(tenantId, id)).toMatchObject({
      tenantId,
      status: 'PENDING',
      title: 'Send the mail',
      evidence: { to: 'x@example.com' },
      requestedAt: NOW,
      decidedBy: null,
    });
  });

  test('again about the same subject returns the approval that is there, also when many ask at once', async () => {
    const tenantId = await t.newTenant();
    const asked = await Promise.all(Array.from({ length: 8 }, (_, index) => ask(tenantId, 'run:1', `title ${index}`)));
    const again = await ask(tenantId, 'run:1', 'another title');
    expect(new Set([...asked, again].map(({ id }) => id)).size).toBe(1);
    expect(await t.database.unitOfWork(tenantId, (unit) => unit.em.count(ApprovalRow, {}))).toBe(1);
    expect(again.title).toBe((await read(tenantId, again.id))?.title);
    expect(again.status).toBe('PENDING');
  });

  test('about the same subject after the decision returns the decided one', async () => {
    const tenantId = await t.newTenant();
    const { id } = await ask(tenantId);
    await decide(tenantId, id, 'REJECTED');
    expect(await ask(tenantId)).toMatchObject({ id, status: 'REJECTED' });
  });

  test('about one subject in two tenants makes two', async () => {
    const [a, b] = [await t.newTenant(), await t.newTenant()];
    expect((await ask(a)).id).not.toBe((await ask(b)).id);
  });
});

describe('deciding', () => {
  test.each(['APPROVED', 'REJECTED'] as const)('%s is kept with who decided, and is final', async (status) => {
    const tenantId = await t.newTenant();
    const { id } = await ask(tenantId);
    const decidedBy = randomUUID();
    expect(await decide(tenantId, id, status, LATER, decidedBy)).toMatchObject({ status, decidedBy, decidedAt: LATER });
    for (const second of ['APPROVED', 'REJECTED'] as const)
      await expect(decide(tenantId, id, second)).rejects.toMatchObject(alreadyDecided);
    expect(await read(tenantId, id)).toMatchObject({ status, decidedBy });
  });

  test('of many who decide at once one wins, the others are told', async () => {
    const tenantId = await t.newTenant();
    const { id } = await ask(tenantId);
    const people = Array.from({ length: 10 }, () => randomUUID());
    const outcomes = await Promise.allSettled(
      people.map((person, index) => decide(tenantId, id, index % 2 === 0 ? 'APPROVED' : 'REJECTED', NOW, person)),
    );
    const winners = outcomes.flatMap((outcome, index) => (outcome.status === 'fulfilled' ? [index] : []));
    expect(winners).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(alreadyDecided);
    const [winner = -1] = winners;
    const expected: ApprovalStatus = winner % 2 === 0 ? 'APPROVED' : 'REJECTED';
    expect(await read(tenantId, id)).toMatchObject({ status: expected, decidedBy: people[winner] });
  });

  test('another tenant’s approval, or none, decides nothing', async () => {
    const [a, b] = [await t.newTenant(), await t.newTenant()];
    const { id } = await ask(b);
    expect(await decide(a, id, 'APPROVED')).toBeNull();
    expect(await decide(a, randomUUID(), 'APPROVED')).toBeNull();
    expect(await read(b, id)).toMatchObject({ status: 'PENDING' });
  });
});

describe('time', () => {
  test('runs out: what is due expires, what is not stays', async () => {
    const tenantId = await t.newTenant();
    const [short, long] = [await ask(tenantId, 'short', 'T', HOUR_MS), await ask(tenantId, 'long', 'T', HOUR_MS + 1)];
    expect(await t.database.unitOfWork(tenantId, (unit) => expireApprovals(unit, LATER))).toBe(1);
    expect(await read(tenantId, short.id)).toMatchObject({ status: 'EXPIRED', decidedAt: LATER, decidedBy: null });
    expect(await read(tenantId, long.id)).toMatchObject({ status: 'PENDING' });
  });

  test('that has run out beats a decision, even before anything expired it', async () => {
    const tenantId = await t.newTenant();
    const { id } = await ask(tenantId, 'run:1', 'T', HOUR_MS);
    await expect(decide(tenantId, id, 'APPROVED', LATER)).rejects.toMatchObject(alreadyDecided);
    expect((await read(tenantId, id))?.status).not.toBe('APPROVED');
  });
});
