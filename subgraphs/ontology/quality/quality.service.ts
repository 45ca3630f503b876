import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import { keyOf } from '../model/names.ts';
import type { PublicationService } from '../publishing/publication.service.ts';
import type { TenantQueue } from '../publishing/tenant-queue.ts';
import { type ControlTotalRow, DataTestRow, EntityQualityRow } from './quality.entity.ts';
import { nameOf } from './names.ts';
import { qualityOf } from './score.ts';
import { MAX_TESTS, type TestsService } from './tests.service.ts';
import type { TotalsService } from './totals.service.ts';

interface Parts {
  readonly publications: PublicationService;
  readonly queue: TenantQueue;
  readonly tests: TestsService;
  readonly totals: TotalsService;
}

/** Looks at records after every publication and sync, and tells when how good they are has changed. */
export class QualityService {
  private readonly system: System;
  private readonly parts: Parts;

  constructor(system: System, parts: Parts) {
    this.system = system;
    this.parts = parts;
  }

  /** Measures what a sync or publication brought, and runs the tests of what it changed; in the tenant's queue, so that nothing fills tables meanwhile. */
  onRecordsChanged({ tenantId, payload }: DomainEvent<'ontology.canonical-changed'>): Promise<void> {
    const { publications, queue, tests, totals } = this.parts;
    return queue.run(tenantId, async () => {
      const publication = await publications.current(tenantId);
      if (publication === null) return;
      const { model, bindings } = publication;
      const changed = new Set(payload.entities.map(({ name }) => name));
      for (const binding of bindings) {
        if (binding.connectionId !== payload.connectionId) continue;
        const entity = model.entities.find(({ sources }) => sources.some(({ objectId }) => objectId === binding.objectId));
        if (entity === undefined || (!changed.has(entity.name) && payload.proposalId === null)) continue;
        changed.add(entity.name);
        const objectName = entity.sources.find(({ objectId }) => objectId === binding.objectId)?.objectName ?? '';
        await totals.measure(tenantId, { binding, entity, objectName, syncId: payload.syncId }, queue.signal);
      }
      for (const entity of model.entities) {
        if (!changed.has(entity.name)) continue;
        queue.signal.throwIfAborted();
        await tests.propose(tenantId, entity);
        await tests.run(tenantId, entity);
      }
      await this.settle(tenantId, model, changed);
    });
  }

  async onConnectionRemoved({ tenantId, payload: { connectionId } }: DomainEvent<'connectors.connection-removed'>): Promise<void> {
    await this.parts.totals.forget(tenantId, connectionId);
  }

  /** Runs the tests of an entity type now. @returns them, or null when nothing of the name is published */
  async runNow(tenantId: string, entityName: string): Promise<DataTestRow[] | null> {
    const model = await this.parts.publications.model(tenantId);
    const entity = model?.entities.find(({ name }) => name === entityName);
    if (model === null || entity === undefined) return null;
    await this.system.database.unitOfWork(tenantId, async (unit) => {
      unit.audit({
        action: 'data-tests.run',
        subject: { type: 'EntityType', id: entity.id },
        before: null,
        after: { entityType: entityName },
      });
    });
    await this.parts.tests.propose(tenantId, entity);
    const tests = await this.parts.tests.run(tenantId, entity);
    await this.settle(tenantId, model, new Set([entityName]));
    return tests;
  }

  /** What tests and totals of an entity type come to now; null before anything was looked at. */
  quality(tenantId: string, entityNames: readonly string[]): Promise<(EntityQualityRow | null)[]> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(EntityQualityRow, { tenantId, entityName: { $in: [...entityNames] } });
      return entityNames.map((name) => rows.find((row) => row.entityName === name) ?? null);
    });
  }

  /** Keeps what tests and totals come to, and tells what is new of it. */
  async settle(tenantId: string, model: SemanticModel, names: ReadonlySet<string>): Promise<void> {
    const looked = model.entities.filter(({ name }) => names.has(name));
    const totals = new Map<string, ControlTotalRow[]>();
    for (const { id, sources } of looked) {
      const objectIds = sources.map(({ objectId }) => objectId);
      totals.set(id, await this.parts.totals.latest(tenantId, objectIds));
    }
    await this.system.database.unitOfWork(tenantId, async (unit) => {
      const told = [];
      for (const entity of looked) {
        const entityName = keyOf(entity);
        const tests = await unit.em.find(DataTestRow, { tenantId, entityName }, { limit: MAX_TESTS });
        const facts = qualityOf(tests, totals.get(entity.id) ?? [], (key) => nameOf(entity, key));
        const known = await unit.em.findOne(EntityQualityRow, { tenantId, entityName });
        const before = known?.failing ?? 0;
        if (known !== null && known.score === facts.score && JSON.stringify(known.reasons) === JSON.stringify(facts.reasons)) continue;
        await unit.em.upsert(EntityQualityRow, {
          tenantId,
          entityName,
          ...facts,
          reasons: [...facts.reasons],
          changedAt: this.system.clock(),
        });
        // That nothing is wrong with what was never looked at before is no news.
        if (known !== null || facts.failing > 0)
          told.push({ name: entityName, label: entity.label, ...facts, reasons: [...facts.reasons], before });
      }
      if (told.length > 0) unit.emit('ontology.quality-changed', { entities: told });
    });
  }
}
