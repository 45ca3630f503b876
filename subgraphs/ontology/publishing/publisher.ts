import { sql } from 'kysely';
import { z } from 'zod';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import { ProposalRow, SourceRow } from '../mapping/proposal.entity.ts';
import { ontologyErrors } from '../ontology.errors.ts';
import type { ObjectBinding } from './binding.ts';
import type { Materialiser } from './materialiser.ts';
import { NearMatchRow } from './publication.entity.ts';
import type { PublicationService } from './publication.service.ts';
import type { TenantQueue } from './tenant-queue.ts';

/** Fewer changed rows leave the planner's statistics good enough. */
const ANALYSE_FROM_ROWS = 1_000;

const waitingRow = z.object({ tenant_id: z.uuid(), id: z.uuid() });

interface EntityChanges {
  changed: number;
  removed: number;
}

/** Carries out what changes typed tables: publications, syncs, removed connections; one at a time for each tenant. */
export class Publisher {
  private readonly system: System;
  private readonly publications: PublicationService;
  private readonly materialiser: Materialiser;
  private readonly queue: TenantQueue;

  constructor(system: System, parts: { publications: PublicationService; materialiser: Materialiser; queue: TenantQueue }) {
    this.system = system;
    this.publications = parts.publications;
    this.materialiser = parts.materialiser;
    this.queue = parts.queue;
  }

  /** Starts publishing an accepted proposal; a failure is logged and shown as the proposal's problem. */
  publishInBackground(tenantId: string, proposalId: string): void {
    this.queue
      .run(tenantId, () => this.publish(tenantId, proposalId))
      .catch((error: unknown) => {
        // Stopping is no failure: the proposal stays PUBLISHING and start() takes it up again.
        if (this.queue.signal.aborted) return;
        this.system.logger.error({ err: error, tenantId, proposalId }, 'publishing a mapping failed');
        void this.markFailed(tenantId, proposalId);
      });
  }

  /** Takes up what an earlier process left PUBLISHING. */
  async resume(): Promise<void> {
    const { rows } = await this.system.database.systemWork((db) =>
      sql`select tenant_id, id from mapping_proposal where status = 'PUBLISHING' order by created_at`.execute(db),
    );
    for (const row of rows) {
      const { tenant_id: tenantId, id } = waitingRow.parse(row);
      this.publishInBackground(tenantId, id);
    }
  }

  /**
   * Brings the typed tables up to date with a finished sync, and tells so even when nothing changed: whoever waits for this sync's records
   * learns that they are in. Nothing happens for objects that are not published.
   */
  onSyncFinished({ tenantId, payload }: DomainEvent<'connectors.sync-finished'>): Promise<void> {
    // What a sync landed before it failed counts too: the next one finds it unchanged.
    const touched = new Set(payload.objects.filter((object) => object.changed > 0 || object.removed > 0).map((object) => object.objectId));
    if (payload.status === 'FAILED' && touched.size === 0) return Promise.resolve();
    return this.queue.run(tenantId, async () => {
      const bindings = await this.bindingsOf(tenantId, payload.connectionId);
      if (bindings.length === 0) return;
      const changes = new Map<string, EntityChanges>();
      for (const binding of bindings) if (touched.has(binding.objectId)) await this.materialise(tenantId, binding, payload.syncId, changes);
      const mappedAt = this.system.clock();
      for (const binding of bindings)
        if (touched.has(binding.objectId) || binding.relations.some((relation) => touched.has(relation.targetObjectId)))
          await this.link(tenantId, binding, changes);
      await this.analyse(tenantId, bindings, changes);
      await this.tell(tenantId, { connectionId: payload.connectionId, proposalId: null, syncId: payload.syncId, changes, mappedAt });
    });
  }

