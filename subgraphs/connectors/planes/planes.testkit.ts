import { expect } from 'vitest';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { ConnectorsTest } from '../connectors.testkit.ts';

/** A plane as tests look at it. */
export interface PlaneView {
  id: string;
  kind: string;
  name: string;
  address: string;
  status: string;
  statusReason: string | null;
  latencyMs: number | null;
  settings: { name: string; value: string }[];
  connections: { id: string }[];
}

interface Refused {
  problems?: { code: string; field: string | null; message: string }[];
}

/** What tests of fabric planes say to the graph. */
export interface PlanesTest {
  ask<Data>(viewer: UserViewer, query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** The code of the first error of an operation that has to fail. */
  failure(viewer: UserViewer, query: string, variables: Record<string, unknown>): Promise<string>;
  create(viewer: UserViewer, input: Record<string, unknown>): Promise<PlaneView & Refused>;
  update(viewer: UserViewer, input: Record<string, unknown>): Promise<PlaneView & Refused>;
  policy(viewer: UserViewer, input: { allowedKinds?: string[]; directAllowed: boolean }): Promise<{ refusedConnections: { id: string }[] }>;
  setPlane(viewer: UserViewer, id: string, planeId: string | null): Promise<{ connection?: { plane: { id: string } | null } } & Refused>;
}

const PLANE = 'id kind name address status statusReason latencyMs settings { name value } connections { id }';
const REFUSED = '... on InputRefused { problems { code field message } }';
const CREATE = `mutation ($input: CreateFabricPlaneInput!) { it: createFabricPlane(input: $input) { ... on FabricPlaneSaved { plane { ${PLANE} } } ${REFUSED} } }`;
const UPDATE = CREATE.replaceAll('CreateFabricPlane', 'UpdateFabricPlane').replaceAll('createFabricPlane', 'updateFabricPlane');
const POLICY =
  'mutation ($input: PlanePolicyInput!) { setPlanePolicy(input: $input) { allowedKinds directAllowed refusedConnections { id } } }';
const SET_PLANE = `mutation ($id: ID!, $planeId: ID) { it: setConnectionPlane(id: $id, planeId: $planeId) {
  ... on ConnectionPlaneSet { connection { plane { id } } } ${REFUSED} } }`;

export function planesTest({ t }: ConnectorsTest): PlanesTest {
  const ask: PlanesTest['ask'] = async <Data>(
    viewer: UserViewer,
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Data> => {
    const { data, errors } = await t.graph('connectors', query, variables, viewer);
    expect(errors).toBeUndefined();
    return data as Data;
  };
  const saved = async (viewer: UserViewer, query: string, input: Record<string, unknown>): Promise<PlaneView & Refused> => {
    const { it } = await ask<{ it: { plane?: PlaneView } & Refused }>(viewer, query, { input });
    return (it.plane ?? it) as PlaneView & Refused;
  };
  return {
    ask,
    async failure(viewer, query, variables) {
      const { errors } = await t.graph('connectors', query, variables, viewer);
      return String(errors?.[0]?.extensions['code']);
    },
    create: (viewer, input) => saved(viewer, CREATE, input),
    update: (viewer, input) => saved(viewer, UPDATE, input),
    policy: async (viewer, input) =>
      (await ask<{ setPlanePolicy: { refusedConnections: { id: string }[] } }>(viewer, POLICY, { input })).setPlanePolicy,
    setPlane: async (viewer, id, planeId) =>
      (await ask<{ it: { connection?: { plane: { id: string } | null } } & Refused }>(viewer, SET_PLANE, { id, planeId })).it,
  };
}

/** The smallest inputs that planes of some kinds take. */
export const NATS_PLANE = { kind: 'NATS', address: 'nats://127.0.0.1:9' };
export const KONG_PLANE = {
  kind: 'KONG', address: 'http://127.0.0.1:9', secret: 'consumer-key', settings: [{ name: 'routes', value: 'api.stripe.com=/stripe' }],
}; // prettier-ignore
