import { expect, test } from 'vitest';
import { startConnectorsTest } from '../connectors.testkit.ts';
import { PlaneChecks } from './plane-checks.ts';
import { planeChore } from './plane-chore.ts';
import { KONG_PLANE, NATS_PLANE, planesTest } from './planes.testkit.ts';

test('planes that are due are looked at, of every company, and not again before they are due', async () => {
  await using c = await startConnectorsTest();
  const p = planesTest(c);
  const [one, other] = [await c.t.newTenant(), await c.t.newTenant()];
  await p.create(one, NATS_PLANE);
  await p.create(other, KONG_PLANE);
  const { signal } = new AbortController();
  const chore = planeChore(c.t.system, new PlaneChecks(c.t.system));
  const looked = async (): Promise<{ status: string; checkedAt: string }[]> => {
    const query = '{ fabricPlanes { nodes { status statusReason checkedAt } } }';
    const planes = await Promise.all(
      [one, other].map((viewer) => p.ask<{ fabricPlanes: { nodes: { status: string; checkedAt: string }[] } }>(viewer, query)),
    );
    return planes.flatMap(({ fabricPlanes }) => fabricPlanes.nodes);
  };
  await chore.run(signal);
  const first = await looked();
  expect(first.map(({ status }) => status)).toEqual(['DOWN', 'DOWN']);
  await chore.run(signal);
  expect(await looked()).toEqual(first);
});
