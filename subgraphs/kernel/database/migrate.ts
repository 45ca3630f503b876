import { MikroORM } from '@mikro-orm/postgresql';
import { Migrator, type Migration } from '@mikro-orm/migrations';

export interface MigrationEntry {
  /** `NNNN-verb-noun`; order and history go by it. */
  name: string;
  class: new (...args: ConstructorParameters<typeof Migration>) => Migration;
}

export interface MigrationRun {
  pending: string[];
  executed: { name: string; at: Date }[];
}

/** Runs `work` with the migrator of the platform's tables, connected as the login that owns them. */
async function withMigrator<T>(url: string, migrations: readonly MigrationEntry[], work: (migrator: Migrator) => Promise<T>): Promise<T> {
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList: [...migrations], tableName: 'migration', snapshot: false, allOrNothing: true, silent: true },
    pool: { min: 0, max: 1 },
  });
  try {
    return await work(orm.migrator as Migrator);
  } finally {
    await orm.close(true);
  }
}

/** Brings the platform's tables up to date, all or nothing. @returns the names it ran. */
export function migrateUp(url: string, migrations: readonly MigrationEntry[]): Promise<string[]> {
  return withMigrator(url, migrations, async (migrator) => (await migrator.up()).map((run) => run.name));
}

/** Takes the last migration back, or all after `to` (0 takes back everything). @returns the names it took back. */
export function migrateDown(url: string, migrations: readonly MigrationEntry[], to?: string | 0): Promise<string[]> {
  return withMigrator(url, migrations, async (migrator) =>
    (await migrator.down(to === undefined ? undefined : { to })).map((run) => run.name),
  );
}

/** What has run, when, and what is still to run. */
export function migrationHistory(url: string, migrations: readonly MigrationEntry[]): Promise<MigrationRun> {
  return withMigrator(url, migrations, async (migrator) => ({
    pending: (await migrator.getPending()).map((entry) => entry.name),
    executed: (await migrator.getExecuted()).map((row) => ({ name: row.name, at: row.executed_at })),
  }));
}
