import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExecutionResult } from 'graphql';
import { compose } from '../../schema/print/compose.ts';
import { subgraphFactories } from '../../embedded/subgraphs.ts';
import type { Viewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { serveSubgraph } from '../../subgraphs/kernel/federation/serve-subgraph.ts';
import { startTestGateway } from '../testkit/test-gateway.ts';
import { startTestSystem, type TestSystem } from '../testkit/test-system.ts';
import { asViewer, type Asker } from './askers.ts';
import { entityKeys, type Door, type Probe } from './probes.ts';
import { openSockets } from './sockets.ts';
import { post } from './post.ts';
import { settle, type Inhabitant } from './story.ts';

const SUBGRAPH_DEPTH = 3;
/** What a document may hold at the public door. */
const GATEWAY_DEPTH = 1;
/** The public door, over HTTP and over one WebSocket an asker; every other door is a subgraph's own. */
export const GATEWAY = 'gateway';
export const SOCKET = 'socket';

export interface World extends AsyncDisposable {
  system: TestSystem;
  a: Inhabitant;
  b: Inhabitant;
  /** Each subgraph, and the gateway. */
  doors: readonly Door[];
  gatewayUrl: string;
  /** Everything that was logged since the last look. */
  logged(): string;
  /** Writes an event with this text that the feed of the token's tenant tells. */
  emit(token: string, text: string): Promise<void>;
  /** One request at a door over the network. */
  ask(probe: Pick<Probe, 'door' | 'query' | 'variables'>, asker: Asker): Promise<ExecutionResult>;
  /** Who a viewer is at every door. */
  as(viewer: Viewer): Promise<Asker>;
}

/** The whole product, each subgraph alone behind HTTP as well, with two tenants that did the same with different data. */
export async function openWorld(): Promise<World> {
  await using opened = new AsyncDisposableStack();
  let lines: string[] = [];
  const t = opened.use(await startTestSystem(subgraphFactories, { write: (line) => void lines.push(line) }));
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
    { name: GATEWAY, schema: compose(running.map(([, { built }]) => built)).api, depth: GATEWAY_DEPTH, keys: {} },
  ];
  const { logger, secrets } = t.system;
  const urls = new Map([[GATEWAY, `${gateway.url}/graphql`]]);
  for (const [name, subgraph] of running) {
    const alone = await serveSubgraph({ ...subgraph, host: '127.0.0.1', port: 0, viewerSecret: secrets.viewer, logger });
    opened.defer(() => alone.stop());
    urls.set(name, alone.url);
  }
  const sockets = opened.use(openSockets(gateway.url));
  const a = await settle(t, gateway, folder, 'canarya');
  const b = await settle(t, gateway, folder, 'canaryb');
  const owned = opened.move();
  return {
    system: t,
    a,
    b,
    doors,
    gatewayUrl: gateway.url,
    logged() {
      const text = lines.join('');
      lines = [];
      return text;
    },
    async emit(token, title) {
      const { viewer } = [a, b].find((each) => each.token === token) ?? a;
      await t.system.database.unitOfWork(viewer.tenantId, async (unit) => {
        unit.emit('insights.dashboard-saved', { dashboardId: randomUUID(), title, version: 1, savedBy: viewer.userId });
        unit.emit('connectors.flow-changed', { upTo: 1 });
      });
    },
    ask({ door, query, variables }, asker) {
      if (door === SOCKET) return sockets.ask(asker, query, variables);
      const headers = door === GATEWAY ? asker.gateway : asker.subgraph();
      return post(urls.get(door) ?? door, query, variables, headers);
    },
    as: (viewer) => asViewer(viewer, t),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
