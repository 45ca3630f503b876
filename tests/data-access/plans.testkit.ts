import fc from 'fast-check';
import { indexModel } from '../../subgraphs/insights/model/model-index.ts';
import type { FieldRef, Filter, QueryPlan } from '../../subgraphs/insights/plan/query-plan.ts';
import { validatePlan } from '../../subgraphs/insights/plan/validate-plan.ts';
import { MODEL, SEGMENTS, ZONES } from './company.testkit.ts';

const INDEX = indexModel(MODEL);
const AGGREGATES = ['count', 'countDistinct', 'sum', 'average', 'min', 'max'] as const;

/** Every field that can be reached from an entity, its own and of what it leads to. */
const fieldsOf = (entity: string): FieldRef[] =>
  INDEX.paths(entity).flatMap(({ relations, target }) =>
    [...INDEX.entity(target).attributes.map(({ name }) => name), 'id'].map((attribute) => ({ path: relations, attribute })),
  );

function filterOf(entity: string): fc.Arbitrary<Filter> {
  const field = fc.constantFrom(...fieldsOf(entity).filter(({ attribute }) => attribute !== 'id'));
  const words = fc.constantFrom(...fieldsOf(entity).filter((each) => INDEX.resolve(entity, each)?.attribute?.type === 'TEXT'));
  const text = fc.constantFrom(...ZONES, ...SEGMENTS, 'won', 'tea', 'Firm 3', 'Person 1');
  const led = MODEL.entities.filter((other) => other.relations.some(({ target }) => target === entity && other.name !== entity));
  const simple: fc.Arbitrary<Filter> = fc.oneof(
    fc.record({
      kind: fc.constant('equals' as const),
      field: words,
      values: fc.array(text, { minLength: 1, maxLength: 2 }),
      negated: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('blank' as const), field, negated: fc.boolean() }),
    fc.record({ kind: fc.constant('text' as const), field, match: fc.constant('contains' as const), text, negated: fc.boolean() }),
  );
  if (led.length === 0) return simple;
  const related: fc.Arbitrary<Filter> = fc.constantFrom(...led).chain((other) =>
    fc.record({
      kind: fc.constant('related' as const),
      entity: fc.constant(other.name),
      relation: fc.constantFrom(...other.relations.filter(({ target }) => target === entity).map(({ name }) => [name])),
      filters: fc.constant<Filter[]>([]),
      negated: fc.boolean(),
    }),
  );
  return fc.oneof(simple, simple, related);
}

/** Plans that the model has; what does not validate is left out by the caller. */
const candidate: fc.Arbitrary<QueryPlan> = fc.constantFrom(...MODEL.entities.map(({ name }) => name)).chain((entity) => {
  const fields = fieldsOf(entity);
  return fc
    .record({
      shape: fc.constantFrom('value' as const, 'groups' as const, 'list' as const),
      filters: fc.array(filterOf(entity), { maxLength: 2 }),
      keys: fc.array(fc.constantFrom(...fields), { minLength: 1, maxLength: 2 }),
      columns: fc.array(fc.constantFrom(...fields), { minLength: 1, maxLength: 4 }),
      function: fc.constantFrom(...AGGREGATES),
      of: fc.constantFrom(null, ...fields.filter(({ attribute }) => attribute !== 'id')),
      conditional: fc.array(filterOf(entity), { maxLength: 1 }),
      distinct: fc.boolean(),
    })
    .map(({ shape, filters, keys, columns, function: name, of, conditional, distinct }): QueryPlan => {
      const grouped = shape === 'groups' ? keys : [];
      const dimension = ({ path, attribute }: FieldRef) => ({
        label: 'd',
        grain: null,
        entity: attribute === 'id' ? (INDEX.resolve(entity, { path, attribute })?.entity.name ?? null) : null,
        keepBlank: true,
      });
      return {
        version: 1,
        shape,
        sources: [{ entity, filters, timeField: null, keys: grouped }],
        measures: shape === 'list' ? [] : [
          { id: 'm', label: 'm', unit: 'NUMBER', currency: null, metric: null, expression: { kind: 'aggregate', source: 0, function: of === null ? 'count' : name, of: of === null ? null : { kind: 'field', field: of }, filters: conditional } },
        ],
        groupBy: grouped.map(dimension),
        columns: shape === 'list' ? columns : [],
        distinct: shape === 'list' && distinct,
        having: [],
        period: null,
        compare: null,
        order: [],
        limit: 500,
        share: false,
      }; // prettier-ignore
    });
});

/** An undefined function or operator, a text that is no number or date. */
const MISTYPED = new Set(['42883', '22P02', '22007']);

/** Plans that validate. */
export const plan: fc.Arbitrary<QueryPlan> = candidate.filter((each) => validatePlan(each, INDEX).plan !== null);

/** Comparing a number with a word is no question: such plans fail on either side, before anything is read. */
export const isMistyped = (error: unknown): boolean => error instanceof Error && 'code' in error && MISTYPED.has(String(error.code));
