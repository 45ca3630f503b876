import { randomUUID } from 'node:crypto';
import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agentsEntities } from '../../subgraphs/agents/entities.ts';
import { createAgents } from '../../subgraphs/agents/index.ts';
import { connectorsEntities } from '../../subgraphs/connectors/entities.ts';
import { createConnectors } from '../../subgraphs/connectors/index.ts';
import { createGraphContext } from '../../subgraphs/kernel/federation/context.ts';
import { ANONYMOUS, type UserViewer, type Viewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { startTestGateway, type TestGateway } from '../testkit/test-gateway.ts';
import { startTestSystem, type TestSystem } from '../testkit/test-system.ts';
import { asViewer } from './askers.ts';
import { post } from './post.ts';

const MUTATION = 'mutation ($id: ID!) { removeConnection(id: $id) }';
const EVENT = 'subscription { tenantFeed { title } }';

/** Each fence is tried by itself: another one behind it would hide that it is gone. */
let t: TestSystem;
let gateway: TestGateway;
let reader: UserViewer;
beforeAll(async () => {
  t = await startTestSystem([
    { create: createConnectors, entities: connectorsEntities },
    { create: createAgents, entities: agentsEntities },
  ]);
  gateway = await startTestGateway(t, 'in process');
  reader = await t.newTenant('VIEWER');
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
});

const subgraph = (name: string) => {
  const found = t.subgraphs.byName.get(name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
};

const REFUSALS: readonly [who: string, viewer: () => Viewer, code: string][] = [
  ['whose role does not allow it', () => reader, 'FORBIDDEN'],
  ['who is nobody', () => ANONYMOUS, 'UNAUTHENTICATED'],
  ['whose key is for something else', () => ({ ...reader, role: 'OWNER', scopes: ['connections.read'] }), 'FORBIDDEN'],
];

describe.each(REFUSALS)('somebody %s', (_who, viewer, code) => {
  test('is refused by the subgraph’s check, before anything runs', async () => {
    const { data, errors } = await t.graph('connectors', MUTATION, { id: randomUUID() }, viewer());
    expect([data, errors?.[0]?.extensions['code']]).toEqual([undefined, code]);
  });

  test('is refused by the shield around the subgraph’s resolvers', async () => {
    const { errors } = await graphql({
      schema: subgraph('connectors').built.schema,
      source: MUTATION,
      variableValues: { id: randomUUID() },
      contextValue: createGraphContext({ viewer: viewer() }),
    });
    expect(errors?.map(({ originalError }) => originalError)).toEqual([expect.objectContaining({ code })]);
  });
});

test.each(REFUSALS.slice(0, 2))('somebody %s is refused by the gateway, which asks no subgraph', async (_who, viewer, code) => {
  const asked = async (): Promise<string> => JSON.stringify(await t.system.metrics.subgraphSeconds.get());
  const before = await asked();
  const { gateway: headers } = await asViewer(viewer(), t);
  const { errors } = await post(`${gateway.url}/graphql`, MUTATION, { id: randomUUID() }, headers);
  expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([code]);
  expect(await asked()).toBe(before);
});

test('a subgraph tells nobody of another tenant’s event, whatever a gateway asks', async () => {
  const event = {
    id: randomUUID(),
    topic: 'insights.dashboard-saved' as const,
    tenantId: randomUUID(),
    sequence: 1,
    traceId: null,
    createdAt: new Date(),
    payload: { dashboardId: randomUUID(), title: 'a stranger’s', version: 1, savedBy: randomUUID() },
  };
  const telling = async (tenantId: string) =>
    subgraph('agents').execute({ query: EVENT, event: { ...event, tenantId } as never }, createGraphContext({ viewer: reader }));
  await expect(telling(event.tenantId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(JSON.stringify(await telling(reader.tenantId))).toContain('a stranger’s');
});
