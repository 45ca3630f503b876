import { Migration } from '@mikro-orm/migrations';

/** Syncs are durable runs: who works on them and how far they are is kept there. */
export class RunSyncsDurably extends Migration {
  override up(): void {
    const problem = `'{"code": "SYNC_CANCELLED", "message": "The server was renewed while it ran.", "todo": "Sync the connection again."}'`;
    const statements = [
      'alter table sync_run add column to_land jsonb',
      'alter table sync_run drop column lease_until',
      'alter table sync_run drop column position',
      // No run carries them. The owner is under row-level security too, and sees no rows of any tenant.
      'alter table sync_run no force row level security',
      `update sync_run set status = 'CANCELLED', phase = 'FINISHED', finished_at = now(), problem = ${problem} where status = 'RUNNING'`,
      'alter table sync_run force row level security',
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    this.addSql('alter table sync_run add column position jsonb');
    this.addSql('alter table sync_run add column lease_until timestamptz not null default now()');
    this.addSql('alter table sync_run drop column to_land');
  }
}
