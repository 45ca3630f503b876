import { healthRoutes } from '../../gateway/http/health-routes.ts';
import { startHttpServer } from '../../gateway/http/http-server.ts';
import { runWorkflows } from '../../subgraphs/kernel/federation/run-workflows.ts';
import { openSharedKeys } from '../keys.ts';
import { openGround, type OpenOptions } from '../open-ground.ts';
import { subgraphFactories } from '../subgraphs.ts';
import { requireSharedDatabase } from './require-config.ts';
import type { ScaledProcess } from './scaled-process.ts';

/** Works on durable runs of all subgraphs; over HTTP it only tells how it is. */
export async function startWorkerProcess(options: OpenOptions): Promise<ScaledProcess> {
  requireSharedDatabase(options.config, 'autonomos worker');
  await using opened = new AsyncDisposableStack();
  const entities = subgraphFactories.flatMap((factory) => factory.entities);
  const ground = opened.use(await openGround(options, { topology: 'scaled', entities, openKeys: openSharedKeys }));
  const { system, carrierUrl, readiness } = ground;
  options.onProgress('starting to work');
  opened.adopt(await runWorkflows(system, subgraphFactories, { carrierUrl, soleWorker: false }), (working) => working.stop());
  const routes = healthRoutes(readiness, system.metrics);
  const http = opened.adopt(await startHttpServer({ ...system.config.http, routes, logger: system.logger }), (server) => server.stop());
  const owned = opened.move();
  return { url: http.url, stop: () => owned.disposeAsync() };
}
