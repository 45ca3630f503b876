import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import type { RunEvent } from './run-facts.ts';

/** Where in the history an event stands. */
export function told({ sequence, occurredAt }: DomainEvent): { order: number; at: string } {
  return { order: sequence, at: occurredAt.toISOString() };
}

export function discoveredFact(event: DomainEvent<'connectors.schema-discovered'>): RunEvent {
  const { objects, skipped } = event.payload;
  return {
    fact: 'discovered',
    ...told(event),
    tables: objects.length,
    columns: sum(objects, ({ columns }) => columns.length),
    records: sum(objects, ({ rowCount }) => rowCount),
    skipped: skipped.length,
  };
}

/** `unifiedBefore`: whether the connection's records have been unified before this sync. */
export function syncedFact(event: DomainEvent<'connectors.sync-finished'>, unifiedBefore: boolean): RunEvent {
  const { status, problem, objects } = event.payload;
  const changed = sum(objects, (object) => object.changed);
  const removed = sum(objects, (object) => object.removed);
  return {
    fact: 'synced',
    ...told(event),
    failure: status === 'FAILED' ? (problem ?? 'The sync failed; its reason was not recorded.') : null,
    records: sum(objects, (object) => object.records),
    changed,
    removed,
    quarantined: sum(objects, (object) => object.quarantined),
    nothingNew: objects.length === 0 || (unifiedBefore && changed === 0 && removed === 0),
  };
}

export function proposedFact(event: DomainEvent<'ontology.mapping-proposed'>): RunEvent {
  const { proposalId, tables, fields, lowestConfidence } = event.payload;
  return { fact: 'proposed', ...told(event), proposalId, tables, fields, lowestConfidence };
}

export function publishedFact(event: DomainEvent<'ontology.published'>): RunEvent {
  const { proposalId, decidedBy, model } = event.payload;
  return { fact: 'published', ...told(event), proposalId, decidedBy, version: model.version, entities: model.entities.length };
}

export function unifiedFact(event: DomainEvent<'ontology.canonical-changed'>): RunEvent {
  const { proposalId, entities } = event.payload;
  return { fact: 'unified', ...told(event), proposalId, entities };
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
