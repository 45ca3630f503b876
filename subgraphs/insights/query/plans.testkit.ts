import fc from 'fast-check';
import { indexModel } from '../model/model-index.ts';
import type { FieldRef } from '../plan/query-plan.ts';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';

const FUNCTIONS = ['count', 'countDistinct', 'sum', 'average', 'min', 'max', 'median', 'correlation'] as const;
const GRAINS = ['year', 'quarter', 'month', 'week', 'day', 'weekday', 'monthOfYear', 'hour', 'fiscalYear', 'fiscalQuarter'] as const;
const WORDS = ['won', '', "'; drop table account; --", '2025-02-30', '2025-03-01', '\0', 'pg_user', '100', '%_%', 'true'] as const;
const NUMBERS = [0, 1, -1, 1.5, 1e15, 1e300, Number.MAX_SAFE_INTEGER, 12, 24] as const;

/** Plans in every form there is, of fields that a model has, and of some that it has not: most are wrong somewhere. */
export function anyPlan(model: SemanticModel): fc.Arbitrary<unknown> {
  return fc
    .oneof(
      { weight: 15, arbitrary: fc.constantFrom(...model.entities.map(({ name }) => name)) },
      { weight: 1, arbitrary: fc.constantFrom('pg_user', 'account; drop') },
    )
    .chain((entity) => planOf(model, entity));
}

