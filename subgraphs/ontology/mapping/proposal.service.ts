import type { DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import { stableId } from '../stable-id.ts';
import { isUuid } from '../uuids.ts';
import { currentPublication } from '../publishing/publication.service.ts';
import type { KnowledgeService } from '../learning/knowledge.service.ts';
import { proposeInWorker } from './matching.ts';
import { acceptedTables, decisionsOf, shapeOf, storeTables } from './proposal-tables.ts';
import { FieldMappingRow, ProposalRow, SourceRow, TableMappingRow } from './proposal.entity.ts';

/** Proposes mappings for discovered schemas, and reads proposals. */
export class ProposalService {
  private readonly system: System;
  private readonly knowledge: Pick<KnowledgeService, 'of'>;

  constructor(system: System, knowledge: Pick<KnowledgeService, 'of'>) {
    this.system = system;
    this.knowledge = knowledge;
  }

  /**
   * Keeps the discovered schema and proposes what it becomes, with everything that was decided before. Nothing new is proposed when
   * that comes to what the latest proposal says. Idempotent: the proposal's id follows from the event's.
   */
  async onSchemaDiscovered({ id, tenantId, payload }: DomainEvent<'connectors.schema-discovered'>): Promise<void> {
    const { connectionId, connectionName, syncId, objects } = payload;
    const context = await this.system.database.unitOfWork(tenantId, async (unit) => {
      await unit.em.upsert(SourceRow, { connectionId, tenantId, connectionName, syncId, objects });
      const latest = await latestOf(unit, connectionId);
      // What is in force stays as it is, whatever was learnt elsewhere meanwhile.
      const inForce = latest?.publishedVersion == null ? [] : ((await acceptedTables(unit, [latest.id])).get(latest.id) ?? []);
      return { decisions: decisionsOf(latest?.decisions ?? null), taken: await takenNames(unit, connectionId), shown: inForce };
    });
    const knowledge = await this.knowledge.of(tenantId, objects);
    const tables = await proposeInWorker(this.system.workers, { connectionName, objects, ...context, knowledge });
    const shape = shapeOf(tables);
    await this.system.database.unitOfWork(tenantId, async (unit) => {
      const latest = await latestOf(unit, connectionId);
      if (tables.length === 0 || (latest !== null && (latest.shape === shape || latest.id === stableId(id)))) return;
      const published = await unit.em.findOne(ProposalRow, { tenantId, connectionId, status: 'PUBLISHED' });
      // The source is again as it was when its mapping was published: nothing is left to decide.
      const proposalId = published?.shape === shape ? null : stableId(id);
      await withdrawWaiting(unit, connectionId, proposalId);
      if (proposalId === null) return;
      await unit.em.insert(ProposalRow, {
        id: proposalId,
        tenantId,
        connectionId,
        connectionName,
        status: 'PROPOSED',
        problem: null,
        shape,
        decisions: latest?.decisions ?? { tables: {}, fields: {} },
        recordsUnified: 0,
        publishedVersion: null,
        createdAt: this.system.clock(),
        decidedAt: null,
        decidedBy: null,
      });
      await storeTables(unit, proposalId, tables);
      const fields = tables.flatMap((table) => table.fields);
      const lowestConfidence = Math.min(1, ...tables.map((table) => table.confidence), ...fields.map((field) => field.confidence));
      unit.emit('ontology.mapping-proposed', { proposalId, connectionId, tables: tables.length, fields: fields.length, lowestConfidence });
    });
  }

  /** Proposals by id, null for those that are not of the tenant. */
  load(tenantId: string, ids: readonly string[]): Promise<(ProposalRow | null)[]> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) =>
      inOrder(ids, await em.find(ProposalRow, { tenantId, id: { $in: ids.filter(isUuid) } }), (row) => row.id),
    );
  }

  /** The latest proposal of each connection, null where there is none. */
  latest(tenantId: string, connectionIds: readonly string[]): Promise<(ProposalRow | null)[]> {
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const found: (ProposalRow | null)[] = [];
      for (const connectionId of connectionIds) found.push(isUuid(connectionId) ? await latestOf(unit, connectionId) : null);
      return found;
    });
  }

  /** Proposals, newest first; of one connection when it is named. */
  page(tenantId: string, connectionId: string | null, page: Page): Promise<ConnectionOf<ProposalRow>> {
    if (connectionId !== null && !isUuid(connectionId)) return Promise.resolve(connectionFrom<ProposalRow>(page, [], 0, (row) => [row.id]));
    const of = connectionId === null ? { tenantId } : { tenantId, connectionId };
    const where = page.after === null ? of : { ...of, $or: olderThan(page.after, 'createdAt') };
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(ProposalRow, where, { orderBy: { createdAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(ProposalRow, of), (row) => [row.createdAt.toISOString(), row.id]);
    });
  }

  /** Tables of proposals, by proposal in order. */
  tables(tenantId: string, proposalIds: readonly string[]): Promise<TableMappingRow[][]> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(TableMappingRow, { tenantId, proposalId: { $in: [...proposalIds] } }, { orderBy: { position: 'asc' } });
      return grouped(proposalIds, rows, (row) => row.proposalId);
    });
  }

  /** Fields of tables, by table in order. */
  fields(tenantId: string, tableIds: readonly string[]): Promise<FieldMappingRow[][]> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(FieldMappingRow, { tenantId, tableId: { $in: [...tableIds] } }, { orderBy: { position: 'asc' } });
      return grouped(tableIds, rows, (row) => row.tableId);
    });
  }

  /** Field mappings by id with the object of their table, null for those that are not of the tenant. */
  fieldsById(tenantId: string, ids: readonly string[]): Promise<(FieldMappingRow | null)[]> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) =>
      inOrder(ids, await em.find(FieldMappingRow, { tenantId, id: { $in: ids.filter(isUuid) } }), (row) => row.id),
    );
  }

  /** What a mapped column's object looks like at its source; null when that is not known any more. */
  objectOf(tenantId: string, { tableId, proposalId }: FieldMappingRow): Promise<DiscoveredObject | null> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const table = await em.findOne(TableMappingRow, { tenantId, id: tableId });
      const proposal = await em.findOne(ProposalRow, { tenantId, id: proposalId });
      const source = proposal === null ? null : await em.findOne(SourceRow, { tenantId, connectionId: proposal.connectionId });
      return source?.objects.find(({ objectId }) => objectId === table?.objectId) ?? null;
    });
  }

  /** Objects of table mappings, by table id. */
  objectsOf(tenantId: string, tableIds: readonly string[]): Promise<(TableMappingRow | null)[]> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) =>
      inOrder(tableIds, await em.find(TableMappingRow, { tenantId, id: { $in: [...tableIds] } }), (row) => row.id),
    );
  }

  /** The mappings of connections by which records are written now; null before the first. */
  inForce(tenantId: string, connectionIds: readonly string[]): Promise<(ProposalRow | null)[]> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const published = { tenantId, connectionId: { $in: connectionIds.filter(isUuid) }, publishedVersion: { $ne: null } };
      const rows = await em.find(ProposalRow, published, { orderBy: { publishedVersion: 'desc' } });
      return connectionIds.map((id) => rows.find((row) => row.connectionId === id) ?? null);
    });
  }

  /** Published columns by what they feed, `Type.attribute`, in the order of these names. */
  feeding(tenantId: string, names: readonly string[]): Promise<FieldMappingRow[][]> {
    const types = [...new Set(names.map((name) => name.slice(0, name.indexOf('.'))))];
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const published = await em.find(ProposalRow, { tenantId, publishedVersion: { $ne: null }, status: { $ne: 'SUPERSEDED' } });
      const rows = await em.find(
        FieldMappingRow,
        { tenantId, entityName: { $in: types }, proposalId: { $in: published.map((row) => row.id) } },
        { orderBy: { tableId: 'asc', position: 'asc' } },
      );
      const inForce = rows.filter(({ definition }) => definition.leftOut !== true);
      return grouped(names, inForce, ({ entityName, attribute }) => `${entityName}.${attribute}`);
    });
  }
}

