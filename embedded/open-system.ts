import { runSubgraphs, type RunningSubgraphs, type SubgraphFactory } from '../subgraphs/kernel/federation/run-subgraphs.ts';
import type { Secrets } from '../subgraphs/kernel/system.ts';
import { openKeys } from './keys.ts';
import { openGround, type Ground, type OpenOptions } from './open-ground.ts';

/** The ground of a process of its own, and the subgraphs that run on it. */
export interface OpenSystem extends Ground<Secrets & { ownerKey: string }> {
  subgraphs: RunningSubgraphs;
}

/** Opens the ground of a process that does everything, and runs these subgraphs on it. */
export async function openSystem(options: OpenOptions, factories: readonly SubgraphFactory[]): Promise<OpenSystem> {
  await using opened = new AsyncDisposableStack();
  const entities = factories.flatMap((factory) => factory.entities);
  const ground = opened.use(await openGround(options, { topology: 'embedded', entities, openKeys }));
  options.onProgress('starting the subgraphs');
  const { system, carrierUrl } = ground;
  const subgraphs = opened.adopt(
    await runSubgraphs(system, factories, { carrierUrl, soleWorker: options.config.databaseUrl === null }),
    (running) => running.stop(),
  );
  const owned = opened.move();
  return { ...ground, subgraphs, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
