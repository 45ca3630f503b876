import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { testGraph } from '../engine.testkit.ts';
import { createPlanThreads } from './plan-threads.ts';
import { createPlanner } from './planner.ts';

const { supergraph } = testGraph({
  one: { sdl: 'type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! name: String }', resolvers: {} },
  two: { sdl: 'type Thing @key(fields: "id") { id: ID! size: Int }', resolvers: {} },
});
const document = parse('{ thing { name size } }');

test('a thread makes the plan that would be made here, and the loop goes on meanwhile', async () => {
  const threads = createPlanThreads(supergraph);
  let turns = 0;
  const turning = setInterval(() => turns++, 1);
  const plans = await Promise.all([threads.plan(document), threads.plan(document), threads.plan(parse('{ __typename }'))]);
  clearInterval(turning);
  expect(plans[0]).toEqual(JSON.parse(JSON.stringify(createPlanner(supergraph)(document))));
  expect(plans[1]).toEqual(plans[0]);
  expect(turns).toBeGreaterThan(1);
  await threads.close();
});

test('whoever waits when it ends is told', async () => {
  const threads = createPlanThreads(supergraph);
  const waiting = [1, 2, 3].map(() => Promise.resolve(threads.plan(document)).catch((error: { code?: string }) => error.code));
  await threads.close();
  expect((await Promise.all(waiting)).at(-1)).toBe('PLANNER_BUSY');
  await expect(threads.plan(document)).rejects.toMatchObject({ code: 'PLANNER_BUSY' });
});

test('a thread that cannot start refuses what waits for it, and nothing else happens', async () => {
  const threads = createPlanThreads({ sdl: 'type Query { x: Int }', defer: false });
  await threads.ready();
  await expect(threads.plan(document)).rejects.toMatchObject({ code: 'PLANNER_BUSY' });
  await threads.close();
});

test('an operation that cannot be planned costs those after it nothing', async () => {
  const threads = createPlanThreads(supergraph);
  await threads.ready();
  const failing = Promise.resolve(threads.plan(parse('{ nothing }'))).catch((error: Error) => error.message);
  expect(await failing).toContain('nothing');
  expect(await threads.plan(document)).toMatchObject({ kind: 'QueryPlan' });
  await threads.close();
});
