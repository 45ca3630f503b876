import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Workflows of agents, their versions, and runs of them with what became of each step. */
export class CreateWorkflows extends Migration {
  override up(): void {
    for (const statement of [...LANES, ...TABLES, ...FUNCTIONS]) this.addSql(statement);
  }

  override down(): void {
    for (const name of ['commit_flow(uuid, uuid, int, float8, jsonb, jsonb, jsonb, text)', 'hold_run(uuid, uuid, int, float8)'])
      this.addSql(`drop function ${name}`);
    for (const table of ['workflow_wait', 'workflow_step', 'workflow_run', 'workflow_version', 'workflow'])
      this.addSql(`drop table ${table}`);
    this.addSql('drop index durable_run_by_agent');
    this.addSql('alter table durable_run drop column lane');
  }
}

/** Which of a worker's places a run takes. */
const LANES = [
  `alter table durable_run add column lane text not null default 'HEAVY' check (lane in ('HEAVY', 'LIGHT'))`,
  `create index durable_run_by_agent on durable_run (tenant_id, (subject ->> 'agentId'), started_at, id)`,
];

const TABLES = [
  `create table workflow (
    id uuid primary key,
    tenant_id uuid not null,
    name text not null,
    title text not null,
    description text not null,
    origin text not null check (origin in ('BUILT_IN', 'TENANT')),
    created_at timestamptz not null,
    changed_at timestamptz not null,
    unique (tenant_id, name)
  )`,
  ...tenantOwned('workflow'),
  `create table workflow_version (
    id uuid primary key,
    tenant_id uuid not null,
    workflow_id uuid not null references workflow (id) on delete cascade,
    version int not null check (version > 0),
    status text not null check (status in ('DRAFT', 'PUBLISHED', 'RETIRED')),
    definition jsonb not null,
    text text not null,
    checksum text not null,
    note text,
    created_by uuid,
    created_at timestamptz not null,
    published_at timestamptz,
    unique (tenant_id, workflow_id, version)
  )`,
  // Of two that publish at once, one wins.
  `create unique index workflow_version_published on workflow_version (tenant_id, workflow_id) where status = 'PUBLISHED'`,
  ...tenantOwned('workflow_version'),
  `create table workflow_run (
    id uuid primary key references durable_run (id) on delete cascade,
    tenant_id uuid not null,
    agent_id uuid not null references agent (id) on delete cascade,
    workflow text not null,
    version int not null,
    version_id uuid not null references workflow_version (id) on delete cascade,
    input jsonb not null,
    mode text not null check (mode in ('LIVE', 'DRY')),
    cause jsonb not null,
    parent_run_id uuid,
    parent_path text,
    forked_from uuid,
    forked_path text,
    max_calls int not null,
    max_tokens bigint not null,
    max_micros bigint not null,
    flow jsonb,
    wanted text check (wanted in ('PAUSE', 'CANCEL')),
    tokens bigint not null default 0,
    micros bigint not null default 0,
    started_at timestamptz not null
  ) with (fillfactor = 70)`,
  'create index workflow_run_by_workflow on workflow_run (tenant_id, workflow, started_at desc, id desc)',
  'create index workflow_run_by_parent on workflow_run (tenant_id, parent_run_id) where parent_run_id is not null',
  'create index workflow_run_by_fork on workflow_run (tenant_id, forked_from) where forked_from is not null',
  ...tenantOwned('workflow_run'),
  `create table workflow_step (
    run_id uuid not null references workflow_run (id) on delete cascade,
    path text not null,
    tenant_id uuid not null,
    position int not null,
    status text not null,
    state jsonb not null,
    input jsonb,
    waits_for text check (waits_for in ('APPROVAL', 'EFFECT', 'CHILD')),
    tokens bigint not null default 0,
    micros bigint not null default 0,
    started_at timestamptz,
    finished_at timestamptz,
    primary key (run_id, path)
  )`,
  'create index workflow_step_by_end on workflow_step (tenant_id, finished_at) where finished_at is not null',
  'create index workflow_step_by_run on workflow_step (tenant_id, run_id)',
  ...tenantOwned('workflow_step'),
  `create table workflow_wait (
    run_id uuid not null references workflow_run (id) on delete cascade,
    path text not null,
    tenant_id uuid not null,
    topic text not null,
    match jsonb not null,
    event jsonb,
    since timestamptz not null,
    primary key (run_id, path)
  )`,
  'create index workflow_wait_by_topic on workflow_wait (tenant_id, topic)',
  ...tenantOwned('workflow_wait'),
];

/**
 * What finishes a step, as one statement and one way to the database: a step of a fast workflow is otherwise mostly waiting for ten of them.
 * Both run as whoever calls them; the rows they reach are the tenant's they are told.
 */
const FUNCTIONS = [
  // A worker writes under its hold of a run. 'LOST': it is not the worker's any more, and nothing may be written.
  `create function hold_run(of_tenant uuid, of_run uuid, of_epoch int, done float8) returns text language plpgsql as $$
    declare stopping boolean;
    begin
      perform set_config('app.tenant_id', of_tenant::text, true);
      update durable_run set progress = greatest(progress, least(done, 1))
        where id = of_run and tenant_id = of_tenant and phase = 'HELD' and epoch = of_epoch
        returning cancel_requested_at is not null into stopping;
      if not found then return 'LOST'; end if;
      update durable_step set progress = greatest(progress, least(done, 1)), failures = 0, losses = 0
        where run_id = of_run and position = 0 and tenant_id = of_tenant;
      return case when stopping then 'STOP' else 'HELD' end;
    end $$`,
  `create function commit_flow(of_tenant uuid, of_run uuid, of_epoch int, done float8, header jsonb, steps jsonb, events jsonb, trace text)
    returns text language plpgsql as $$
    declare held text; asked text;
    begin
      held := hold_run(of_tenant, of_run, of_epoch, done);
      if held = 'LOST' then return held; end if;
      insert into workflow_step as known (run_id, path, tenant_id, position, status, state, input, waits_for, tokens, micros, started_at,
                                         finished_at)
        select of_run, new.path, of_tenant, new.position, new.status, new.state, new.input, new.waits_for, coalesce(new.tokens, 0), coalesce(new.micros, 0),
               new.started_at, new.finished_at
        from jsonb_to_recordset(steps) as new(path text, position int, status text, state jsonb, input jsonb, waits_for text, tokens bigint,
                                              micros bigint, started_at timestamptz, finished_at timestamptz)
        on conflict (run_id, path) do update set status = excluded.status, state = excluded.state,
          input = coalesce(excluded.input, known.input), waits_for = coalesce(excluded.waits_for, known.waits_for), tokens = known.tokens + excluded.tokens, micros = known.micros + excluded.micros,
          started_at = coalesce(known.started_at, excluded.started_at), finished_at = excluded.finished_at;
      update workflow_run set flow = header,
          tokens = tokens + (select coalesce(sum(new.tokens), 0) from jsonb_to_recordset(steps) as new(tokens bigint)),
          micros = micros + (select coalesce(sum(new.micros), 0) from jsonb_to_recordset(steps) as new(micros bigint))
        where id = of_run and tenant_id = of_tenant returning wanted into asked;
      insert into outbox_entry (tenant_id, topic, payload, position, trace_id)
        select of_tenant, new.topic, new.payload, new.position, trace
        from jsonb_to_recordset(events) as new(topic text, payload jsonb, position int);
      return case when held = 'STOP' then held else coalesce(asked, held) end;
    end $$`,
];