/** Takes back what waits for a decision, and tells those who ask for it. */
async function withdrawWaiting(unit: UnitOfWork, connectionId: string, supersededBy: string | null): Promise<void> {
  const waiting = await unit.em.find(ProposalRow, { tenantId: unit.tenantId, connectionId, status: { $in: ['PROPOSED', 'FAILED'] } });
  for (const proposal of waiting) {
    proposal.status = 'SUPERSEDED';
    unit.emit('ontology.mapping-withdrawn', { proposalId: proposal.id, connectionId, supersededBy });
  }
  await unit.em.flush();
}

/** The newest proposal of a connection that no other has replaced. */
export async function latestOf(unit: UnitOfWork, connectionId: string): Promise<ProposalRow | null> {
  const [row] = await unit.em.find(
    ProposalRow,
    { tenantId: unit.tenantId, connectionId, status: { $ne: 'SUPERSEDED' } },
    { orderBy: { createdAt: 'desc', id: 'desc' }, limit: 1 },
  );
  return row ?? null;
}

/** Names of the tenant's own entity types that other connections feed. */
export async function takenNames(unit: UnitOfWork, connectionId: string): Promise<Set<string>> {
  const entities = (await currentPublication(unit))?.model.entities ?? [];
  return new Set(
    entities
      .filter((entity) => entity.canonical === null && entity.sources.some((source) => source.connectionId !== connectionId))
      .map((entity) => entity.name),
  );
}

function grouped<Row>(keys: readonly string[], rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const byKey = Map.groupBy(rows, keyOf);
  return keys.map((key) => byKey.get(key) ?? []);
}
