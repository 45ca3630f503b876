import { Migration } from '@mikro-orm/migrations';

/** What became of several runs of one tenant, written with one statement. */
export class CommitFlowsTogether extends Migration {
  override up(): void {
    // Runs whoever else is at just now are left out, so that nobody waits for them, and no two of these ever wait for one another.
    this.addSql(`create function commit_flows(of_tenant uuid, changes jsonb) returns table (place int, said text) language plpgsql as $$
      declare change record;
      begin
        perform set_config('app.tenant_id', of_tenant::text, true);
        for change in
          select new.* from jsonb_to_recordset(changes) as new(place int, run uuid, epoch int, done float8, header jsonb, steps jsonb, events jsonb,
                                                               trace text)
          order by new.run
        loop
          place := change.place;
          perform 1 from durable_run where id = change.run and tenant_id = of_tenant for no key update skip locked;
          said := case when found
            then commit_flow(of_tenant, change.run, change.epoch, change.done, change.header, change.steps, change.events, change.trace)
            else 'BUSY' end;
          return next;
        end loop;
      end $$`);
  }

  override down(): void {
    this.addSql('drop function commit_flows(uuid, jsonb)');
  }
}
