import { sql } from 'kysely';
import { z } from 'zod';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import { ProposalRow, SourceRow } from '../mapping/proposal.entity.ts';
import { ontologyErrors } from '../ontology.errors.ts';
import type { ObjectBinding } from './binding.ts';
import type { ChangedGolden } from './entity-resolver.ts';
import { countRecords } from './count-records.ts';
import { NearMatchRow } from './publication.entity.ts';
import type { PublicationService } from './publication.service.ts';
import { type InForce, Round, type RoundParts } from './round.ts';
import { tellRound } from './tell-round.ts';
import type { TenantQueue } from './tenant-queue.ts';

const waitingRow = z.object({ tenant_id: z.uuid(), id: z.uuid() });

/** Carries out what changes typed tables: publications, syncs, removed connections; one at a time for each tenant. */
export class Publisher {
  private readonly system: System;
  private readonly publications: PublicationService;
  private readonly queue: TenantQueue;
  private readonly parts: RoundParts;

  constructor(system: System, parts: RoundParts & { publications: PublicationService; queue: TenantQueue }) {
    this.system = system;
    this.publications = parts.publications;
    this.queue = parts.queue;
    this.parts = parts;
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
      const inForce = await this.publications.current(tenantId);
      const bindings = (inForce?.bindings ?? []).filter(({ connectionId }) => connectionId === payload.connectionId);
      if (inForce === null || bindings.length === 0) return;
      const round = new Round(this.parts, tenantId);
      for (const binding of bindings) if (touched.has(binding.objectId)) await round.materialise(inForce, binding, payload.syncId);
      const mappedAt = this.system.clock();
      for (const binding of bindings)
        if (touched.has(binding.objectId) || binding.relations.some((relation) => touched.has(relation.targetObjectId)))
          await round.link(inForce, binding);
      await round.resolve(inForce, { objectIds: [...touched], changeId: payload.syncId });
      await round.refresh(inForce);
      await round.analyse(inForce);
      await tellRound(this.system, tenantId, round, {
        connectionId: payload.connectionId,
        proposalId: null,
        syncId: payload.syncId,
        mappedAt,
      });
    });
  }

  /** Follows raw records that changed or went outside any sync, which `changeId` marked; tells it once for each connection. */
  onRawChanged(tenantId: string, changeId: string, objectIds: ReadonlySet<string>): Promise<void> {
    if (objectIds.size === 0) return Promise.resolve();
    return this.queue.run(tenantId, async () => {
      const inForce = await this.publications.current(tenantId);
      if (inForce === null) return;
      const all = inForce.bindings;
      const connections = new Set(all.filter(({ objectId }) => objectIds.has(objectId)).map(({ connectionId }) => connectionId));
      for (const connectionId of connections) {
        const bindings = all.filter((binding) => binding.connectionId === connectionId);
        const round = new Round(this.parts, tenantId);
        for (const binding of bindings) if (objectIds.has(binding.objectId)) await round.materialise(inForce, binding, changeId);
        for (const binding of bindings) await round.link(inForce, binding);
        await round.resolve(inForce, { objectIds: [...objectIds], changeId });
        await round.refresh(inForce);
        await tellRound(this.system, tenantId, round, { connectionId, proposalId: null, syncId: null });
      }
    });
  }

  /**
   * Runs `work`, which changes who belongs to which golden record, between everything else that changes the tenant's tables; then links and
   * golden records follow. Nothing of it happens when the type has no golden records.
   */
  afterResolution<T extends { changedGolden: ChangedGolden }>(tenantId: string, entityName: string, work: () => Promise<T>): Promise<T> {
    return this.queue.run(tenantId, async () => {
      const result = await work();
      await this.follow(tenantId, entityName, (round, inForce, entity) => round.moved(inForce, entity, result.changedGolden));
      return result;
    });
  }

  /** Follows an edit of the model: objects that are mapped otherwise since are filled anew; told once for each connection. */
  remodelled(tenantId: string, previous: InForce, objectIds: ReadonlySet<string>): Promise<void> {
    return this.queue.run(tenantId, async () => {
      const current = await this.publications.current(tenantId);
      if (current === null) return;
      const touched = current.bindings.filter((binding) => objectIds.has(binding.objectId));
      for (const [connectionId, bindings] of Map.groupBy(touched, (binding) => binding.connectionId)) {
        const before = previous.bindings.filter((old) => bindings.some(({ objectId }) => objectId === old.objectId));
        const { round, mappedAt } = await this.fillAnew(tenantId, current, bindings, { ...previous, bindings: before });
        await tellRound(this.system, tenantId, round, { connectionId, proposalId: null, syncId: null, mappedAt });
      }
    });
  }

  /** Works golden records out anew, because what they are chosen by has changed, or what people say of them. */
  onGoldenOutdated({ tenantId, payload: { entityId, recordIds } }: DomainEvent<'ontology.golden-outdated'>): Promise<void> {
    const ids = recordIds ?? 'ALL';
    return this.queue.run(tenantId, () => this.follow(tenantId, entityId, async (round, _, entity) => round.reconsiderIds(entity, ids)));
  }

  /** Forgets a connection: its records, its sources in the model, its proposals. */
  onConnectionRemoved({ tenantId, payload: { connectionId } }: DomainEvent<'connectors.connection-removed'>): Promise<void> {
    return this.queue.run(tenantId, async () => {
      const before = await this.publications.current(tenantId);
      const bindings = (before?.bindings ?? []).filter((binding) => binding.connectionId === connectionId);
      const round = new Round(this.parts, tenantId);
      if (before !== null) for (const binding of bindings) await round.clear(before, binding);
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
      // By the model of before: types that nothing feeds any more have golden records too.
      if (before !== null) await round.refresh(before);
      if (published !== null) await this.publications.publishWithout(tenantId, connectionId, published);
      if (bindings.length > 0) await tellRound(this.system, tenantId, round, { connectionId, proposalId: null, syncId: null });
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
    const before = (previous?.bindings ?? []).filter((binding) => binding.connectionId === connectionId);
    const { round, mappedAt } = await this.fillAnew(tenantId, current, bindings, previous && { ...previous, bindings: before });
    const recordsUnified = await countRecords(this.system, tenantId, bindings);
    await tellRound(this.system, tenantId, round, { connectionId, proposalId, syncId: null, mappedAt });
    await this.system.database.unitOfWork(tenantId, ({ em }) =>
      em.nativeUpdate(
        ProposalRow,
        { tenantId, id: proposalId, status: 'PUBLISHING' },
        { status: 'PUBLISHED', recordsUnified, problem: null },
      ),
    );
  }

  /** Fills the tables of objects that are mapped otherwise than before. */
  private async fillAnew(
    tenantId: string,
    current: InForce,
    bindings: readonly ObjectBinding[],
    previous: InForce | null,
  ): Promise<{ round: Round; mappedAt: Date }> {
    const objectIds = bindings.map(({ objectId }) => objectId);
    const round = new Round(this.parts, tenantId);
    // Rows of objects that filled another table before leave it.
    for (const old of previous?.bindings ?? [])
      if (previous !== null && !bindings.some(({ objectId, table }) => objectId === old.objectId && table === old.table))
        await round.clear(previous, old);
    if (previous !== null) await round.refresh(previous);
    for (const binding of bindings) await round.materialise(current, binding, null);
    const mappedAt = this.system.clock();
    for (const binding of bindings) await round.link(current, binding);
    await round.resolve(current, { objectIds, changeId: null });
    round.reconsider(current, objectIds);
    await round.refresh(current);
    await round.analyse(current);
    return { round, mappedAt };
  }

  private async follow(
    tenantId: string,
    named: string,
    change: (round: Round, inForce: InForce, entity: ModelEntity) => Promise<void>,
  ): Promise<void> {
    const inForce = await this.publications.current(tenantId);
    const entity = inForce?.model.entities.find(({ id, name }) => id === named || name === named);
    const connectionId = entity?.sources[0]?.connectionId;
    if (inForce === null || entity === undefined || connectionId === undefined) return;
    const round = new Round(this.parts, tenantId);
    await change(round, inForce, entity);
    await round.refresh(inForce);
    if (round.changes.size > 0) await tellRound(this.system, tenantId, round, { connectionId, proposalId: null, syncId: null });
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
