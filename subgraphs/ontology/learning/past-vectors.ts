import { sql } from 'kysely';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { Embedder } from '../../kernel/embeddings/embedder.ts';
import type { System } from '../../kernel/system.ts';
import { PastMappingRow } from './learning.entities.ts';

/** Past mappings that get their vector before a look-up, and names looked up in one statement. */
const AT_ONCE = 200;
const MOST_ROUNDS = 10;
const NEAREST = 3;
/** Further apart, two names have little to do with one another. */
const LEAST_SIMILARITY = 0.68;

/** A past mapping near to some words, with the cosine of both meanings. */
export interface Neighbour {
  readonly words: string;
  readonly row: PastMappingRow;
  readonly similarity: number;
}

/** Past mappings by meaning, in pgvector; nothing is found where that is missing, or the embedder cannot be reached. */
export class PastVectors {
  private readonly system: Pick<System, 'database' | 'logger'>;
  private readonly embedder: Embedder;

  constructor(system: Pick<System, 'database' | 'logger'>, embedder: Embedder) {
    this.system = system;
    this.embedder = embedder;
  }

  /** The nearest past mappings of each name, nearest first. Vectors that are missing are made first. Never inside a unit of work. */
  async nearest(tenantId: string, names: readonly string[], limit = NEAREST): Promise<Neighbour[]> {
    try {
      if (names.length === 0 || !(await this.fill(tenantId))) return [];
      const found: Neighbour[] = [];
      for (let from = 0; from < names.length; from += AT_ONCE)
        found.push(...(await this.lookUp(tenantId, names.slice(from, from + AT_ONCE), limit)));
      return found;
    } catch (error) {
      // What is near in meaning helps; a proposal without it is still one.
      this.system.logger.warn({ err: error }, 'past mappings are recalled by their words alone');
      return [];
    }
  }

  private async lookUp(tenantId: string, names: readonly string[], limit: number): Promise<Neighbour[]> {
    const vectors = await this.embedder.embed(names);
    const asked = JSON.stringify(names.map((words, index) => ({ words, meaning: textOf(vectors[index]) })));
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const { rows } = await sql<{ words: string; past_id: string; similarity: number }>`
        select asked.words, near.past_id, near.similarity from jsonb_to_recordset(${asked}::jsonb) as asked (words text, meaning text)
        cross join lateral (
          select past_id, 1 - (meaning operator(extensions.<=>) asked.meaning::extensions.vector) as similarity from past_mapping_vector
          where tenant_id = ${tenantId} and embedder = ${this.embedder.name}
          order by meaning operator(extensions.<=>) asked.meaning::extensions.vector limit ${limit}
        ) near where near.similarity >= ${LEAST_SIMILARITY}`.execute(unit.sql);
      const ids = [...new Set(rows.map((row) => row.past_id))];
      const past = new Map((await unit.em.find(PastMappingRow, { tenantId, id: { $in: ids } })).map((row) => [row.id, row]));
      return rows.flatMap(({ words, past_id, similarity }) => {
        const row = past.get(past_id);
        return row === undefined ? [] : [{ words, row, similarity }];
      });
    });
  }

  /** Makes vectors that are missing. @returns false where there is no table for them */
  private async fill(tenantId: string): Promise<boolean> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const missing = await this.system.database.unitOfWork(tenantId, (unit) => this.missing(unit));
      if (missing === null) return false;
      if (missing.length === 0) return true;
      const vectors = await this.embedder.embed(missing.map(({ words }) => words));
      const made = JSON.stringify(missing.map(({ id }, index) => ({ id, meaning: textOf(vectors[index]) })));
      await this.system.database.unitOfWork(tenantId, (unit) =>
        sql`insert into past_mapping_vector (past_id, tenant_id, embedder, meaning)
          select made.id, ${tenantId}::uuid, ${this.embedder.name}, made.meaning::extensions.vector
          from jsonb_to_recordset(${made}::jsonb) as made (id uuid, meaning text) join past_mapping on past_mapping.id = made.id
          on conflict (past_id) do update set embedder = excluded.embedder, meaning = excluded.meaning`.execute(unit.sql),
      );
    }
    return true;
  }

  private async missing(unit: UnitOfWork): Promise<{ id: string; words: string }[] | null> {
    const { rows: tables } = await sql<{ there: boolean }>`select to_regclass('public.past_mapping_vector') is not null as there`.execute(
      unit.sql,
    );
    if (tables[0]?.there !== true) return null;
    const { rows } = await sql<{ id: string; words: string }>`select p.id, p.words from past_mapping p
      left join past_mapping_vector v on v.past_id = p.id and v.tenant_id = p.tenant_id
      where p.tenant_id = ${unit.tenantId} and v.embedder is distinct from ${this.embedder.name}
      order by p.decided_at desc, p.id limit ${AT_ONCE}`.execute(unit.sql);
    return rows;
  }
}

const textOf = (vector: Float32Array | undefined): string => `[${[...(vector ?? [])].map((value) => value.toFixed(5)).join(',')}]`;
