import { Migration } from '@mikro-orm/migrations';

/** The trace a run was started in, so that its segments, whenever and wherever they are carried, belong to it. */
export class TraceRuns extends Migration {
  override up(): void {
    this.addSql('alter table durable_run add column trace_parent text');
  }

  override down(): void {
    this.addSql('alter table durable_run drop column trace_parent');
  }
}
