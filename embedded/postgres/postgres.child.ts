/**
 * The child process that is the embedded database. Started by embedded-postgres.ts and told what to be over IPC.
 * It ends with its parent: when the channel closes, it writes the database out and goes.
 */
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Backend, openDatabase } from './backend.ts';
import { bootstrapRoles } from './bootstrap.ts';
import { DataFolderLock } from './data-folder-lock.ts';
import { DataFolderInUseError } from './errors.ts';
import type { ChildConfig, FromChild, ToChild } from './ipc.ts';
import { PostgresServer } from './server.ts';
import { watchForOrphanage } from './orphan-watch.ts';

/** Exit codes (sysexits.h): internal failure; anything else is the system's. */
const EXIT_SOFTWARE = 70;
/** Written once the cluster is whole. */
const MADE_MARKER = 'postgres.made';

const tell = (message: FromChild): void => {
  if (process.connected) process.send?.(message);
};

let stop: (() => Promise<void>) | null = null;
let stopping = false;

async function start(config: ChildConfig): Promise<void> {
  const startedAtMs = performance.now();
  const lock = config.dataFolder === null ? null : DataFolderLock.acquire(config.dataFolder);
  const database = await openDatabase(config.dataFolder === null ? null : clusterFolder(config.dataFolder));
  // No passwords: the gateway checks them, PostgreSQL never does.
  const roles = config.logins.map(({ name, createsRoles, createsSchemas, createsInPublic }) => ({
    name,
    createsRoles,
    createsSchemas,
    createsInPublic,
  }));
  const { warnings } = await bootstrapRoles(database, roles);
  if (config.dataFolder !== null) writeFileSync(join(config.dataFolder, MADE_MARKER), '');
  const server = new PostgresServer(await Backend.open(database), config, (error) => {
    // A backend that stopped in mid-work has nothing to save but what it wrote: the next start recovers that from its log.
    console.error('the embedded database stopped:', error);
    process.exit(EXIT_SOFTWARE);
  });
  const port = await server.listen();
  stop = async () => {
    await server.stop();
    lock?.[Symbol.dispose]();
  };
  setInterval(
    () => tell({ type: 'heartbeat', units: server.unitsRun, connections: server.connections, residentBytes: process.memoryUsage.rss() }),
    config.heartbeatMs,
  );
  tell({ type: 'ready', port, startMs: performance.now() - startedAtMs, warnings });
}

/** Where the cluster lives. One whose making was broken off, so that nobody ever used it, is made anew. */
function clusterFolder(dataFolder: string): string {
  const folder = join(dataFolder, 'postgres');
  if (!existsSync(join(dataFolder, MADE_MARKER))) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return folder;
}

async function end(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await stop?.();
  process.exit(process.exitCode ?? 0);
}

process.on('message', (message: ToChild) => {
  if (message.type === 'stop') void end();
  else
    start(message.config).catch((error: unknown) => {
      const inUse = error instanceof DataFolderInUseError ? error : null;
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      tell({ type: 'failed', code: inUse?.code ?? 'START_FAILED', message: inUse?.message ?? text, pid: inUse?.pid ?? 0 });
      process.exitCode = EXIT_SOFTWARE;
      process.disconnect();
    });
});
process.on('disconnect', () => void end());
// Ctrl-C reaches the whole process group; the parent decides when the database goes.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => void end());
watchForOrphanage();