  /** Follows raw records that changed or went outside any sync, which `changeId` marked; tells it once for each connection. */
  onRawChanged(tenantId: string, changeId: string, objectIds: ReadonlySet<string>): Promise<void> {
    if (objectIds.size === 0) return Promise.resolve();
    return this.queue.run(tenantId, async () => {
      const all = (await this.publications.current(tenantId))?.bindings ?? [];
      const connections = new Set(all.filter(({ objectId }) => objectIds.has(objectId)).map(({ connectionId }) => connectionId));
      for (const connectionId of connections) {
        const bindings = all.filter((binding) => binding.connectionId === connectionId);
        const changes = new Map<string, EntityChanges>();
        for (const binding of bindings) if (objectIds.has(binding.objectId)) await this.materialise(tenantId, binding, changeId, changes);
        for (const binding of bindings) await this.link(tenantId, binding, changes);
        await this.tell(tenantId, { connectionId, proposalId: null, syncId: null, changes });
      }
    });
  }

  /** Forgets a connection: its records, its sources in the model, its proposals. */
  onConnectionRemoved({ tenantId, payload: { connectionId } }: DomainEvent<'connectors.connection-removed'>): Promise<void> {
    return this.queue.run(tenantId, async () => {
      const bindings = await this.bindingsOf(tenantId, connectionId);
      const changes = new Map<string, EntityChanges>();
      for (const binding of bindings)
        count(changes, binding.entity, 0, await this.materialiser.clear(tenantId, binding.table, [binding.objectId]));
      const published = await this.system.database.unitOfWork(tenantId, async ({ em }) => {
        const [latest] = await em.find(
          ProposalRow,
          { tenantId, connectionId, publishedVersion: { $ne: null } },
          { orderBy: { publishedVersion: 'desc' }, limit: 1 },
        );
        if (latest) await em.nativeUpdate(ProposalRow, { tenantId, connectionId }, { status: 'SUPERSEDED' });
        await em.nativeDelete(NearMatchRow, { tenantId, objectId: { $in: bindings.map((binding) => binding.objectId) } });
        await em.nativeDelete(SourceRow, { tenantId, connectionId });
        return latest?.id ?? null;
      });
      if (published !== null) await this.publications.publishWithout(tenantId, connectionId, published);
      if (bindings.length > 0) await this.tell(tenantId, { connectionId, proposalId: null, syncId: null, changes });
      await this.system.database.unitOfWork(tenantId, ({ em }) => em.nativeDelete(ProposalRow, { tenantId, connectionId }));
    });
  }

  private async publish(tenantId: string, proposalId: string): Promise<void> {
    const proposal = await this.system.database.unitOfWork(tenantId, ({ em }) =>
      em.findOne(ProposalRow, { tenantId, id: proposalId, status: 'PUBLISHING' }),
    );
    if (proposal === null) return;
    const { connectionId } = proposal;
    const { current, previous } = await this.publications.publishProposal(tenantId, proposalId);
    const bindings = current.bindings.filter((binding) => binding.connectionId === connectionId);
    const changes = new Map<string, EntityChanges>();
    await this.clearMoved(tenantId, connectionId, bindings, previous?.bindings ?? [], changes);
    for (const binding of bindings) await this.materialise(tenantId, binding, null, changes);
    const mappedAt = this.system.clock();
    for (const binding of bindings) await this.link(tenantId, binding, changes);
    await this.analyse(tenantId, bindings, changes);
    const recordsUnified = await this.countRecords(tenantId, bindings);
    await this.tell(tenantId, { connectionId, proposalId, syncId: null, changes, mappedAt });
    await this.system.database.unitOfWork(tenantId, ({ em }) =>
      em.nativeUpdate(
        ProposalRow,
        { tenantId, id: proposalId, status: 'PUBLISHING' },
        { status: 'PUBLISHED', recordsUnified, problem: null },
      ),
    );
  }

  /** Rows of objects that filled another table before leave it. */
  private async clearMoved(
    tenantId: string,
    connectionId: string,
    bindings: readonly ObjectBinding[],
    before: readonly ObjectBinding[],
    changes: Map<string, EntityChanges>,
  ): Promise<void> {
    for (const old of before.filter((binding) => binding.connectionId === connectionId)) {
      if (bindings.some((binding) => binding.objectId === old.objectId && binding.table === old.table)) continue;
      count(changes, old.entity, 0, await this.materialiser.clear(tenantId, old.table, [old.objectId]));
    }
  }

