import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import { ProposalRow } from '../mapping/proposal.entity.ts';
import { type GraphDraft, type MappingInForce, type MetricUse, graphOf } from './lineage-graph.ts';
import { MetricUseRow } from './metric-use.entity.ts';

/** Knows how sources, mappings, attributes and metrics hang together now. */
export class LineageService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** The whole graph of a tenant's model. */
  async graph(tenantId: string, model: SemanticModel): Promise<GraphDraft> {
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const published = await em.find(
        ProposalRow,
        { tenantId, publishedVersion: { $ne: null }, status: { $ne: 'SUPERSEDED' } },
        { orderBy: { publishedVersion: 'asc' }, fields: ['id', 'connectionId', 'publishedVersion'] },
      );
      const mappings = new Map(
        published.map(({ id, connectionId, publishedVersion }): [string, MappingInForce] => [
          connectionId,
          { proposalId: id, version: publishedVersion ?? null },
        ]),
      );
      const used = await em.findOne(MetricUseRow, { tenantId });
      return graphOf(model, mappings, used?.metrics ?? []);
    });
  }

  /** Keeps what metrics are computed of, once; an older event changes nothing. */
  async onMetricsRefreshed({ tenantId, sequence, payload }: DomainEvent<'insights.metrics-refreshed'>): Promise<void> {
    const metrics: readonly MetricUse[] | undefined = payload.metrics;
    if (metrics === undefined) return;
    await this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const known = await em.findOne(MetricUseRow, { tenantId });
      if (known === null) em.create(MetricUseRow, { tenantId, sequence, metrics }, { persist: true });
      else if (known.sequence < sequence) Object.assign(known, { sequence, metrics });
    });
  }
}
