import type { ColumnType, Generated } from 'kysely';

/**
 * The landing zone of a tenant's schema: where connectors leave what they read, and where the ontology takes it from.
 * `data` holds one normalised JSON value per source column: numbers, booleans, `YYYY-MM-DD`, ISO 8601 in UTC, text, null for blanks;
 * percentages are fractions.
 */
export interface RawRecordTable {
  object_id: string;
  /** The record's identity at its source: its key's values, else a hash of its content with a count of repeats. */
  record_key: string;
  /** Line or row number at the source. */
  ordinal: ColumnType<string, number | string, number | string>;
  data: ColumnType<Record<string, unknown>, string, string>;
  content_hash: string;
  /** The sync that saw the record last. */
  sync_id: string;
  /** The sync that last changed or removed it. */
  changed_sync_id: string;
  /** As PostgreSQL writes it: the app's connections leave instants as text. */
  removed_at: string | null;
  /** A whole number that grows with every change at the source; null where nothing tells. */
  source_version: ColumnType<string | null, number | string | null, number | string | null>;
  landed_at: Generated<string>;
}

export interface QuarantinedRecordTable {
  id: Generated<string>;
  object_id: string;
  sync_id: string;
  line: ColumnType<string, number | string, number | string>;
  code: string;
  reason: string;
  raw: string;
  created_at: Generated<string>;
}

/** What a repair would do to one record. */
export interface RepairPreviewTable {
  repair_id: string;
  object_id: string;
  position: number;
  before: ColumnType<Record<string, unknown> | null, string | null, string | null>;
  after: ColumnType<Record<string, unknown>, string, string>;
  created_at: Generated<string>;
}

/** What a record was before a repair changed it. */
export interface RepairUndoTable {
  repair_id: string;
  object_id: string;
  record_key: string;
  data: ColumnType<Record<string, unknown> | null, string | null, string | null>;
  content_hash: string | null;
  /** As the source had it, of a record that came out of quarantine. */
  raw: string | null;
  created_at: Generated<string>;
}

/** A dashboard with its numbers as they stood at a moment. */
export interface DashboardSnapshotTable {
  id: string;
  dashboard_id: string;
  version: number;
  title: string;
  taken_at: string;
  taken_by: string;
  scheduled: boolean;
  /** What whoever took it may see of the data: shown to those only who see the same, or everything. */
  access_key: string;
  content: ColumnType<unknown, string, string>;
}

/** The tables every tenant's schema has; typed tables of the published ontology come beside them. */
export interface TenantTables {
  raw_record: RawRecordTable;
  quarantined_record: QuarantinedRecordTable;
  repair_preview: RepairPreviewTable;
  repair_undo: RepairUndoTable;
  dashboard_snapshot: DashboardSnapshotTable;
}

export const LANDING_DDL: readonly string[] = [
  `create table if not exists raw_record (
    object_id uuid not null,
    record_key text not null,
    ordinal bigint not null,
    data jsonb not null,
    content_hash text not null,
    sync_id uuid not null,
    changed_sync_id uuid not null,
    removed_at timestamptz,
    landed_at timestamptz not null default now(),
    primary key (object_id, record_key)
  )`,
  'alter table raw_record add column if not exists source_version bigint',
  // It cost every record more than it gained the few questions for the first ones.
  'drop index if exists raw_record_by_ordinal',
  `create table if not exists quarantined_record (
    id uuid primary key default gen_random_uuid(),
    object_id uuid not null,
    sync_id uuid not null,
    line bigint not null,
    code text not null,
    reason text not null,
    raw text not null,
    created_at timestamptz not null default now()
  )`,
  'create index if not exists quarantined_record_by_line on quarantined_record (object_id, line, id)',
  // Records as they are and as a repair would have them, for whoever decides on it.
  `create table if not exists repair_preview (
    repair_id uuid not null,
    object_id uuid not null,
    position int not null,
    before jsonb,
    after jsonb not null,
    created_at timestamptz not null default now(),
    primary key (repair_id, position)
  )`,
  // Records as they were before a repair changed them; null: there was none.
  `create table if not exists repair_undo (
    repair_id uuid not null,
    object_id uuid not null,
    record_key text not null,
    data jsonb,
    content_hash text,
    raw text,
    created_at timestamptz not null default now(),
    primary key (repair_id, record_key)
  )`,
  // What sources sent by themselves, until it has landed; without its content it is remembered so that it does not count twice.
  `create table if not exists inbound_message (
    connection_id uuid not null,
    message_id text not null,
    seq bigint generated always as identity,
    topic text not null,
    occurred_at timestamptz not null,
    received_at timestamptz not null default now(),
    landed_at timestamptz,
    payload jsonb,
    primary key (connection_id, message_id)
  )`,
  'create index if not exists inbound_message_by_topic on inbound_message (connection_id, topic, seq)',
  // One unit of `base` was so many of `quote` on that day: what amounts are converted by, and never without.
  `create table if not exists exchange_rate (
    base text not null,
    quote text not null,
    day date not null,
    rate numeric not null check (rate > 0),
    set_at timestamptz not null default now(),
    primary key (base, quote, day)
  )`,
  'alter table exchange_rate add column if not exists source text',
  // Dashboards with their numbers as they stood at a moment, for those who see the same of the data (`access_key`).
  `create table if not exists dashboard_snapshot (
    id uuid primary key,
    dashboard_id uuid not null,
    version int not null,
    title text not null,
    taken_at timestamptz not null,
    taken_by uuid not null,
    scheduled boolean not null,
    access_key text not null,
    content jsonb not null
  )`,
  'create index if not exists dashboard_snapshot_by_time on dashboard_snapshot (dashboard_id, taken_at, id)',
];