function planOf(model: SemanticModel, entity: string): fc.Arbitrary<unknown> {
  const index = indexModel(model);
  const entities = [...model.entities.map(({ name }) => name), 'pg_user', 'account; drop'];
  const own = index.paths(model.entities.some(({ name }) => name === entity) ? entity : (model.entities[0]?.name ?? ''));
  const fields = own.flatMap(({ relations, target }) =>
    [...index.entity(target).attributes.map((each) => each.name), 'id'].map((attribute): FieldRef => ({ path: relations, attribute })),
  );
  // What can be computed with, and dates, are few among all fields: most of those asked for are of them.
  const typed = (types: readonly string[]): FieldRef[] => fields.filter((each) => types.includes(index.resolve(entity, each)?.attribute?.type ?? ''));
  const [numbers, dates] = [typed(['INTEGER', 'DECIMAL', 'MONEY', 'PERCENT']), typed(['DATE', 'DATETIME'])];
  const amount = fc.constantFrom(...(numbers.length > 0 ? numbers : fields));
  const date = fc.constantFrom(...(dates.length > 0 ? dates : fields));
  const field = fc.oneof({ weight: 60, arbitrary: fc.constantFrom(...fields) }, { weight: 1, arbitrary: fc.constant({ path: ['up'], attribute: 'relname' }) });
  const number = fc.constantFrom(...NUMBERS);
  const word = fc.constantFrom(...WORDS);
  const operator = fc.constantFrom('+', '-', '*', '/');
  const comparison = fc.constantFrom('<', '<=', '>', '>=', '=', '<>');
  const negated = fc.boolean();
  const kind = <Kind extends string>(name: Kind): fc.Arbitrary<Kind> => fc.constant(name);
  const { filter, formula } = fc.letrec((tie) => ({
    expression: fc.oneof(
      { maxDepth: 3 },
      fc.record({ kind: kind('field'), field: fc.oneof({ weight: 6, arbitrary: amount }, { weight: 1, arbitrary: field }) }),
      fc.record({ kind: kind('number'), value: number }),
      fc.record({ kind: kind('days'), from: date, to: date }),
      fc.record({ kind: kind('grain'), field: date, grain: fc.constantFrom(...GRAINS) }),
      fc.record({ kind: kind('arithmetic'), operator, left: tie('expression'), right: tie('expression') }),
    ),
    filter: fc.oneof(
      { maxDepth: 2 },
      fc.record({ kind: kind('equals'), field, values: fc.array(fc.oneof(word, number, fc.boolean()), { minLength: 1, maxLength: 3 }), negated }),
      fc.record({ kind: kind('compare'), of: tie('expression'), operator: comparison, value: number }),
      fc.record({ kind: kind('text'), field, match: fc.constantFrom('contains', 'starts', 'ends'), text: word, negated }),
      fc.record({ kind: kind('blank'), field, negated }),
      fc.record({ kind: kind('time'), field: date, from: fc.constantFrom(null, '2025-01-01', '2025-13-01'), to: fc.constantFrom(null, '2025-02-01') }),
      fc.record({ kind: kind('datePart'), field: date, part: fc.constantFrom('month', 'weekday', 'hour'), values: fc.array(fc.integer({ min: -1, max: 25 }), { minLength: 1, maxLength: 2 }) }),
      fc.record({
        kind: kind('related'),
        entity: fc.constantFrom(...entities),
        relation: fc.constantFrom(...model.entities.flatMap(({ relations }) => relations.map(({ name }) => [name]))),
        filters: fc.array(tie('filter'), { maxLength: 1 }),
        negated,
      }),
      fc.record({
        kind: kind('nested'),
        field,
        operator: fc.oneof(fc.constant('in'), comparison),
        negated,
        set: fc.record({ entity: fc.constantFrom(...entities), field, function: fc.constantFrom(null, 'min', 'max', 'average', 'sum'), filters: fc.constant([]), counted: fc.constant(null) }),
      }),
      fc.record({ kind: kind('any'), filters: fc.array(tie('filter'), { minLength: 1, maxLength: 2 }) }),
    ),
    formula: fc.oneof(
      { maxDepth: 2 },
      fc.record(
        {
          kind: kind('aggregate'),
          source: fc.constantFrom(0, 0, 0, 0, 0, 0, 1),
          function: fc.constantFrom(...FUNCTIONS.filter((name) => name !== 'correlation'), ...FUNCTIONS),
          of: fc.option(tie('expression')),
          overTime: fc.constantFrom('last', 'first', 'average', 'running'),
          filters: fc.array(tie('filter'), { maxLength: 1 }),
        },
        { requiredKeys: ['kind', 'source', 'function', 'of', 'filters'] },
      ),
      fc.record({ kind: kind('constant'), value: number }),
      fc.record({ kind: kind('combine'), operator, left: tie('formula'), right: tie('formula') }),
    ),
  }));
  const period = fc.constantFrom(null, null, { from: '2025-01-01', to: '2025-07-01', label: 'H1', relative: false });
  return fc
    .record({
      shape: fc.constantFrom('value', 'groups', 'list'),
      filters: fc.array(filter, { maxLength: 1 }),
      keys: fc.array(field, { minLength: 1, maxLength: 2 }),
      grain: fc.option(fc.constantFrom(...GRAINS), { freq: 2 }),
      expressions: fc.array(formula, { minLength: 1, maxLength: 2 }),
      columns: fc.array(field, { minLength: 1, maxLength: 3 }),
      having: fc.array(fc.record({ measure: fc.constantFrom(0, 0, 0, 0, 5), operator: comparison, value: number }), { maxLength: 1 }),
      timeField: fc.option(date),
      period,
      compare: period,
      distinct: fc.boolean(),
      limit: fc.constantFrom(1, 10, 100, 500, 500, 5_000),
      order: fc.array(fc.record({ by: fc.constantFrom('measure', 'measure', 'dimension', 'column'), index: fc.constantFrom(0, 0, 0, 9), direction: fc.constantFrom('asc', 'desc') }), { maxLength: 1 }),
      broken: fc.oneof({ weight: 15, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.record({ version: fc.constant(1), shape: fc.jsonValue() }) }),
    })
    .map(({ shape, filters, keys, grain, expressions, columns, broken, timeField, ...rest }) => {
      const grouped = shape === 'groups' ? keys : [];
      return broken !== null
        ? broken
        : {
            version: 1,
            shape,
            sources: [{ entity, filters, timeField, keys: grouped }],
            measures:
              shape === 'list'
                ? []
                : expressions.map((expression, at) => ({ id: `m${at}`, label: 'm', unit: 'NUMBER', currency: null, metric: null, expression })),
            groupBy: grouped.map((key) => ({
              label: 'd',
              grain: key.attribute === 'id' ? null : grain,
              entity: key.attribute === 'id' ? (index.resolve(entity, key)?.entity.name ?? null) : null,
              keepBlank: true,
            })),
            columns: shape === 'list' ? columns : [],
            share: false,
            ...rest,
          };
    });
} // prettier-ignore
