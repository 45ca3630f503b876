import { withPartners } from '../../embedded/connect-partners.ts';
import { grantsOf } from '../../gateway/authorization/grants.ts';
import { watchAccess } from '../../gateway/door/access-watch.ts';
import { sessionAdmission } from '../../gateway/door/authenticate.ts';
import { startGateway, type GatewayOptions } from '../../gateway/gateway.ts';
import { NO_DOCUMENTS } from '../../gateway/persisted/manifest.ts';
import { createPersistedDocuments } from '../../gateway/persisted/persisted-documents.ts';
import type { SocketLimits } from '../../gateway/socket/socket-limits.ts';
import { localSource } from '../../gateway/sources/local/local-source.ts';
import { httpSource } from '../../gateway/sources/remote/http-source.ts';
import { compose, type Contract } from '../../schema/print/compose.ts';
import { serveSubgraph } from '../../subgraphs/kernel/federation/serve-subgraph.ts';
import { openApiKeys } from '../../subgraphs/kernel/api-keys/api-keys.ts';
import { mergeActions } from '../../subgraphs/kernel/permissions/merge-actions.ts';
import { unusualTenants } from '../../subgraphs/kernel/tenancy/tenant-states.ts';
import type { TestSystem } from './test-system.ts';

export interface TestGateway extends AsyncDisposable {
  url: string;
  supergraphSdl: string;
  /** Serves another supergraph of the same subgraphs from now on. */
  replaceSupergraph(sdl: string): void;
}

/** The gateway over a test system's subgraphs, each in process or alone behind HTTP, on a port of its own. */
export async function startTestGateway(
  t: TestSystem,
  reached: 'in process' | 'http',
  limits: Partial<SocketLimits> = {},
  own: Pick<GatewayOptions, 'door' | 'documents' | 'limits' | 'inTurn' | 'idempotency'> & { partners?: readonly Contract[] } = {},
): Promise<TestGateway> {
  const { partners = [], ...options } = own;
  await using opened = new AsyncDisposableStack();
  const running = [...t.subgraphs.byName];
  const { supergraphSdl } = compose([...running.map(([name, { built }]) => ({ name, sdl: built.sdl })), ...partners]);
  const { system } = t;
  const { secrets, clock, events } = system;
  const reach = async ([name, subgraph]: (typeof running)[number]) => {
    if (reached === 'in process') return localSource(name, subgraph, system.metrics);
    const alone = await serveSubgraph({
      ...subgraph,
      host: '127.0.0.1',
      port: 0,
      viewerSecret: system.secrets.viewer,
      logger: system.logger,
    });
    opened.defer(() => alone.stop());
    return httpSource({ name, url: alone.url, viewerSecret: secrets.viewer }, system.metrics);
  };
  const sources = await Promise.all(running.map(reach));
  const actions = mergeActions(running.map(([, { built }]) => built.actions));
  const grants = grantsOf(actions);
  const apiKeys = opened.adopt(await openApiKeys({ ...system, actions }), (keys) => keys.close());
  const watching = { grantsOf: grants, now: clock(), tenants: await unusualTenants(system.database) };
  const access = opened.adopt(await watchAccess(events, watching), (watch) => watch.stop());
  opened.defer(() => system.journal.settled());
  const gateway = opened.adopt(
    await startGateway({
      supergraphSdl,
      connect: withPartners(sources, system),
      authorization: { mode: 'REFUSE', describe: (policy) => actions[policy]?.description ?? null },
      mode: 'production',
      journal: system.journal,
      flags: system.flags,
      logger: system.logger,
      metrics: system.metrics,
      clock,
      events,
      http: { host: '127.0.0.1', port: 0 },
      admission: sessionAdmission({ secrets, apiKeys, grantsOf: grants, identify: partners.length > 0, clock }),
      access,
      dataKey: (viewer) => system.dataAccess.known(viewer),
      whileFrozen: (action) => actions[action]?.whileFrozen === true,
      readiness: [{ name: 'database', check: () => system.database.ping() }],
      routes: running.flatMap(([, { routes }]) => routes),
      clientFolder: null,
      documents: createPersistedDocuments({ mode: 'OFF', manifest: NO_DOCUMENTS, automatic: true }),
      socketLimits: limits,
      ...options,
    }),
    (started) => started.stop(),
  );
  system.door.servedAt(gateway.url);
  const owned = opened.move();
  return {
    url: gateway.url,
    supergraphSdl,
    replaceSupergraph: (sdl) => void gateway.replaceSupergraph(sdl),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
