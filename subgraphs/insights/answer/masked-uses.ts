import type { MaskMode } from '../../kernel/data-access/data-rule.ts';
import type { Guard } from '../../kernel/data-access/guard.ts';
import type { ModelIndex } from '../model/model-index.ts';
import { aggregatesOf, fieldsOfPlan } from '../plan/plan-walk.ts';
import type { Expression, FieldRef, QueryPlan } from '../plan/query-plan.ts';

/** A masked attribute that a plan would tell more of than its mask leaves. */
export interface MaskedUse {
  entity: string;
  attribute: string;
  mode: MaskMode;
}

const nameOf = (entity: string, field: FieldRef): string => JSON.stringify([entity, field.path, field.attribute]);

/** Fields that are only listed, and those whose values are only told apart: counted, grouped by. */
function harmless(plan: QueryPlan): { listed: Set<string>; toldApart: Set<string> } {
  const at = (index: number): string => plan.sources[index]?.entity ?? '';
  const listed = plan.columns.map((field) => nameOf(at(0), field));
  const keys = plan.sources.flatMap(({ entity, keys: fields }) =>
    fields.flatMap((field, index) => (plan.groupBy[index]?.grain == null ? [nameOf(entity, field)] : [])),
  );
  const counted = plan.measures.flatMap(({ expression }) =>
    aggregatesOf(expression).flatMap((leaf) => {
      const field = fieldAlone(leaf.of);
      return field !== null && (leaf.function === 'count' || leaf.function === 'countDistinct') ? [nameOf(at(leaf.source), field)] : [];
    }),
  );
  return { listed: new Set(listed), toldApart: new Set([...listed, ...keys, ...counted]) };
}

const fieldAlone = (expression: Expression | null): FieldRef | null => (expression?.kind === 'field' ? expression.field : null);

/**
 * What a plan reads that the viewer does not see: hidden attributes in any way, pseudonyms but to tell values apart, parts but to show them.
 * A field that is used both ways counts as the worse one.
 */
export function maskedUses(plan: QueryPlan, model: ModelIndex, guard: Guard): MaskedUse[] {
  const { listed, toldApart } = harmless(plan);
  const times = new Map<string, number>();
  const fields = fieldsOfPlan(plan);
  for (const { entity, field } of fields) times.set(nameOf(entity, field), (times.get(nameOf(entity, field)) ?? 0) + 1);
  const uses = fields.flatMap(({ entity, field }): MaskedUse[] => {
    const at = model.resolve(entity, field);
    const mode = at?.attribute == null ? null : guard.maskOf(at.entity, at.attribute.name);
    if (at?.attribute == null || mode === null) return [];
    const name = nameOf(entity, field);
    const once = times.get(name) === 1;
    const fine = (mode === 'PARTIAL' && once && listed.has(name)) || (mode === 'PSEUDONYM' && once && toldApart.has(name));
    return fine ? [] : [{ entity: at.entity.name, attribute: at.attribute.name, mode }];
  });
  return uses.filter((use, index) => uses.findIndex((other) => other.entity === use.entity && other.attribute === use.attribute) === index);
}
