/** A worker of a stress test: a process that carries out runs until it is killed. Told what to do over IPC, and ends with its parent. */
import { agentsEntities } from '../../subgraphs/agents/entities.ts';
import { farmExecutor } from '../../subgraphs/agents/farm/executor/farm-executor.ts';
import type { Doom } from '../../subgraphs/agents/farm/executor/site.ts';
import { loadConfig } from '../../subgraphs/kernel/config/config.ts';
import { startRunWorker } from '../../subgraphs/kernel/runs/worker/run-worker.ts';
import type { DatabaseServer } from '../database-server.ts';
import { openKeys } from '../keys.ts';
import { openGround, type Ground } from '../open-ground.ts';
import { type FromWorker, toWorkerSchema, type ToWorker } from './ipc.ts';

type Stand = Extract<ToWorker, { kind: 'STAND' }>;

const spared = new Map<string, () => void>();
let stands: { ground: Ground; site: Stand['site'] } | null = null;

const tell = (message: FromWorker): void => {
  if (process.connected) process.send?.(message);
};

function strike({ key, moment }: Doom): Promise<void> {
  return new Promise((resolve) => {
    spared.set(key, resolve);
    tell({ kind: 'STRIKE', key, moment });
  });
}

async function stand({ urls, dataFolder, site }: Stand): Promise<void> {
  const server: DatabaseServer = {
    urlFor: (login) => urls[login] ?? '',
    check: () => Promise.resolve(),
    alone: (work) => work(),
    stop: () => Promise.resolve(),
  };
  const config = loadConfig({ DATA_FOLDER: dataFolder, LOG_LEVEL: 'silent', MIGRATE_ON_START: 'false' });
  const ground = await openGround(
    { config, onProgress: () => undefined, server },
    { topology: 'embedded', entities: agentsEntities, openKeys },
  );
  stands = { ground, site };
  tell({ kind: 'STANDS' });
}

async function work(): Promise<void> {
  if (stands === null) throw new Error('it was told to work before it stood');
  const { system, carrierUrl } = stands.ground;
  system.runs.workflows.add(await farmExecutor(system, stands.site, strike));
  // The one before it is dead, so what that one held is taken over at once.
  await startRunWorker({ ...system, workflows: system.runs.workflows }, { carrierUrl, soleWorker: true });
}

async function heed(message: ToWorker): Promise<void> {
  switch (message.kind) {
    case 'STAND':
      return stand(message);
    case 'WORK':
      return work();
    case 'SPARED':
      spared.get(message.key)?.();
      spared.delete(message.key);
  }
}

process.on('message', (message) => {
  heed(toWorkerSchema.parse(message)).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.on('disconnect', () => process.exit(0));
