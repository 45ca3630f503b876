import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { SocketLimits } from '../../gateway/socket/socket-limits.ts';
import { agentsEntities } from '../../subgraphs/agents/entities.ts';
import { createAgents } from '../../subgraphs/agents/index.ts';
import { connectorsEntities } from '../../subgraphs/connectors/entities.ts';
import { createConnectors } from '../../subgraphs/connectors/index.ts';
import { signSession } from '../../subgraphs/kernel/viewer/session-token.ts';
import type { Role, UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { eventually } from './eventually.ts';
import { socketClient, type SocketClient, type Told } from './socket-client.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';
import { startTestSystem, type TestSystem } from './test-system.ts';

/** What happens in a tenant, with what another subgraph adds. */
export const FEED =
  'subscription Feed($after: String) { tenantFeed(after: $after) { cursor topic severity title connection { id name } } }';

/** A system with subscriptions of its own, and what tests of them do again and again. What is opened in a test is closed with it. */
export interface LiveSystem extends AsyncDisposable {
  t: TestSystem;
  tokenOf(viewer: UserViewer, now?: Date): Promise<string>;
  /** Has something happen that the feed tells of. */
  emit(tenantId: string, title: string): Promise<void>;
  /** What accounts tells when somebody's role changes; null takes it away. */
  setRole(viewer: UserViewer, role: Role | null): Promise<void>;
  /** A gateway of the test's own. */
  gateway(sources: 'in process' | 'http', limits?: Partial<SocketLimits>): Promise<TestGateway>;
  connect(gateway: TestGateway, token: string | null, headers?: Record<string, string>): SocketClient;
  /** A follower of the feed that has begun: it was told something. */
  begun(viewer: UserViewer, client: SocketClient, query?: string): Promise<Told>;
}

/** Agents and connectors on a database of their own. */
export async function startLiveSystem(): Promise<LiveSystem> {
  const t = await startTestSystem([
    { create: createAgents, entities: agentsEntities },
    { create: createConnectors, entities: connectorsEntities },
  ]);
  const emit = (tenantId: string, title: string): Promise<void> =>
    t.system.database.unitOfWork(tenantId, async (unit) =>
      unit.emit('insights.dashboard-saved', { dashboardId: randomUUID(), title, version: 1, savedBy: randomUUID() }),
    );
  return {
    t,
    emit,
    tokenOf: async (viewer, now = new Date()) => (await signSession(viewer, t.system.secrets.session, now)).token,
    setRole: (viewer, role) =>
      t.system.database.unitOfWork(viewer.tenantId, async (unit) => unit.emit('accounts.access-changed', { userId: viewer.userId, role })),
    async gateway(sources, limits = {}) {
      const own = await startTestGateway(t, sources, limits);
      onTestFinished(() => own[Symbol.asyncDispose]());
      return own;
    },
    connect(gateway, token, headers = {}) {
      const client = socketClient(gateway.url, token, headers);
      onTestFinished(() => client[Symbol.asyncDispose]());
      return client;
    },
    async begun(viewer, client, query = FEED) {
      const told = client.follow(query);
      await eventually('it has begun', async () => {
        await emit(viewer.tenantId, 'begin');
        return told.results.length > 0;
      });
      return told;
    },
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

/** Resolves when it is over. */
export const ended = (told: Told): Promise<void> => eventually('the subscription ends', () => told.end !== null);

/** The codes of the errors it ended with, or its end itself. */
export const codesOf = (told: Told): unknown[] =>
  told.end !== null && told.end !== 'complete' ? (told.end.errors ?? []).map(({ extensions }) => extensions?.['code']) : [told.end];

/** What a follower of the feed was told. */
export const titlesOf = (told: Told): string[] =>
  told.results.map(({ data }) => (data as never as { tenantFeed: { title: string } }).tenantFeed.title);
