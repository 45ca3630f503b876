import { Migration } from '@mikro-orm/migrations';

/** How agents are doing is read by when runs and steps ended, and by what has not ended. */
export class IndexEndedRuns extends Migration {
  override up(): void {
    this.addSql('create index durable_run_by_end on durable_run (tenant_id, finished_at) where finished_at is not null');
    this.addSql('create index durable_run_unfinished on durable_run (tenant_id, status) where finished_at is null');
    this.addSql('create index durable_step_by_end on durable_step (tenant_id, finished_at) where finished_at is not null');
  }

  override down(): void {
    for (const index of ['durable_step_by_end', 'durable_run_unfinished', 'durable_run_by_end']) this.addSql(`drop index ${index}`);
  }
}
