import { sql, type RawBuilder } from 'kysely';
import type { ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { Access, AppliedRowRule } from './access.ts';
import { matches, NOTHING } from './matches.ts';

/** To-one steps that a hidden record hides others over. */
const MAX_CASCADE_STEPS = 4;
/** Sub-selects of one condition; rules that come to more hide everything. */
const MAX_SUB_SELECTS = 120;

type Condition = RawBuilder<unknown>;

/** Writes row rules as conditions on the rows of typed tables. Every literal is bound. */
export class RowConditions {
  readonly #entities: ReadonlyMap<string, ModelEntity>;
  readonly #rules: Map<string, AppliedRowRule[]>;
  /** Entity types with a rule that cascades, or that lead to one: nothing else can hide what leads to it. */
  readonly #hiding: ReadonlySet<string>;
  #aliases = 0;
  #selects = 0;

  constructor(model: SemanticModel, { rowRules }: Access) {
    this.#entities = new Map(model.entities.map((entity) => [entity.name, entity]));
    this.#rules = Map.groupBy(rowRules, (rule) => rule.entityType);
    this.#hiding = leadingTo(model, new Set(rowRules.filter(({ cascade }) => cascade).map(({ entityType }) => entityType)));
  }

  /** What a row of the entity must meet to be visible; null: nothing. */
  of(entity: ModelEntity, alias: string): Condition | null {
    if (this.#rules.size === 0) return null;
    const before = this.#selects;
    const condition = this.#all(entity, alias, { from: [], onlyCascading: false });
    return condition !== null && this.#selects - before > MAX_SUB_SELECTS ? NOTHING : condition;
  }

  /** The ids of the entity's visible records as a sub-select; null: all of them. */
  visibleIds(entity: ModelEntity): Condition | null {
    const alias = this.#alias();
    const condition = this.of(entity, alias);
    return condition === null ? null : this.#select(entity, alias, condition);
  }

  /** Names of the rules that limit an entity's rows, also through what its records lead to. */
  names(entity: ModelEntity): string[] {
    const found = new Set<string>();
    const walk = (at: ModelEntity, from: readonly string[]): void => {
      for (const rule of this.#rules.get(at.name) ?? []) if (from.length === 0 || rule.cascade) found.add(rule.name);
      for (const target of this.#targets(at, from)) walk(target.entity, [...from, at.name]);
    };
    walk(entity, []);
    return [...found];
  }

  #all(entity: ModelEntity, alias: string, { from, onlyCascading }: { from: readonly string[]; onlyCascading: boolean }): Condition | null {
    const own = (this.#rules.get(entity.name) ?? [])
      .filter((rule) => !onlyCascading || rule.cascade)
      .map((rule) => this.#path(entity, alias, rule.path, rule));
    const led = this.#targets(entity, from).flatMap(({ column, entity: target }) => {
      const inner = this.#alias();
      const condition = this.#all(target, inner, { from: [...from, entity.name], onlyCascading: true });
      if (condition === null) return [];
      const leads = sql.id(alias, column);
      return [sql`(${leads} is null or ${leads} in ${this.#select(target, inner, condition)})`];
    });
    const conditions = [...own, ...led];
    return conditions.length === 0 ? null : sql`(${sql.join(conditions, sql` and `)})`;
  }

  /** Where a record leads, without going in circles: a colleague's manager in another region hides nobody. */
  #targets(entity: ModelEntity, from: readonly string[]): { column: string; entity: ModelEntity }[] {
    if (from.length >= MAX_CASCADE_STEPS) return [];
    return entity.relations.flatMap(({ target, column }) => {
      const found = target === entity.name || from.includes(target) || !this.#hiding.has(target) ? undefined : this.#entities.get(target);
      return found === undefined ? [] : [{ column, entity: found }];
    });
  }

  #path(entity: ModelEntity, alias: string, [step, ...rest]: readonly string[], rule: AppliedRowRule): Condition {
    const relation = entity.relations.find(({ name }) => name === step);
    if (rest.length > 0) {
      const target = relation === undefined ? undefined : this.#entities.get(relation.target);
      if (relation === undefined || target === undefined) return NOTHING;
      const inner = this.#alias();
      return sql`${sql.id(alias, relation.column)} in ${this.#select(target, inner, this.#path(target, inner, rest, rule))}`;
    }
    const attribute = entity.attributes.find(({ name }) => name === step);
    if (attribute !== undefined) return matches(sql.id(alias, attribute.column), attribute.type, rule);
    return relation === undefined ? NOTHING : matches(sql.id(alias, relation.sourceColumn), 'TEXT', rule);
  }

  #alias(): string {
    this.#aliases += 1;
    return `rule_${this.#aliases}`;
  }

  #select(entity: ModelEntity, alias: string, condition: Condition): Condition {
    this.#selects += 1;
    return sql`(select ${sql.id(alias, 'id')} from ${sql.id(entity.table)} as ${sql.id(alias)} where ${condition})`;
  }
}

/** These entity types and all from which relations lead to one of them. */
function leadingTo(model: SemanticModel, types: Set<string>): Set<string> {
  for (let before = -1; before < types.size;) {
    before = types.size;
    for (const { name, relations } of model.entities) if (relations.some(({ target }) => types.has(target))) types.add(name);
  }
  return types;
}
