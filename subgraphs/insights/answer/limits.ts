import type { CompiledQuery } from 'kysely';
import { OPEN_GUARD } from '../../kernel/data-access/guard.ts';
import { fieldsOfPlan } from '../plan/plan-walk.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { compilePlan } from '../sql/compile-plan.ts';
import { readableSql } from '../sql/readable-sql.ts';
import type { Knowledge } from './knowledge.ts';

/** Every entity type a plan reads, joins and conditions included. */
export function entitiesOf({ model }: Pick<Knowledge, 'model'>, plan: QueryPlan): string[] {
  const found = new Set(plan.sources.map(({ entity }) => entity));
  for (const { entity, field } of fieldsOfPlan(plan)) {
    found.add(entity);
    field.path.forEach((_, index) => {
      const at = model.resolve(entity, { path: field.path.slice(0, index + 1), attribute: 'id' });
      if (at !== null) found.add(at.entity.name);
    });
  }
  return [...found];
}

/** Names of the rules about rows that an answer was computed under. */
export function limitedBy(knowledge: Pick<Knowledge, 'model' | 'guard'>, plan: QueryPlan): string[] {
  const { guard, model } = knowledge;
  if (!guard.access.restricted) return [];
  const rules = entitiesOf(knowledge, plan).flatMap((name) => {
    const entity = model.find(name);
    return entity === null ? [] : guard.rowRules(entity);
  });
  return [...new Set(rules)];
}

/**
 * The statement for people to read. Under rules it reads from what the viewer sees of each table, which stands under the table's name: rules
 * may hold what is not the viewer's to know.
 */
export function shownSql({ guard, model }: Knowledge, plan: QueryPlan, compiled: CompiledQuery): string {
  if (!guard.access.restricted) return readableSql(compiled);
  return `-- Of each table what your role sees.\n${readableSql(compilePlan(plan, { ...model, table: (entity) => OPEN_GUARD.table(entity) }))}`;
}
