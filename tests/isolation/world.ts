import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExecutionResult } from 'graphql';
import { compose } from '../../schema/print/compose.ts';
import { subgraphFactories } from '../../embedded/subgraphs.ts';
import { signSession } from '../../subgraphs/kernel/viewer/session-token.ts';
import type { Viewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { startTestGateway } from '../testkit/test-gateway.ts';
import { startTestSystem } from '../testkit/test-system.ts';
import { entityKeys, type Door, type Probe } from './probes.ts';
import { post, settle, type Inhabitant } from './story.ts';

const SUBGRAPH_DEPTH = 3;
/** What a document may hold at the public door. */
const GATEWAY_DEPTH = 1;

export interface World extends AsyncDisposable {
  a: Inhabitant;
  b: Inhabitant;
  doors: readonly Door[];
  gatewayUrl: string;
  /** Writes an event with this text that the feed of the token's tenant tells. */
  emit(token: string, text: string): Promise<void>;
  ask(probe: Pick<Probe, 'door' | 'query' | 'variables'>, viewer: Viewer): Promise<ExecutionResult>;
}

/** The whole product with two tenants that did the same with different data. */
export async function openWorld(): Promise<World> {
  await using opened = new AsyncDisposableStack();
  const t = opened.use(await startTestSystem(subgraphFactories));
  const gateway = opened.use(await startTestGateway(t, 'in process'));
  const folder = await mkdtemp(join(tmpdir(), 'autonomos-isolation-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const running = [...t.subgraphs.byName];
  const doors: Door[] = [
    ...running.map(([name, { built }]) => ({
      name,
      schema: built.schema,
      depth: SUBGRAPH_DEPTH,
      keys: entityKeys(built.schema, built.sdl),
    })),
    { name: 'gateway', schema: compose(running.map(([, { built }]) => built)).api, depth: GATEWAY_DEPTH, keys: {} },
  ];
  const a = await settle(t, gateway, folder, 'canarya');
  const b = await settle(t, gateway, folder, 'canaryb');
  const owned = opened.move();
  return {
    a,
    b,
    doors,
    gatewayUrl: gateway.url,
    async emit(token, title) {
      const { viewer } = [a, b].find((each) => each.token === token) ?? a;
      await t.system.database.unitOfWork(viewer.tenantId, async (unit) =>
        unit.emit('insights.dashboard-saved', { dashboardId: randomUUID(), title, version: 1, savedBy: viewer.userId }),
      );
    },
    async ask({ door, query, variables }, viewer) {
      if (door !== 'gateway') return t.graph(door, query, variables, viewer);
      return post(
        gateway,
        query,
        variables,
        viewer.kind === 'user' ? (await signSession(viewer, t.system.secrets.session, new Date())).token : null,
      );
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
