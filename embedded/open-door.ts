import { join } from 'node:path';
import { grantsOf } from '../gateway/authorization/grants.ts';
import { watchAccess } from '../gateway/door/access-watch.ts';
import { sessionAdmission } from '../gateway/door/authenticate.ts';
import { startGateway } from '../gateway/gateway.ts';
import { PRODUCT_DOOR } from '../gateway/door/door-options.ts';
import type { ReadinessCheck } from '../gateway/http/health-routes.ts';
import type { HttpServer } from '../gateway/http/http-server.ts';
import { createFairGate } from '../gateway/limits/fair-gate.ts';
import { inTurnThrough } from '../gateway/limits/in-turn.ts';
import { createGatewayLimits } from '../gateway/limits/gateway-limits.ts';
import { loadManifest } from '../gateway/persisted/manifest.ts';
import { createPersistedDocuments } from '../gateway/persisted/persisted-documents.ts';
import { reportDocuments } from '../gateway/persisted/report.ts';
import type { Source } from '../gateway/sources/source.ts';
import { packagePath } from '../subgraphs/kernel/config/package-folder.ts';
import { openIdempotency } from '../subgraphs/kernel/idempotency/idempotency.ts';
import { abandonClaims } from '../subgraphs/kernel/idempotency/records.ts';
import type { HttpRoute } from '../subgraphs/kernel/federation/subgraph-module.ts';
import { openApiKeys } from '../subgraphs/kernel/api-keys/api-keys.ts';
import { unusualTenants } from '../subgraphs/kernel/tenancy/tenant-states.ts';
import { readSupergraph, withPartners } from './connect-partners.ts';
import type { Ground } from './open-ground.ts';
import { PARTNER_CONTRACT } from './partner-contract.ts';

/** Operations that are carried out at the same time: where subgraphs are part of the process they share its event loop and its database connections. */
const OPERATIONS_AT_ONCE = { embedded: 16, scaled: 64 } as const;

/** Subscriptions with which people watch what happens: they are not counted. */
const MONITORING: ReadonlySet<string> = new Set(['runEvents', 'tenantFeed']);

/** The public door on this ground, over these subgraphs. Closes itself with `opened`. Rejects with EADDRINUSE when the port is taken. */
export async function openDoor(
  opened: AsyncDisposableStack,
  { system, readiness }: Ground,
  over: { sources: readonly Source[]; routes: readonly HttpRoute[]; readiness: readonly ReadinessCheck[] },
): Promise<HttpServer> {
  const { config, journal, logger, metrics, secrets, actions, clock, events } = system;
  const grants = grantsOf(actions);
  const apiKeys = opened.adopt(await openApiKeys(system), (keys) => keys.close());
  const watching = { grantsOf: grants, now: clock(), tenants: await unusualTenants(system.database) };
  const access = opened.adopt(await watchAccess(events, watching), (watch) => watch.stop());
  const clientFolder = packagePath('dist', 'web');
  const manifest = await loadManifest(join(clientFolder, 'persisted-documents.json'));
  const documents = createPersistedDocuments({
    mode: config.persistedDocuments,
    manifest,
    automatic: true,
    found: reportDocuments(system),
  });
  const demand = { ...PRODUCT_DOOR.demand, mode: config.demandControl };
  if (config.databaseUrl === null) await abandonClaims(system.database);
  // What partners carry out leaves no receipts.
  const receipts = config.supergraphFile === null;
  const idempotency = opened.adopt(openIdempotency({ database: system.database, vault: secrets.vault, logger, receipts }), (open) =>
    open.close(),
  );
  const limits = createGatewayLimits({ ...system, enforced: config.rateLimits, monitoring: MONITORING });
  const gateway = opened.adopt(
    await startGateway({
      supergraphSdl: readSupergraph(config),
      connect: withPartners(over.sources, system),
      authorization: { mode: 'REFUSE', describe: (policy) => actions[policy]?.description ?? null },
      contract: config.apiContract === 'PARTNER' ? PARTNER_CONTRACT : null,
      planning: 'THREADS',
      mode: config.mode,
      debug: config.mode === 'development',
      journal,
      flags: system.flags,
      logger,
      metrics,
      clock,
      events,
      http: { ...config.http, proxies: config.trustedProxies },
      admission: sessionAdmission({ secrets, apiKeys, grantsOf: grants, identify: config.supergraphFile !== null, clock }),
      access,
      dataKey: (viewer) => system.dataAccess.known(viewer),
      limits,
      inTurn: inTurnThrough(createFairGate({ concurrency: config.operationsAtOnce ?? OPERATIONS_AT_ONCE[system.topology] }), (tenantId) =>
        system.usage.planOf(tenantId),
      ),
      idempotency,
      whileFrozen: (action) => actions[action]?.whileFrozen === true,
      readiness: [...readiness, ...over.readiness],
      routes: over.routes,
      clientFolder,
      documents,
      door: { demand, slowOperationMs: config.slowOperationMs, operationNames: manifest.names },
    }),
    (started) => started.stop(),
  );
  system.door.servedAt(gateway.url);
  return gateway;
}
