import type { EntityScore, TableContext } from './choose-entity.ts';
import type { Reference } from './references.ts';

/** A table whose entity is settled; its fields are worked out from here. */
export interface TablePlan {
  readonly context: TableContext;
  readonly score: EntityScore | null;
  readonly name: string;
  readonly nameWords: readonly string[];
  readonly references: ReadonlyMap<string, Reference>;
}

/** Names an own attribute must not take: those of the canonical entity, which another source may feed one day. */
export function namesOf(plan: TablePlan): ReadonlySet<string> {
  const entity = plan.score?.prepared.entity;
  return new Set([...(entity?.attributes ?? []), ...(entity?.relations ?? []), ...(entity?.derived ?? [])].map((target) => target.name));
}

/** A name no field of the table has and none may not have: the wanted one, else with a suffix. */
export function freeAttribute(wanted: string, used: ReadonlySet<string>, reserved: ReadonlySet<string>, suffix: string): string {
  for (let n = 0; ; n += 1) {
    const name = n === 0 ? wanted : `${wanted}${suffix}${n === 1 ? '' : n}`;
    if (!used.has(name) && !reserved.has(name)) return name;
  }
}

/** Other words for a field, once each, in lower case, without its label. */
export function synonymsOf(label: string, texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.toLowerCase()))].filter((text) => text !== '' && text !== label.toLowerCase());
}
