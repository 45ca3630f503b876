import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { numberChanges } from './number-changes.ts';

/** Places everything that was noted in the feed, and tells those who follow; in the same transaction. */
export async function tellChanges(unit: UnitOfWork): Promise<void> {
  const numbered = await unit.asTenant((db) => numberChanges(db as never));
  for (const { entity, from, upTo, changed, removed, whole } of numbered) unit.emit('ontology.records-changed', { entity, from, upTo, changed, removed, whole }); // prettier-ignore
}
