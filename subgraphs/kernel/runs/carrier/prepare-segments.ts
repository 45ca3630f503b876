import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { APP_LOGIN, SYSTEM_ROLE, WORKFLOWS_LOGIN } from '../../database/roles.ts';
import type { Logger } from '../../telemetry/logger.ts';
import { dbosLogger } from './dbos-logger.ts';
import { loadDbos } from './load-dbos.ts';
import type { Lane } from '../workflow.ts';
import { APPLICATION, APPLICATION_VERSION, QUEUE_OPTIONS, QUEUES, WORKFLOW } from './names.ts';

/** Any change of the functions below, of the queue, or of DBOS' version needs a new one. */
const LAYOUT = 'dbos 5.3.0, layout 4';
const LOCK = 7_221_003;
const LOCK_PAUSE_MS = 100;
const LOCK_ATTEMPTS = 600;

/**
 * Makes the carrier's tables (schema `dbos`) and the few functions through which the app reaches them (schema `segments`), as the login that
 * owns both. Cheap when they are there; of several processes that start at once, one does it.
 */
export async function prepareSegments(url: string, logger: Logger): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    if (await isPrepared(client)) return;
    await takeLock(client);
    if (await isPrepared(client)) return;
    const { DBOSClient, migrate } = loadDbos();
    const log = dbosLogger(logger);
    await migrate(url, log);
    const queues = await DBOSClient.create({
      systemDatabaseUrl: url,
      applicationName: APPLICATION,
      logger: log,
      systemDatabaseIdleTransactionTimeoutMs: 0,
    });
    try {
      for (const lane of Object.keys(QUEUES) as Lane[])
        await queues.registerQueue(QUEUES[lane], { ...QUEUE_OPTIONS[lane], onConflict: 'always_update' });
    } finally {
      await queues.destroy();
    }
    await client.query('begin');
    for (const statement of FUNCTIONS) await client.query(statement);
    await client.query(`comment on schema segments is '${LAYOUT}'`);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function isPrepared(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ layout: string | null }>(
    "select obj_description(oid, 'pg_namespace') as layout from pg_namespace where nspname = 'segments'",
  );
  return rows[0]?.layout === LAYOUT;
}

/** By trying, not by waiting: whoever waits for a lock inside a statement holds up indexes that are built concurrently. */
async function takeLock(client: Client): Promise<void> {
  for (let attempt = 0; attempt < LOCK_ATTEMPTS; attempt += 1) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK]);
    if (rows[0]?.mine === true) return;
    await pause(LOCK_PAUSE_MS);
  }
  throw new Error('another process has been preparing the workflow tables for a minute');
}

const definer = 'security definer set search_path = pg_catalog, pg_temp';
const mayUse = (what: string): string[] => [
  `revoke all on ${what} from public`,
  `grant ${what.startsWith('schema') ? 'usage' : 'execute'} on ${what} to ${APP_LOGIN}, ${SYSTEM_ROLE}`,
];

const QUEUE_NAMES = Object.values(QUEUES)
  .map((name) => `'${name}'`)
  .join(', ');

/** Ids go in and out, nothing else: DBOS' tables have no row-level security. */
const FUNCTIONS = [
  // What DBOS would set on each connection, racing its first query.
  `alter role ${WORKFLOWS_LOGIN} set idle_in_transaction_session_timeout = '60s'`,

  'create schema if not exists segments',
  ...mayUse('schema segments'),

  'drop function if exists segments.enqueue(uuid, int, uuid, boolean)',
  `create or replace function segments.enqueue(run_id uuid, segment int, tenant_id uuid, instead boolean, queue text) returns void
    language sql ${definer} as $$
      update dbos.workflow_status set status = 'CANCELLED', updated_at = extract(epoch from now()) * 1000
        where instead and workflow_uuid = run_id || ':' || (segment - 1) and status in ('ENQUEUED', 'PENDING');
      select dbos.enqueue_workflow(
        workflow_name => '${WORKFLOW}',
        queue_name => queue,
        positional_args => array[to_json(tenant_id::text), to_json(run_id::text), to_json(segment)],
        workflow_id => run_id || ':' || segment,
        app_version => '${APPLICATION_VERSION}',
        queue_partition_key => tenant_id::text,
        application_name => '${APPLICATION}'
      );
    $$`,
  ...mayUse('function segments.enqueue(uuid, int, uuid, boolean, text)'),

  // Handed out so long ago, and still not begun: whoever was to begin it is dead.
  `create or replace function segments.abandoned(ids text[], after_seconds int) returns setof text
    language sql stable ${definer} as $$
      select wanted.id from unnest(ids) as wanted(id) where not exists (
        select 1 from dbos.workflow_status as found
        where found.workflow_uuid = wanted.id and (found.status in ('ENQUEUED', 'DELAYED')
          or (found.status = 'PENDING' and found.updated_at > (extract(epoch from clock_timestamp()) - after_seconds) * 1000))
      )
    $$`,
  ...mayUse('function segments.abandoned(text[], int)'),

  // What ended more than an hour ago, and what a dead process left a day ago.
  `create or replace function segments.sweep() returns void
    language sql ${definer} as $$
      with gone as (
        delete from dbos.workflow_status where queue_name in (${QUEUE_NAMES}) and updated_at < (extract(epoch from now()) - 3600) * 1000
          and (status in ('SUCCESS', 'ERROR', 'CANCELLED')
            or (status = 'PENDING' and updated_at < (extract(epoch from now()) - 86400) * 1000))
        returning workflow_uuid
      )
      delete from dbos.workflow_input as input using gone where input.workflow_uuid = gone.workflow_uuid;
    $$`,
  ...mayUse('function segments.sweep()'),
];
