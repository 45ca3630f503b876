import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXIT } from '../cli/exit-codes.mjs';
import { Failure } from '../cli/failure.mjs';
import { followRun, type RunEvent } from '../cli/graph/follow-run.ts';
import { agentsEntities } from '../subgraphs/agents/entities.ts';
import { createAgents } from '../subgraphs/agents/index.ts';
import { MAP_WORKFLOW } from '../subgraphs/agents/unify/workflow.ts';
import { signSession } from '../subgraphs/kernel/viewer/session-token.ts';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { eventually } from './testkit/eventually.ts';
import { startTestGateway } from './testkit/test-gateway.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createAgents, entities: agentsEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

async function startRun({ tenantId }: UserViewer): Promise<string> {
  const id = randomUUID();
  const run = { id, workflow: MAP_WORKFLOW.name, title: 'Unify Sales', subject: {}, startedBy: null };
  await t.system.database.unitOfWork(tenantId, (unit) => t.system.runs.start(unit, run));
  return id;
}
const tell = ({ tenantId }: UserViewer, id: string, step: string): Promise<void> =>
  t.system.database.unitOfWork(tenantId, (unit) => t.system.runs.tell(unit, id, { step, status: 'SUCCEEDED', detail: null }));

test('a run is followed to its end over gateways that come and go: nothing missed, nothing told twice', async () => {
  const viewer = await t.newTenant();
  const { token } = await signSession(viewer, t.system.secrets.session, new Date());
  const runId = await startRun(viewer);
  let gateway = await startTestGateway(t, 'in process');
  const events: RunEvent[] = [];
  const losses: string[] = [];
  const followed = followRun({
    reach: async () => ({ url: gateway.url, token }),
    runId,
    after: null,
    onEvent: (event) => void events.push(event),
    onLost: (reason) => void losses.push(reason),
  });
  for (const step of ['MAP', 'RESOLVE', 'METRICS']) {
    await eventually(`${step} has begun`, () => events.some((event) => event.kind === 'STEP_STARTED' && event.step === step));
    const before = gateway;
    gateway = await startTestGateway(t, 'in process');
    await before[Symbol.asyncDispose]();
    await tell(viewer, runId, step);
  }
  await followed;
  await gateway[Symbol.asyncDispose]();
  expect(losses.length).toBeGreaterThanOrEqual(3);
  expect(events.map(({ kind, step }) => `${kind} ${step ?? ''}`.trim())).toEqual([
    'STARTED',
    ...['MAP', 'RESOLVE', 'METRICS'].flatMap((step) => [`STEP_STARTED ${step}`, `STEP_FINISHED ${step}`]),
    'FINISHED',
  ]);
});

test('what the server refuses for good is not tried again', async () => {
  await using gateway = await startTestGateway(t, 'in process');
  const { token } = await signSession(await t.newTenant(), t.system.secrets.session, new Date());
  const losses: string[] = [];
  const follow = (after: string | null) =>
    followRun({
      reach: async () => ({ url: gateway.url, token }),
      runId: randomUUID(),
      after,
      onEvent: () => undefined,
      onLost: (reason) => void losses.push(reason),
    });
  const refused = await follow(null).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Failure);
  expect(refused).toMatchObject({ exitCode: EXIT.FAILED, message: expect.stringContaining('RUN_NOT_FOUND') });
  await expect(follow('nonsense')).rejects.toMatchObject({ message: expect.stringContaining('BAD_CURSOR') });
  expect(losses).toEqual([]);
});
