import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { ModelAttribute, ModelEntity } from '../../../../schema/events/semantic-model.ts';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';
import { sourceTableOf } from '../../golden/tables.ts';
import type { ResolvableRecord } from '../engine/types.ts';

/** Longer values are prose: what tells two records apart stands before. */
const MAX_CHARACTERS = 300;
/** jsonb_build_array takes 100 arguments at most. */
const PIECE = 50;

/** A row of a source table as resolution sees it; `seenAt`: as PostgreSQL writes when it changed last. */
export interface SourceRecord extends ResolvableRecord {
  readonly seenAt: string;
}

/** What is read of records: their attributes as text, and what they are linked to. */
export class RecordReader {
  readonly #entity: ModelEntity;
  readonly #attributes: readonly ModelAttribute[];

  constructor(entity: ModelEntity, attributes: readonly ModelAttribute[]) {
    this.#entity = entity;
    this.#attributes = attributes;
  }

  /** Records by id, in that order. */
  byIds(db: Kysely<TenantTables>, ids: readonly string[]): Promise<SourceRecord[]> {
    return this.#read(db, sql`e.id = any(${[...ids]}::uuid[])`, ids.length, sql``);
  }

  /** Records by a condition on `e` (and what is joined to it), in the order of their ids; `beside`: a `with` that is carried out with it. */
  where(
    db: Kysely<TenantTables>,
    condition: RawBuilder<unknown>,
    limit: number,
    join: RawBuilder<unknown> = sql``,
    beside: RawBuilder<unknown> = sql``,
  ): Promise<SourceRecord[]> {
    return this.#read(db, condition, limit, join, beside);
  }

  async #read(
    db: Kysely<TenantTables>,
    condition: RawBuilder<unknown>,
    limit: number,
    join: RawBuilder<unknown>,
    beside: RawBuilder<unknown> = sql``,
  ): Promise<SourceRecord[]> {
    const values = this.#attributes.map(({ column }) => sql`left(${sql.id('e', column)}::text, ${sql.lit(MAX_CHARACTERS)})`);
    const pieces = Array.from(
      { length: Math.ceil(values.length / PIECE) },
      (_, i) => sql`jsonb_build_array(${sql.join(values.slice(i * PIECE, (i + 1) * PIECE))})`,
    );
    const data = pieces.length === 0 ? sql`'[]'::jsonb` : sql.join(pieces, sql` || `);
    const links = this.#entity.relations.map(({ column }) => sql.id('e', column));
    const related = links.length === 0 ? sql`'[]'::jsonb` : sql`to_jsonb(array_remove(array[${sql.join(links)}]::uuid[], null))`;
    const { rows } =
      await sql`${beside} select e.id, e.source_object_id as source, e.updated_at::text as seen_at, ${data} as data, ${related} as related
      from ${sql.id(sourceTableOf(this.#entity))} as e ${join} where ${condition} order by e.id limit ${limit}`.execute(db);
    return rows.map((found) => this.#recordOf(found));
  }

  // Millions of these are read: they are checked by hand, which takes a tenth of the time.
  #recordOf(found: unknown): SourceRecord {
    const { id, source, seen_at: seenAt, data, related } = found as Record<string, unknown>;
    if (
      typeof id !== 'string' ||
      typeof source !== 'string' ||
      typeof seenAt !== 'string' ||
      !Array.isArray(data) ||
      !Array.isArray(related)
    )
      throw new Error('a record of a source was not read as it is kept');
    const values: Record<string, string | null> = {};
    for (const [i, { name }] of this.#attributes.entries()) {
      const value: unknown = data[i];
      values[name] = typeof value === 'string' ? value : null;
    }
    return { id, source, seenAt, values, related: related.map(String) };
  }
}
