import { sql, type Kysely, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { ModelEntity, ModelRelation, SemanticModel } from '../../../schema/events/semantic-model.ts';
import { guardOf, type Guard } from '../../kernel/data-access/guard.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import { currentId } from '../golden/current-id.ts';
import { goldenIdOf } from '../golden/define-golden.ts';
import { isGolden, sourceTableOf } from '../golden/tables.ts';
import { NearMatchRow } from '../publishing/publication.entity.ts';
import type { PublicationService } from '../publishing/publication.service.ts';
import { CELL_SEPARATOR } from '../transform/unpivot-plan.ts';
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

  /** One record by id, in whichever table it is; null when the tenant has none that the guard lets through. */
  async record(tenantId: string, id: string, { entities }: SemanticModel, guard: Guard): Promise<CanonicalRecord | null> {
    if (!isUuid(id) || entities.length === 0) return null;
    return this.asTenant(tenantId, async (db) => {
      const found = await this.find(db, id, entities, guard);
      const now = found === null ? await currentId(db, id, entities) : null;
      const moved = now === null ? null : await this.find(db, now, entities, guard);
      return moved === null ? found : Object.assign(moved, { redirectedFrom: id });
    });
  }

  private async find(db: Kysely<never>, id: string, entities: readonly ModelEntity[], guard: Guard): Promise<CanonicalRecord | null> {
    const searches = entities.map(
      (entity) => sql`select ${entity.name}::text as name from ${guard.table(entity)} as r where id = ${id}::uuid`,
    );
    const { rows } = await sql`${sql.join(searches, sql` union all `)} limit 1`.execute(db);
    const found = rows[0] === undefined ? undefined : foundRow.parse(rows[0]).name;
    const entity = entities.find((candidate) => candidate.name === found);
    if (entity === undefined) return null;
    const records = await selectRecords(entity, guard, sql`id = ${id}::uuid`, 1).execute(db);
    const row: RecordRow | undefined = records.rows.map((value) => recordRow.parse(value))[0];
    return row === undefined ? null : recordOf(entity, guard, row);
  }

  /** The record that one of a source became; null when it became none that the guard lets through. */
  async recordOfSource(
    tenantId: string,
    { objectId, key }: { objectId: string; key: string },
    { entities }: SemanticModel,
    guard: Guard,
  ): Promise<CanonicalRecord | null> {
    const entity = entities.find(({ sources }) => sources.some((source) => source.objectId === objectId));
    if (entity === undefined || key.includes('\0')) return null;
    return this.asTenant(tenantId, async (db) => {
      const gid = isGolden(entity) ? goldenIdOf('e') : sql`e.id`;
      const mine = sql`id = (select ${gid} from ${sql.id(sourceTableOf(entity))} as e
        where e.source_object_id = ${objectId}::uuid and e.source_key = ${key})`;
      const { rows } = await selectRecords(entity, guard, mine, 1).execute(db);
      return rows[0] === undefined ? null : recordOf(entity, guard, recordRow.parse(rows[0]));
    });
  }

  /** How the records that an object landed compare with those unified from it; null for those whom rules about data restrict: it counts all of them. */
  async countUnified(
    viewer: UserViewer,
    entity: ModelEntity,
    objectId: string,
  ): Promise<{ records: number; missing: number; surplus: number } | null> {
    const guard = guardOf(await this.system.dataAccess.of(viewer), { version: 1, entities: [entity] });
    if (guard.access.restricted) return null;
    // A cell of a sheet is a record of its own, under the key of its row.
    const cells = entity.canonical === 'Observation';
    const key = cells ? sql`distinct split_part(source_key, ${CELL_SEPARATOR}, 1) as source_key` : sql`source_key`;
    return this.asTenant(viewer.tenantId, async (db) => {
      const { rows } = await sql`
        select count(unified.source_key)::int as records,
          count(*) filter (where unified.source_key is null)::int as missing, count(*) filter (where raw.record_key is null)::int as surplus
        from (select record_key from raw_record where object_id = ${objectId}::uuid and removed_at is null) as raw
        full join (select ${key} from ${sql.id(sourceTableOf(entity))} as r where source_object_id = ${objectId}::uuid) as unified
          on unified.source_key = raw.record_key`.execute(db);
      return z.object({ records: z.int(), missing: z.int(), surplus: z.int() }).parse(rows[0]);
    });
  }

  /** How many visible records a relation links, does not, and links by a near match. */
  async relationCounts(tenantId: string, entity: ModelEntity, relation: ModelRelation, guard: Guard): Promise<RelationCounts> {
    const { linked, written } = await this.asTenant(tenantId, async (db) => {
      const { rows } =
        await sql`select count(${sql.id(relation.column)})::int as linked, count(${sql.id(relation.sourceColumn)})::int as written from ${guard.table(entity)} as r`.execute(
          db,
        );
      return z.object({ linked: z.int(), written: z.int() }).parse(rows[0]);
    });
    const near = await this.nearMatches(tenantId, { entity, relation, first: MAX_NEAR_MATCHES }, guard);
    return { resolved: linked, unresolved: written - linked, near: near.reduce((sum, match) => sum + match.records, 0) };
  }

  /** Near matches of a relation, those of most records first. They are values of the source: none for those under any rule. */
  async nearMatches(
    tenantId: string,
    of: { entity: ModelEntity; relation: ModelRelation; first: number },
    guard: Guard,
  ): Promise<NearMatchRow[]> {
    if (guard.access.restricted) return [];
    const { entity, relation, first } = of;
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

async function countOf(db: Kysely<never>, table: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql`select count(*) as n from ${table} as r`.execute(db);
  return countRow.parse(rows[0]).n;
}
