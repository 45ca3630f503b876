import { sql } from 'kysely';
import type { System } from '../../../kernel/system.ts';
import { REDIRECTS } from '../../golden/define-golden.ts';

/**
 * Where a tenant's resolution is kept, in its own schema: nothing of it leaves with anything but the tenant's data. Records go through three states, so that
 * work which ends in the middle goes on where it was: stale (not seen as they are now), `dirty` (scored, their cluster is to be looked at), and done.
 */
const RESOLUTION_DDL: readonly string[] = [
  // What was learned of each entity type, and how often its records have been gone through with something new.
  `create table if not exists resolution_state (
    entity text primary key,
    model jsonb,
    learned_at timestamptz,
    learned_from bigint not null default 0,
    pass int not null default 1,
    histogram jsonb not null default '{}'
  )`,
  // The records that have been seen, in the order in which they came. \`keys\`: what they are found by, for when they change.
  `create table if not exists resolution_record (
    record_id uuid primary key,
    entity text not null,
    object_id uuid not null,
    seq bigint generated always as identity,
    golden_id uuid not null,
    keys bigint[] not null default '{}',
    seen_at timestamptz,
    pass int not null default 0,
    dirty boolean not null default false
  )`,
  'create index if not exists resolution_record_by_golden on resolution_record (golden_id)',
  'create index if not exists resolution_record_dirty on resolution_record (entity, record_id) where dirty',
  'create table if not exists resolution_key (key bigint not null, record_id uuid not null, primary key (key, record_id))',
  // Pairs that are the same, or may be, and all that people decided; a < b. \`auto\`: what the score alone says.
  `create table if not exists resolution_pair (
    id uuid primary key,
    entity text not null,
    a uuid not null,
    b uuid not null,
    weight real,
    probability real,
    auto text,
    status text not null check (status in ('MATCH', 'POSSIBLE', 'NON_MATCH')),
    decided_by uuid,
    decided_at timestamptz not null default now(),
    approval_id uuid,
    unique (a, b)
  )`,
  'create index if not exists resolution_pair_by_b on resolution_pair (b)',
  'create index if not exists resolution_pair_by_status on resolution_pair (entity, status, (coalesce(weight, 0)) desc, id)',
  'create index if not exists resolution_pair_by_approval on resolution_pair (approval_id) where approval_id is not null',
  // What became of golden records, with all it takes to take it back.
  `create table if not exists resolution_change (
    id uuid primary key,
    entity text not null,
    kind text not null,
    at timestamptz not null,
    decided_by uuid,
    goldens uuid[] not null,
    before jsonb not null,
    after jsonb not null,
    pairs jsonb not null,
    undone_at timestamptz,
    undone_by uuid
  )`,
  'create index if not exists resolution_change_by_time on resolution_change (entity, at desc, id desc)',
  'create index if not exists resolution_change_by_golden on resolution_change using gin (goldens)',
  // Golden records that a person has confirmed.
  `create table if not exists resolution_verified (
    golden_id uuid primary key,
    entity text not null,
    verified_by uuid not null,
    at timestamptz not null default now()
  )`,
  // Golden records that are to be made anew.
  'create table if not exists resolution_changed (entity text not null, golden_id uuid not null, primary key (entity, golden_id))',
  ...REDIRECTS,
];

/** Makes the tables of resolution where they are missing; asks the database once a process and tenant. */
export class ResolutionTables {
  readonly #system: Pick<System, 'database'>;
  readonly #made = new Set<string>();

  constructor(system: Pick<System, 'database'>) {
    this.#system = system;
  }

  async ensure(tenantId: string): Promise<void> {
    if (this.#made.has(tenantId)) return;
    await this.#system.database.tenants.define(tenantId, async (db) => {
      for (const statement of RESOLUTION_DDL) await sql.raw(statement).execute(db);
    });
    this.#made.add(tenantId);
  }

  /** Whether they are there: nothing has been resolved before. */
  async exist(tenantId: string): Promise<boolean> {
    if (this.#made.has(tenantId)) return true;
    const there = await this.#system.database.unitOfWork(tenantId, (unit) =>
      unit.asTenant(async (db) => {
        const { rows } = await sql<{ there: boolean }>`select to_regclass('resolution_changed') is not null as there`.execute(db);
        return rows[0]?.there === true;
      }),
    );
    if (there) await this.ensure(tenantId);
    return there;
  }
}