  private async materialise(
    tenantId: string,
    binding: ObjectBinding,
    syncId: string | null,
    changes: Map<string, EntityChanges>,
  ): Promise<void> {
    const { changed, removed } = await this.materialiser.materialise(tenantId, binding, syncId);
    count(changes, binding.entity, changed, removed);
  }

  private async link(tenantId: string, binding: ObjectBinding, changes: Map<string, EntityChanges>): Promise<void> {
    const linked = await this.materialiser.link(tenantId, binding);
    const known = changes.get(binding.entity)?.changed ?? 0;
    // Rows that were just written are linked next: they count once.
    count(changes, binding.entity, Math.max(0, linked - known), 0);
  }

  private async analyse(tenantId: string, bindings: readonly ObjectBinding[], changes: ReadonlyMap<string, EntityChanges>): Promise<void> {
    const much = bindings.filter(
      ({ entity }) => (changes.get(entity)?.changed ?? 0) + (changes.get(entity)?.removed ?? 0) >= ANALYSE_FROM_ROWS,
    );
    if (much.length > 0)
      await this.materialiser.analyse(
        tenantId,
        much.map((binding) => binding.table),
      );
  }

  private async bindingsOf(tenantId: string, connectionId: string): Promise<ObjectBinding[]> {
    const publication = await this.publications.current(tenantId);
    return (publication?.bindings ?? []).filter((binding) => binding.connectionId === connectionId);
  }

  private async countRecords(tenantId: string, bindings: readonly ObjectBinding[]): Promise<number> {
    return this.system.database.unitOfWork(tenantId, (unit) =>
      unit.asTenant(async (db) => {
        let records = 0;
        for (const binding of bindings) {
          const { rows } = await sql<{
            n: number;
          }>`select count(*)::int as n from ${sql.id(binding.table)} where source_object_id = ${binding.objectId}::uuid`.execute(db);
          records += rows[0]?.n ?? 0;
        }
        return records;
      }),
    );
  }

  private async tell(
    tenantId: string,
    told: {
      connectionId: string;
      proposalId: string | null;
      syncId: string | null;
      changes: ReadonlyMap<string, EntityChanges>;
      mappedAt?: Date;
    },
  ): Promise<void> {
    const { changes, mappedAt, ...ids } = told;
    const event = mappedAt === undefined ? ids : { ...ids, mappedAt: mappedAt.toISOString() };
    const entities = [...changes]
      .filter(([, { changed, removed }]) => changed > 0 || removed > 0)
      .map(([name, numbers]) => ({ name, ...numbers }));
    await this.system.database.unitOfWork(tenantId, async (unit) => unit.emit('ontology.canonical-changed', { ...event, entities }));
  }

  private async markFailed(tenantId: string, proposalId: string): Promise<void> {
    const { code, message, extensions } = ontologyErrors.PUBLISHING_FAILED({});
    try {
      await this.system.database.unitOfWork(tenantId, async (unit) => {
        const proposal = await unit.em.findOne(ProposalRow, { tenantId, id: proposalId, status: 'PUBLISHING' });
        if (proposal === null) return;
        Object.assign(proposal, { status: 'FAILED', problem: { code, message, todo: extensions.todo } });
        unit.emit('ontology.publishing-failed', { proposalId, connectionId: proposal.connectionId, code, message });
      });
    } catch (error) {
      this.system.logger.error(
        { err: error, tenantId, proposalId },
        'a failed publication could not be marked; it is tried again at the next start',
      );
    }
  }
}

function count(changes: Map<string, EntityChanges>, entity: string, changed: number, removed: number): void {
  const known = changes.get(entity) ?? { changed: 0, removed: 0 };
  changes.set(entity, { changed: known.changed + changed, removed: known.removed + removed });
}
