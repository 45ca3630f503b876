import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { ApprovalRow } from '../../kernel/approvals/approval.entity.ts';
import { decideApproval } from '../../kernel/approvals/approvals.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';
import { currentPublication } from '../publishing/publication.service.ts';
import { act, ask, connected, goldenNames, pairsOf } from './resolution.testkit.ts';
import { ResolveService } from './work/resolve.service.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

interface Resolution {
  enabled: boolean;
  clusters: number;
  merged: number;
  possible: number;
  model: { fields: { name: string; kind: string }[]; matchThreshold: number } | null;
  histogram: { from: number; pairs: number }[];
}

const resolutionOf = async (viewer: UserViewer): Promise<Resolution> => {
  const query = `{ entityType(name: "Account") { resolution { enabled clusters merged possible policy { enabled withinSource oneEach }
    model { learnedAt fields { name kind most least } matchThreshold possibleThreshold } histogram { from to pairs } } } }`;
  return (await ask<{ entityType: { resolution: Resolution } }>(t, viewer, query)).entityType.resolution;
};

/** Which record belongs to which golden record. */
const membership = (viewer: UserViewer): Promise<unknown[]> =>
  t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    unit.asTenant(async (db) => (await sql`select id, coalesce(golden_id, id) as golden from e_account order by id`.execute(db)).rows),
  );

test('records of two sources that are written a little differently become one golden record each', async () => {
  const viewer = await t.newTenant();
  await connected(t, viewer);
  const resolution = await resolutionOf(viewer);
  expect(resolution).toMatchObject({ enabled: true });
  expect(resolution.merged).toBeGreaterThanOrEqual(25);
  expect(resolution.model?.fields.map(({ name }) => name)).toContain('name');
  expect(resolution.histogram.length).toBeGreaterThan(0);
  expect((await goldenNames(t, viewer)).length).toBe(66 - resolution.merged);
});

test('interrupted anywhere and begun again, it comes to the same', async () => {
  const viewer = await t.newTenant();
  await connected(t, viewer);
  const wanted = await membership(viewer);
  const entity = await t.system.database.unitOfWork(viewer.tenantId, async (unit) =>
    (await currentPublication(unit))?.model.entities.find(({ name }) => name === 'Account'),
  );
  if (entity === undefined) throw new Error('there is no Account');
  const resolver = new ResolveService(t.system, new AbortController().signal);
  for (const failAt of [1, 2]) {
    let told = 0;
    const report = (): Promise<void> => (++told === failAt ? Promise.reject(new Error('the process dies here')) : Promise.resolve());
    await expect(resolver.resolve(viewer.tenantId, entity, { relearn: true, report })).rejects.toThrow('dies here');
    await resolver.resolveEntity(viewer.tenantId, entity);
    expect(await membership(viewer)).toEqual(wanted);
  }
  const { changedGolden } = await resolver.resolveEntity(viewer.tenantId, entity);
  await resolver.settled(viewer.tenantId, 'Account', changedGolden);
  expect((await resolver.resolveEntity(viewer.tenantId, entity)).changedGolden).toEqual([]);
});

test('people are asked about doubtful pairs with one approval for all of them, and its decision is carried out', async () => {
  const viewer = await t.newTenant();
  await connected(t, viewer);
  const { merged } = await resolutionOf(viewer);
  const policy = { input: { entityType: 'Account', matchThreshold: 90, possibleThreshold: -5 } };
  expect((await act(t, viewer, 'setResolutionPolicy(input: $input)', policy)).codes).toEqual([]);
  await t.settled();
  expect(await resolutionOf(viewer)).toMatchObject({ merged: 0 });
  const possible = await pairsOf(t, viewer, 'POSSIBLE');
  expect(possible.length).toBeGreaterThanOrEqual(merged);
  const now = new Date();
  const { approvals, decided } = await t.system.database.unitOfWork(viewer.tenantId, async (unit) => {
    const found = await unit.em.find(ApprovalRow, { subject: { $like: 'pairs:%' } });
    const approval = await decideApproval(unit, found.at(-1)?.id ?? '', {
      status: 'REJECTED',
      decidedBy: viewer.userId,
      comment: null,
      now,
    });
    if (approval !== null)
      unit.emit('agents.approval-decided', {
        approvalId: approval.id,
        subject: approval.subject,
        status: 'REJECTED',
        decidedBy: viewer.userId,
        comment: null,
      });
    return { approvals: found.filter(({ status }) => status === 'PENDING'), decided: approval };
  });
  expect(approvals.length).toBeLessThanOrEqual(1);
  expect(decided?.evidence).toMatchObject({ entityType: 'Account', pairs: expect.any(Number) });
  await t.settled();
  expect((await pairsOf(t, viewer, 'NON_MATCH')).length).toBeGreaterThan(0);
  expect((await pairsOf(t, viewer, 'POSSIBLE')).length).toBeLessThan(possible.length);
});

test('switched off, every record is a thing of its own again; switched on, they are one as before', async () => {
  const viewer = await t.newTenant();
  await connected(t, viewer);
  const wanted = await membership(viewer);
  await act(t, viewer, 'setResolutionPolicy(input: $input)', { input: { entityType: 'Account', enabled: false } });
  await t.settled();
  expect(await resolutionOf(viewer)).toMatchObject({ enabled: false, merged: 0 });
  expect((await goldenNames(t, viewer)).length).toBe(66);
  await act(t, viewer, 'setResolutionPolicy(input: $input)', { input: { entityType: 'Account', enabled: true } });
  await t.settled();
  expect(await membership(viewer)).toEqual(wanted);
});
