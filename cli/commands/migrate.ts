import { EXIT } from '../exit-codes.mjs';
import { serverEnvironment, type ServerOptions } from '../options.ts';
import { startFailure } from '../server/start-failure.ts';
import type { Terminal } from '../terminal.ts';

export type MigrateAction = 'up' | 'down' | 'history';

/**
 * `autonomos migrate up|down|history`: the platform's tables, with no server running on the data folder. `down` takes the last
 * migration back, or all after `to`.
 */
export async function migrateCommand(
  action: MigrateAction,
  options: ServerOptions & { to: string | null },
  terminal: Terminal,
): Promise<number> {
  await import('reflect-metadata');
  const { openMigrations } = await import('../../embedded/open-migrations.ts');
  const { loadConfig } = await import('../../subgraphs/kernel/config/config.ts');
  const environment = serverEnvironment(options, terminal.environment);
  try {
    await using migrations = await openMigrations(loadConfig(environment));
    if (action === 'history') {
      const { executed, pending } = await migrations.history();
      for (const { name, at } of executed) terminal.print(`${at.toISOString()}  ${name}`);
      for (const name of pending) terminal.print(`${'not yet'.padEnd(24)}  ${name}`);
      return EXIT.OK;
    }
    const names = action === 'up' ? await migrations.up() : await migrations.down(options.to);
    for (const name of names) terminal.print(`${action}  ${name}`);
    if (names.length === 0) terminal.print('Nothing to do.');
    return EXIT.OK;
  } catch (error) {
    throw startFailure(error, { port: '', dataFolder: options.dataFolder });
  }
}
