import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';

/** Computed attributes in an order in which each follows what it is worked out of, or the circle that leaves none. */
export function orderOf({ attributes }: Pick<ModelEntity, 'attributes'>): { order: ModelAttribute[] } | { cycle: string[] } {
  const computed = new Map(attributes.filter((each) => each.computed != null).map((each) => [each.name, each]));
  const order: ModelAttribute[] = [];
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): string[] | null => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    const attribute = computed.get(name);
    if (attribute === undefined || done.has(name)) return null;
    for (const input of attribute.computed?.inputs ?? []) {
      const cycle = visit(input, [...path, name]);
      if (cycle !== null) return cycle;
    }
    done.add(name);
    order.push(attribute);
    return null;
  };
  for (const name of computed.keys()) {
    const cycle = visit(name, []);
    if (cycle !== null) return { cycle };
  }
  return { order };
}
