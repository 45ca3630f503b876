import { sql, type Kysely, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { ModelEntity, ModelRelation, SemanticModel } from '../../../schema/events/semantic-model.ts';
import { guardOf, type Guard } from '../../kernel/data-access/guard.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import { sourceTableOf } from '../golden/tables.ts';
import { NearMatchRow } from '../publishing/publication.entity.ts';
import type { PublicationService } from '../publishing/publication.service.ts';
import { unifiedOf } from '../publishing/unified-of.ts';
import { isUuid } from '../uuids.ts';
import { recordsById, recordsOfSources, type SourcePlace } from './find-records.ts';
import { recordOf, recordRow, selectRecords } from './records.ts';
import type { CanonicalRecord } from './record.type.ts';

const countRow = z.object({ n: z.coerce.number() });
const linkedRow = z.object({ linked: z.int(), written: z.int() });
const nearRow = z.object({ entity_name: z.string(), relation: z.string(), n: z.int() });

/** What became of the records of one object. */
export interface UnifiedRecords {
  readonly entity: ModelEntity;
  readonly records: number;
  readonly missing: number;
  readonly surplus: number;
}

/** A relation of an entity type. */
export interface RelationOf {
  readonly entity: ModelEntity;
  readonly relation: ModelRelation;
}

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

  /** What a published entity is: what somebody said, else what the shipped ontology does. */
  describe(entity: ModelEntity): string | null {
    return entity.description ?? (entity.canonical === null ? undefined : this.ontology.byName.get(entity.canonical)?.description) ?? null;
  }

  /** What a viewer may see of a model. @throws DATA_RULES_UNREADABLE */
  async guard(viewer: UserViewer, model: SemanticModel): Promise<Guard> {
    return guardOf(await this.system.dataAccess.of(viewer), model);
  }

  /** How many visible records each entity type has. */
  countRecords(tenantId: string, entities: readonly ModelEntity[], guard: Guard): Promise<number[]> {
    return this.asTenant(tenantId, async (db) => {
      const counts: number[] = [];
      for (const entity of entities) counts.push(await countOf(db, guard.table(entity)));
      return counts;
    });
  }

  /** A page of an entity type's visible records in the order of their ids. */
  records(tenantId: string, entity: ModelEntity, page: Page, guard: Guard): Promise<ConnectionOf<CanonicalRecord>> {
    const after = page.after?.[0] ?? null;
    if (after !== null && !isUuid(String(after))) throw commonErrors.BAD_CURSOR({});
    return this.asTenant(tenantId, async (db) => {
      const condition = after === null ? sql`true` : sql`id > ${after}::uuid`;
      const { rows } = await selectRecords(entity, guard, condition, page.limit + 1).execute(db);
      const records = rows.map((row) => recordOf(entity, guard, recordRow.parse(row)));
      return connectionFrom(page, records, await countOf(db, guard.table(entity)), (record) => [record.id]);
    });
  }

  /** Records by id, in whichever tables they are; null for each that the tenant has none of that the guard lets through. */
  recordsById(tenantId: string, ids: readonly string[], { entities }: SemanticModel, guard: Guard): Promise<(CanonicalRecord | null)[]> {
    if (!ids.some(isUuid) || entities.length === 0) return Promise.resolve(ids.map(() => null));
    return this.asTenant(tenantId, (db) => recordsById(db, ids, entities, guard));
  }

  /** The records that those of sources became; null for each that became none that the guard lets through. */
  recordsOfSources(
    tenantId: string,
    places: readonly SourcePlace[],
    { entities }: SemanticModel,
    guard: Guard,
  ): Promise<(CanonicalRecord | null)[]> {
    return this.asTenant(tenantId, (db) => recordsOfSources(db, places, entities, guard));
  }

  /** How the records that objects landed compare with those unified from them; null for those whom rules about data restrict: it counts all of them. */
  async countUnified(
    viewer: UserViewer,
    { entities }: SemanticModel,
    guard: Guard,
    objectIds: readonly string[],
  ): Promise<(UnifiedRecords | null)[]> {
    if (guard.access.restricted) return objectIds.map(() => null);
    const bindings = (await this.publications.current(viewer.tenantId))?.bindings ?? [];
    return this.asTenant(viewer.tenantId, async (db) => {
      const counts: (UnifiedRecords | null)[] = [];
      for (const objectId of objectIds) {
        const entity = entities.find(({ sources }) => sources.some((source) => source.objectId === objectId));
        // A cell of a sheet is a record of its own, under the key of its row.
        const cells = bindings.some((binding) => binding.objectId === objectId && binding.unpivot != null);
        counts.push(entity === undefined ? null : { entity, ...(await unifiedOf(db, sourceTableOf(entity), objectId, cells)) });
      }
      return counts;
    });
  }

  /** How many visible records relations link, do not, and link by a near match. */
  async relationCounts(tenantId: string, relations: readonly RelationOf[], guard: Guard): Promise<RelationCounts[]> {
    const near = guard.access.restricted ? new Map<string, number>() : await this.countNear(tenantId);
    return this.asTenant(tenantId, async (db) => {
      const counts: RelationCounts[] = [];
      for (const { entity, relation } of relations) {
        const { rows } =
          await sql`select count(${sql.id(relation.column)})::int as linked, count(${sql.id(relation.sourceColumn)})::int as written from ${guard.table(entity)} as r`.execute(
            db,
          );
        const { linked, written } = linkedRow.parse(rows[0]);
        counts.push({ resolved: linked, unresolved: written - linked, near: near.get(nameOf(entity.name, relation.name)) ?? 0 });
      }
      return counts;
    });
  }

  /** Near matches of each relation, those of most records first. They are values of the source: none for those under any rule. */
  async nearMatches(tenantId: string, relations: readonly RelationOf[], first: number, guard: Guard): Promise<NearMatchRow[][]> {
    if (guard.access.restricted) return relations.map(() => []);
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const found: NearMatchRow[][] = [];
      for (const { entity, relation } of relations) {
        const where = { tenantId, entityName: entity.name, relation: relation.name };
        found.push(await em.find(NearMatchRow, where, { orderBy: { records: 'desc', value: 'asc' }, limit: first }));
      }
      return found;
    });
  }

  private countNear(tenantId: string): Promise<Map<string, number>> {
    return this.system.database.unitOfWork(tenantId, async ({ sql: db }) => {
      const { rows } = await sql`select entity_name, relation, sum(records)::int as n from near_match where tenant_id = ${tenantId}
        group by entity_name, relation`.execute(db);
      return new Map(rows.map((row) => nearRow.parse(row)).map((row) => [nameOf(row.entity_name, row.relation), row.n]));
    });
  }

  private asTenant<T>(tenantId: string, work: (db: Kysely<never>) => Promise<T>): Promise<T> {
    return this.system.database.unitOfWork(tenantId, (unit) => unit.asTenant((db) => work(db as never)));
  }
}

const nameOf = (entity: string, relation: string): string => `${entity}.${relation}`;

async function countOf(db: Kysely<never>, table: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql`select count(*) as n from ${table} as r`.execute(db);
  return countRow.parse(rows[0]).n;
}
