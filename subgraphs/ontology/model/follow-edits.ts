import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import { isGolden } from '../golden/tables.ts';
import type { ObjectBinding } from '../publishing/binding.ts';
import { NearMatchRow, PublicationRow } from '../publishing/publication.entity.ts';
import type { Publisher } from '../publishing/publisher.ts';

/** Fills anew what an edited model maps otherwise; may be told twice. */
export async function followEdits(system: System, publisher: Publisher, event: DomainEvent<'ontology.edited'>): Promise<void> {
  const { tenantId, payload } = event;
  const { version } = payload.model;
  const [previous, current] = await system.database.unitOfWork(tenantId, async ({ em }) => [
    await em.findOne(PublicationRow, { tenantId, version: version - 1 }),
    await em.findOne(PublicationRow, { tenantId, version }),
  ]);
  if (previous == null || current == null) return;
  await renameNearMatches(system, tenantId, previous.bindings, current.bindings);
  const before = new Map(previous.bindings.map((binding) => [binding.objectId, shape(binding)]));
  const changed = current.bindings.filter((binding) => before.get(binding.objectId) !== shape(binding)).map(({ objectId }) => objectId);
  const golden = new Set(previous.model.entities.filter(isGolden).map(({ id }) => id));
  const begun = current.model.entities.filter((entity) => isGolden(entity) && !golden.has(entity.id));
  const objectIds = new Set([...changed, ...begun.flatMap(({ sources }) => sources.map(({ objectId }) => objectId))]);
  if (objectIds.size > 0) await publisher.remodelled(tenantId, previous, objectIds);
}

/** How an object fills its table, names aside: whoever renames something changes no record. */
function shape(binding: ObjectBinding): string {
  return JSON.stringify({ ...binding, entity: null, relations: binding.relations.map((relation) => ({ ...relation, name: null })) });
}

/** Near matches are kept by the names of type and relation. */
async function renameNearMatches(
  { database }: System,
  tenantId: string,
  before: readonly ObjectBinding[],
  after: readonly ObjectBinding[],
): Promise<void> {
  const renamed = after.flatMap(({ objectId, entity, relations }) => {
    const old = before.find((binding) => binding.objectId === objectId);
    return relations.flatMap(({ name, column }) => {
      const was = old?.relations.find((relation) => relation.column === column);
      return old === undefined || was === undefined || (was.name === name && old.entity === entity)
        ? []
        : [{ objectId, was: was.name, name, entity }];
    });
  });
  if (renamed.length === 0) return;
  await database.unitOfWork(tenantId, async ({ em }) => {
    for (const { objectId, was, name, entity } of renamed)
      await em.nativeUpdate(NearMatchRow, { tenantId, objectId, relation: was }, { relation: name, entityName: entity });
  });
}
