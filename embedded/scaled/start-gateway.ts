import type { ReadinessCheck } from '../../gateway/http/health-routes.ts';
import { httpSource } from '../../gateway/sources/remote/http-source.ts';
import { openSharedKeys } from '../keys.ts';
import { openDoor } from '../open-door.ts';
import { openGround, type OpenOptions } from '../open-ground.ts';
import { proxiedRoutes } from './proxied-routes.ts';
import { requireSharedDatabase, requireSubgraphUrls } from './require-config.ts';
import { SUBGRAPH_NAMES } from './subgraph-names.ts';
import type { ScaledProcess } from './scaled-process.ts';

const LIVE_TIMEOUT_MS = 1_500;
/** What asks a language model may take longer than what asks a database: the model's longest time and some. */
const MUTATION_TIMEOUT_MS: Readonly<Record<string, number>> = { insights: 28_000 };

/** The public door alone; every subgraph is reached over HTTP. @throws ConfigError when one has no address */
export async function startGatewayProcess(options: OpenOptions): Promise<ScaledProcess> {
  requireSharedDatabase(options.config, 'autonomos gateway');
  const urls = requireSubgraphUrls(options.config, SUBGRAPH_NAMES);
  await using opened = new AsyncDisposableStack();
  const ground = opened.use(await openGround(options, { topology: 'scaled', entities: [], openKeys: openSharedKeys }));
  const { logger, metrics, secrets } = ground.system;
  const proxied = opened.adopt(proxiedRoutes(urls, secrets.viewer), (proxy) => proxy.close());
  options.onProgress('opening the door');
  const http = await openDoor(opened, ground, {
    sources: [...urls].map(([name, url]) => {
      const mutationTimeoutMs = MUTATION_TIMEOUT_MS[name];
      const patience = mutationTimeoutMs === undefined ? {} : { mutationTimeoutMs };
      return httpSource({ name, url, viewerSecret: secrets.viewer, ...patience }, metrics, logger);
    }),
    routes: proxied.routes,
    readiness: [...urls].map(([name, url]) => subgraphCheck(name, url)),
  });
  const owned = opened.move();
  return { url: http.url, stop: () => owned.disposeAsync() };
}

/** Without one subgraph the others still answer, so that is no reason to send no requests. */
function subgraphCheck(name: string, url: string): ReadinessCheck {
  return {
    name,
    optional: true,
    async check() {
      const reply = await fetch(new URL('/health/live', url), { signal: AbortSignal.timeout(LIVE_TIMEOUT_MS) });
      await reply.body?.cancel();
      if (!reply.ok) throw new Error(`answers ${reply.status}`);
    },
  };
}
