import { healthRoutes } from '../../gateway/http/health-routes.ts';
import { answerWith } from '../../gateway/http/http-server.ts';
import { fits, type Route } from '../../gateway/http/routes.ts';
import { ConfigError } from '../../subgraphs/kernel/config/config.ts';
import { createGraphContext } from '../../subgraphs/kernel/federation/context.ts';
import { runSubgraphs } from '../../subgraphs/kernel/federation/run-subgraphs.ts';
import { serveSubgraph } from '../../subgraphs/kernel/federation/serve-subgraph.ts';
import type { HttpRoute } from '../../subgraphs/kernel/federation/subgraph-module.ts';
import { readViewerHeaders } from '../../subgraphs/kernel/viewer/signed-viewer.ts';
import { openSharedKeys } from '../keys.ts';
import { openGround, type OpenOptions } from '../open-ground.ts';
import { loadSubgraph } from './load-subgraph.ts';
import { requireSharedDatabase } from './require-config.ts';
import type { ScaledProcess } from './scaled-process.ts';
import { SUBGRAPH_NAMES } from './subgraph-names.ts';

/** One subgraph alone over HTTP: it serves its graph and its routes to gateways and handles its events. @throws ConfigError */
export async function startSubgraphProcess(name: string, options: OpenOptions): Promise<ScaledProcess> {
  requireSharedDatabase(options.config, `autonomos subgraph ${name}`);
  const factory = await loadSubgraph(name);
  if (factory === null) throw new ConfigError(`there is no subgraph ${name}; there are ${SUBGRAPH_NAMES.join(', ')}`);
  await using opened = new AsyncDisposableStack();
  const ground = opened.use(await openGround(options, { topology: 'scaled', entities: factory.entities, openKeys: openSharedKeys }));
  const { system } = ground;
  const { logger, metrics, secrets } = system;
  options.onProgress('starting the subgraph');
  const subgraphs = opened.adopt(await runSubgraphs(system, [factory], null), (running) => running.stop());
  const running = subgraphs.byName.get(name);
  if (running === undefined) throw new Error(`the subgraph ${name} did not start`);
  const routes = [...healthRoutes(ground.readiness, metrics), ...running.routes.map((route) => signedRoute(route, secrets.viewer))];
  const answer = answerWith({ routes, logger });
  const served = opened.adopt(
    await serveSubgraph({
      ...system.config.http,
      ...running,
      viewerSecret: secrets.viewer,
      logger,
      beside(request, response) {
        const [path = '/'] = (request.url ?? '/').split('?');
        const mine = routes.some((route) => fits(route, request.method ?? 'GET', path));
        if (mine) answer(request, response);
        return mine;
      },
    }),
    (server) => server.stop(),
  );
  const owned = opened.move();
  return { url: served.url, stop: () => owned.disposeAsync() };
}

/** A plain route of the subgraph, for the viewer whom the gateway signed. */
function signedRoute(route: HttpRoute, secret: Uint8Array): Route {
  return {
    method: route.method,
    path: route.prefix,
    async handle(request, response) {
      await route.handle(request, response, createGraphContext(readViewerHeaders(request.headers, secret)));
    },
  };
}
