import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../../subgraphs/agents/agents-graph.testkit.ts';
import { startTestAsking, type TestAsking } from '../../subgraphs/agents/approval/asking.testkit.ts';
import { as, hideColumn } from './rules.testkit.ts';

let a: TestAsking;
beforeAll(async () => {
  a = await startTestAsking();
});
afterAll(() => a.t[Symbol.asyncDispose]());

interface Shown {
  approvals: { nodes: { status: string; touches: number; payload: unknown; evidence: unknown }[] };
  run: { status: string; input: unknown };
}
const SHOWN =
  'query ($runId: ID!) { approvals(runId: $runId) { nodes { status touches payload evidence } } run(id: $runId) { status input } }';

test('what agents were given and want to do is for those whom no rule restricts; that they wait is for everybody', async () => {
  const owner = await a.t.newTenant();
  const runId = await a.start(owner);
  const everything = await ask<Shown>(a.t, owner, SHOWN, { runId });
  expect(everything.approvals.nodes).toMatchObject([{ payload: { seats: 12, vendor: 'Acme' }, evidence: { seats: 12 } }]);
  await hideColumn(a.t, owner, 'VIEWER');
  const restricted = await ask<Shown>(a.t, as(owner, 'VIEWER'), SHOWN, { runId });
  expect(restricted.approvals.nodes).toEqual([{ status: 'PENDING', touches: 12, payload: null, evidence: {} }]);
  expect(restricted.run).toEqual({ status: 'WAITING', input: null });
  expect((await ask<Shown>(a.t, as(owner, 'ANALYST'), SHOWN, { runId })).approvals.nodes).toEqual(everything.approvals.nodes);
});
