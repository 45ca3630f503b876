import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../tests/testkit/test-system.ts';
import { defineConsumer } from '../kernel/outbox/consumer.ts';
import type { System } from '../kernel/system.ts';
import type { UserViewer } from '../kernel/viewer/viewer.ts';
import { ontologyEntities } from './entities.ts';
import { createOntology } from './index.ts';
import type { TestTable } from './matching/discovered.testkit.ts';
import { FakeConnection, until } from './ontology.testkit.ts';

interface Told {
  topic: string;
  tenantId: string;
  payload: {
    proposalId: string | null;
    decidedBy?: string | null;
    entities?: unknown[];
    syncId?: string | null;
    supersededBy?: string | null;
  };
}

const told: Told[] = [];
let t: TestSystem;
beforeAll(async () => {
  const create = (system: System) => {
    const module = createOntology(system);
    const note = async ({ topic, tenantId, payload }: Told): Promise<void> => void told.push({ topic, tenantId, payload });
    const listener = defineConsumer('test.listener', {
      'ontology.mapping-proposed': note,
      'ontology.published': note,
      'ontology.canonical-changed': note,
      'ontology.mapping-withdrawn': note,
    });
    return { ...module, consumers: [...module.consumers, listener] };
  };
  t = await startTestSystem([{ create, entities: ontologyEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

const ferries: TestTable = { name: 'ferries', columns: ['ferry', 'harbour'], key: 'ferry', rows: [['Seagull', 'Elm'], ['Tern', 'Oak']] }; // prettier-ignore
const longer: TestTable = { ...ferries, columns: ['ferry', 'harbour', 'decks'], rows: [['Seagull', 'Elm', '2'], ['Tern', 'Oak', '1']] }; // prettier-ignore

const of = (viewer: UserViewer, topic: string): Told['payload'][] =>
  told.filter((event) => event.tenantId === viewer.tenantId && event.topic === topic).map(({ payload }) => payload);

const decide = async (viewer: UserViewer, proposalId: string | null | undefined, status: 'APPROVED' | 'REJECTED'): Promise<void> => {
  const decision = { approvalId: randomUUID(), subject: `mapping:${proposalId}`, status, decidedBy: viewer.userId, comment: null };
  await t.system.database.unitOfWork(viewer.tenantId, async (unit) => unit.emit('agents.approval-decided', decision));
  await t.settled();
};

const connected = async (): Promise<{ viewer: UserViewer; source: FakeConnection }> => {
  const viewer = await t.newTenant();
  const source = new FakeConnection(t, viewer, 'harbour');
  await source.sync([ferries]);
  return { viewer, source };
};

test('an approved mapping is published as it stands in the name of who approved; a rejected one is not', async () => {
  const { viewer } = await connected();
  const [proposal] = of(viewer, 'ontology.mapping-proposed');
  await decide(viewer, proposal?.proposalId, 'REJECTED');
  expect(of(viewer, 'ontology.published')).toEqual([]);
  await decide(viewer, proposal?.proposalId, 'APPROVED');
  await decide(viewer, proposal?.proposalId, 'APPROVED');
  await until(
    async () => of(viewer, 'ontology.canonical-changed'),
    (events) => events.length > 0,
  );
  expect(of(viewer, 'ontology.published')).toMatchObject([{ proposalId: proposal?.proposalId, decidedBy: viewer.userId }]);
});

test('every finished sync of a published connection is told, also when it changed nothing', async () => {
  const { viewer, source } = await connected();
  await decide(viewer, of(viewer, 'ontology.mapping-proposed')[0]?.proposalId, 'APPROVED');
  await until(
    async () => of(viewer, 'ontology.canonical-changed'),
    (events) => events.length === 1,
  );
  await source.sync([ferries]);
  expect(of(viewer, 'ontology.canonical-changed')).toMatchObject([
    { syncId: null, entities: [{ name: 'Ferry', changed: 2 }] },
    { syncId: expect.any(String), proposalId: null, entities: [] },
  ]);
});

test('a proposal that nobody has to decide on any more is withdrawn aloud', async () => {
  const { viewer, source } = await connected();
  await source.sync([longer]);
  const [first, second] = of(viewer, 'ontology.mapping-proposed');
  expect(of(viewer, 'ontology.mapping-withdrawn')).toMatchObject([{ proposalId: first?.proposalId, supersededBy: second?.proposalId }]);
  await decide(viewer, second?.proposalId, 'APPROVED');
  await until(
    async () => of(viewer, 'ontology.canonical-changed'),
    (events) => events.length > 0,
  );
  await source.sync([ferries]);
  await source.sync([longer]);
  const third = of(viewer, 'ontology.mapping-proposed')[2];
  expect(of(viewer, 'ontology.mapping-withdrawn').at(-1)).toMatchObject({ proposalId: third?.proposalId, supersededBy: null });
});
