import type { ModelEntity } from '../../../schema/events/semantic-model.ts';

/** Entity types so that those that others lead to come before them, as far as relations do not go in circles; else in the order given. */
export function targetsFirst(entities: readonly ModelEntity[]): ModelEntity[] {
  const byName = new Map(entities.map((entity) => [entity.name, entity]));
  const placed = new Set<string>();
  const order: ModelEntity[] = [];
  const place = (entity: ModelEntity): void => {
    if (placed.has(entity.name)) return;
    placed.add(entity.name);
    for (const { target } of entity.relations) {
      const found = byName.get(target);
      if (found !== undefined) place(found);
    }
    order.push(entity);
  };
  for (const entity of entities) place(entity);
  return order;
}
