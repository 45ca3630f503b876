import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../../subgraphs/kernel/config/config.ts';
import { createLogger } from '../../subgraphs/kernel/telemetry/logger.ts';
import { openDatabaseServer } from '../database-server.ts';
import { openKeys } from '../keys.ts';
import { prepareDatabase } from '../prepare-database.ts';
import { createSignInLink } from '../sign-in-link.ts';
import { planProcesses } from './process-plan.ts';
import { requireSharedDatabase } from './require-config.ts';
import { SupervisedChild } from './supervised-child.ts';

const POLL_MS = 200;
const PATIENCE_MS = 180_000;
/** A process that dies so often before it was ready will not get ready. */
const MAX_FAILURES = 3;

export interface TopologyOptions {
  config: Config;
  /** What the configuration was read from; the processes get it too. */
  environment: Readonly<Record<string, string | undefined>>;
  /** The command line's program, which every process runs. */
  program: string;
  /** Where a process's output goes. */
  logOf: (name: string) => (line: string) => void;
  onProgress: (message: string) => void;
}

export interface Topology {
  processes: { name: string; url: string; pid: () => number | null }[];
  /** Addresses of the doors; each of them serves everything. */
  doors: string[];
  /** Logs the owner in once. */
  signInLink: string;
  stop(): Promise<void>;
}

/** A process died again and again before it was ready. */
export class ProcessNotReady extends Error {
  override readonly name = 'ProcessNotReady';
  readonly code = 'PROCESS_NOT_READY';
  readonly process: string;

  constructor(process: string, message: string) {
    super(message);
    this.process = process;
  }
}

/**
 * The scaled topology as processes of this machine: two gateways, six subgraphs, two workers. Prepares the database, starts them, waits
 * until all are ready, and starts again what dies. @throws ConfigError, ProcessNotReady, what the database or its preparation throws
 */
export async function startTopology(options: TopologyOptions): Promise<Topology> {
  const { config, onProgress } = options;
  requireSharedDatabase(config, 'autonomos topology');
  const dataFolder = resolve(config.dataFolder);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  onProgress('preparing the database');
  const logger = createLogger('silent');
  const ran = await prepareDatabase(await openDatabaseServer(config, { dataFolder, bootstrap: true, logger }), logger);
  if (ran.length > 0) onProgress(`ran ${ran.length} migrations`);
  const { ownerKey } = await openKeys(dataFolder, config);

  const common = {
    ...options.environment,
    DATA_FOLDER: dataFolder,
    DATABASE_URL: withoutUser(config.databaseUrl),
    MIGRATE_ON_START: 'false',
  };
  const plans = await planProcesses(common, config.http.port);
  onProgress(`starting ${plans.length} processes`);
  const children = plans.map(
    (plan) =>
      new SupervisedChild(plan, {
        program: options.program,
        write: options.logOf(plan.name),
        restarted: (how) => onProgress(`${plan.name} ended (${how}); starting it again`),
      }),
  );
  const stop = async (): Promise<void> => {
    for (const kind of ['gateway', 'worker', ''])
      await Promise.all(children.filter(({ plan }) => plan.name.startsWith(kind)).map((child) => child.stop()));
  };
  try {
    await Promise.all(children.map(untilReady));
    const doors = plans.filter(({ name }) => name.startsWith('gateway')).map(({ origin }) => origin);
    const signInLink = await createSignInLink(doors[0] ?? '', ownerKey);
    return {
      processes: children.map((child) => ({ name: child.plan.name, url: child.plan.origin, pid: () => child.pid })),
      doors,
      signInLink,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function untilReady(child: SupervisedChild): Promise<void> {
  const { name, origin } = child.plan;
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isReady(origin))) {
    if (child.failures >= MAX_FAILURES) throw new ProcessNotReady(name, `${name} ended ${MAX_FAILURES} times before it was ready`);
    if (Date.now() > deadline) throw new ProcessNotReady(name, `${name} was not ready after ${PATIENCE_MS / 1_000} s`);
    await pause(POLL_MS);
  }
}

async function isReady(origin: string): Promise<boolean> {
  try {
    const reply = await fetch(`${origin}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    await reply.body?.cancel();
    return reply.ok;
  } catch {
    return false;
  }
}

/** The database's address without the superuser: processes log in with logins of their own. */
function withoutUser(url: string | null): string {
  const bare = new URL(url ?? '');
  bare.username = '';
  bare.password = '';
  return bare.href;
}
