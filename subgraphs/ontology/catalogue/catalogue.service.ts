import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { ModelEntity, ModelRelation, SemanticModel } from '../../../schema/events/semantic-model.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import { NearMatchRow } from '../publishing/publication.entity.ts';
import type { PublicationService } from '../publishing/publication.service.ts';
import { isUuid } from '../uuids.ts';
import { type RecordRow, recordOf, recordRow, selectRecords } from './records.ts';
import type { CanonicalRecord } from './record.type.ts';

const countRow = z.object({ n: z.coerce.number() });
const foundRow = z.object({ name: z.string() });

export interface RelationCounts {
  readonly resolved: number;
  readonly unresolved: number;
  readonly near: number;
}

/** Reads the published ontology and its records. */
export class CatalogueService {
  private readonly system: System;
  private readonly publications: PublicationService;
  private readonly ontology: CanonicalOntology;

  constructor(system: System, publications: PublicationService, ontology: CanonicalOntology) {
    this.system = system;
    this.publications = publications;
    this.ontology = ontology;
  }

  /** The tenant's model in force; empty before the first publication. */
  async model(tenantId: string): Promise<SemanticModel> {
    return (await this.publications.model(tenantId)) ?? { version: 1, entities: [] };
  }

  /** What a published entity is, from the shipped ontology; null for the tenant's own. */
  describe(entity: ModelEntity): string | null {
    return (entity.canonical === null ? undefined : this.ontology.byName.get(entity.canonical)?.description) ?? null;
  }

  /** How many records each entity type has. */
  countRecords(tenantId: string, entities: readonly ModelEntity[]): Promise<number[]> {
    return this.asTenant(tenantId, async (db) => {
      const counts: number[] = [];
      for (const entity of entities) counts.push(await countOf(db, entity));
      return counts;
    });
  }

  /** A page of an entity type's records in the order of their ids. */
  records(tenantId: string, entity: ModelEntity, page: Page): Promise<ConnectionOf<CanonicalRecord>> {
    const after = page.after?.[0] ?? null;
    if (after !== null && !isUuid(String(after))) throw commonErrors.BAD_CURSOR({});
    return this.asTenant(tenantId, async (db) => {
      const condition = after === null ? sql`true` : sql`id > ${after}::uuid`;
      const { rows } = await selectRecords(entity, condition, page.limit + 1).execute(db);
      const records = rows.map((row) => recordOf(entity, recordRow.parse(row)));
      return connectionFrom(page, records, await countOf(db, entity), (record) => [record.id]);
    });
  }

  /** One record by id, in whichever table it is; null when the tenant has none. */
  async record(tenantId: string, id: string): Promise<CanonicalRecord | null> {
    if (!isUuid(id)) return null;
    const { entities } = await this.model(tenantId);
    if (entities.length === 0) return null;
    return this.asTenant(tenantId, async (db) => {
      const searches = entities.map(
        (entity) => sql`select ${entity.name}::text as name from ${sql.id(entity.table)} where id = ${id}::uuid`,
      );
      const { rows } = await sql`${sql.join(searches, sql` union all `)} limit 1`.execute(db);
      const found = rows[0] === undefined ? undefined : foundRow.parse(rows[0]).name;
      const entity = entities.find((candidate) => candidate.name === found);
      if (entity === undefined) return null;
      const records = await selectRecords(entity, sql`id = ${id}::uuid`, 1).execute(db);
      const row: RecordRow | undefined = records.rows.map((value) => recordRow.parse(value))[0];
      return row === undefined ? null : recordOf(entity, row);
    });
  }

  /** How many records a relation links, does not, and links by a near match. */
  async relationCounts(tenantId: string, entity: ModelEntity, relation: ModelRelation): Promise<RelationCounts> {
    const { linked, written } = await this.asTenant(tenantId, async (db) => {
      const { rows } =
        await sql`select count(${sql.id(relation.column)})::int as linked, count(${sql.id(relation.sourceColumn)})::int as written from ${sql.id(entity.table)}`.execute(
          db,
        );
      return z.object({ linked: z.int(), written: z.int() }).parse(rows[0]);
    });
    const near = await this.nearMatches(tenantId, entity, relation, MAX_NEAR_MATCHES);
    return { resolved: linked, unresolved: written - linked, near: near.reduce((sum, match) => sum + match.records, 0) };
  }

  /** Near matches of a relation, those of most records first. */
  nearMatches(tenantId: string, entity: ModelEntity, relation: ModelRelation, first: number): Promise<NearMatchRow[]> {
    const where = { tenantId, entityName: entity.name, relation: relation.name };
    return this.system.database.unitOfWork(tenantId, ({ em }) =>
      em.find(NearMatchRow, where, { orderBy: { records: 'desc', value: 'asc' }, limit: first }),
    );
  }

  private asTenant<T>(tenantId: string, work: (db: Kysely<never>) => Promise<T>): Promise<T> {
    return this.system.database.unitOfWork(tenantId, (unit) => unit.asTenant((db) => work(db as never)));
  }
}

/** As many values as resolution looks at in one relation of one object. */
const MAX_NEAR_MATCHES = 5_000;

async function countOf(db: Kysely<never>, entity: ModelEntity): Promise<number> {
  const { rows } = await sql`select count(*) as n from ${sql.id(entity.table)}`.execute(db);
  return countRow.parse(rows[0]).n;
}
