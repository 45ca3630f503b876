import { createHash } from 'node:crypto';
import { entitiesOf } from '../answer/limits.ts';
import type { Whole } from '../answer/knowledge.ts';
import { fieldsOfPlan } from '../plan/plan-walk.ts';
import type { QueryPlan } from '../plan/query-plan.ts';

/**
 * A fingerprint of everything a plan rests on: the attributes it reads and the columns that feed them, the ways between entities, and the
 * definitions of its metrics. It moves when any of that is not what it was.
 */
export function basisOf(whole: Pick<Whole, 'model' | 'metrics'>, plan: QueryPlan): string {
  const { model, metrics } = whole;
  const read = fieldsOfPlan(plan).map(({ entity, field }) => {
    const at = model.resolve(entity, field);
    const fed = at?.entity.sources.flatMap((source) =>
      source.fields.filter((each) => each.attribute === at.attribute?.name).map((each) => [source.objectId, each.column]),
    );
    return [entity, field.path, at?.entity.name, at?.attribute?.id, at?.attribute?.type, at?.attribute?.column, fed];
  });
  const entities = entitiesOf({ model }, plan).map((name) => {
    const entity = model.find(name);
    return [name, entity?.table, entity?.relations.map(({ name: relation, target, column }) => [relation, target, column])];
  });
  const computed = plan.measures.map(({ metric }) => {
    const bound = metric === null ? undefined : metrics.get(metric);
    return [metric, bound?.definition.formula, bound?.computation?.expression, bound?.computation?.sources];
  });
  return createHash('sha256')
    .update(JSON.stringify([read, entities, computed]))
    .digest('base64url')
    .slice(0, FINGERPRINT_CHARACTERS);
}

const FINGERPRINT_CHARACTERS = 32;
