import { z } from 'zod';

/**
 * A reference to an attribute: from the source's entity through many-to-one relations (at most three) to an attribute of the last. What
 * records are grouped by may lie across one link the other way round: the step `<Entity.relation` leads to the records of an entity whose
 * relation leads here, and a record then counts once for each different thing that it leads to.
 */
export const fieldRefSchema = z.object({
  path: z.array(z.string()).max(3),
  /** Attribute name, or `id` for the record itself. */
  attribute: z.string(),
});
export type FieldRef = z.infer<typeof fieldRefSchema>;

/** A number computed from one record: attributes, constants, arithmetic, and days between two dates. */
export type Expression =
  | { kind: 'field'; field: FieldRef }
  | { kind: 'number'; value: number }
  | { kind: 'arithmetic'; operator: '+' | '-' | '*' | '/'; left: Expression; right: Expression }
  | { kind: 'days'; from: FieldRef; to: FieldRef }
  | { kind: 'grain'; field: FieldRef; grain: Grain };
/** `fiscalYear` and `fiscalQuarter` go by the tenant's own fiscal calendar. */
export const grainSchema = z.enum([
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'weekday',
  'monthOfYear',
  'hour',
  'fiscalYear',
  'fiscalQuarter',
]);
export type Grain = z.infer<typeof grainSchema>;
const operatorSchema = z.enum(['+', '-', '*', '/']);
export const expressionSchema: z.ZodType<Expression> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('field'), field: fieldRefSchema }),
    z.object({ kind: z.literal('number'), value: z.number() }),
    z.object({ kind: z.literal('arithmetic'), operator: operatorSchema, left: expressionSchema, right: expressionSchema }),
    z.object({ kind: z.literal('days'), from: fieldRefSchema, to: fieldRefSchema }),
    /** The calendar period a date falls in: only to count how many there are. */
    z.object({ kind: z.literal('grain'), field: fieldRefSchema, grain: grainSchema }),
  ]),
);

export const scalarSchema = z.union([z.string(), z.number(), z.boolean()]);
export type Scalar = z.infer<typeof scalarSchema>;
export const comparisonSchema = z.enum(['<', '<=', '>', '>=', '=', '<>']);
export type Comparison = z.infer<typeof comparisonSchema>;
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A condition on one record. Times are half-open ranges of days: from ≤ t < to. */
export type Filter =
  | { kind: 'equals'; field: FieldRef; values: Scalar[]; negated: boolean }
  | { kind: 'compare'; of: Expression; operator: Comparison; value: number }
  | { kind: 'text'; field: FieldRef; match: 'contains' | 'starts' | 'ends'; text: string; negated: boolean }
  | { kind: 'blank'; field: FieldRef; negated: boolean }
  | { kind: 'time'; field: FieldRef; from: string | null; to: string | null }
  | { kind: 'datePart'; field: FieldRef; part: 'month' | 'weekday' | 'hour'; values: number[] }
  | { kind: 'related'; entity: string; relation: string[]; filters: Filter[]; negated: boolean }
  | { kind: 'nested'; field: FieldRef; operator: 'in' | Comparison; negated: boolean; set: RecordSet }
  | { kind: 'any'; filters: Filter[] };

/** How many records of another entity lead to a record: those with the most or fewest are meant, or those with so many. */
export interface CountedRelated {
  entity: string;
  relation: string[];
  filters: Filter[];
  direction: 'asc' | 'desc' | null;
  operator: Comparison | null;
  value: number | null;
}
/** Values of a field of the records that fulfil all filters; with a function the one number made of them. */
export interface RecordSet {
  entity: string;
  field: FieldRef;
  function: 'min' | 'max' | 'average' | 'sum' | null;
  filters: Filter[];
  counted: CountedRelated | null;
}

export const filterSchema: z.ZodType<Filter> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('equals'), field: fieldRefSchema, values: z.array(scalarSchema).min(1).max(200), negated: z.boolean() }),
    z.object({ kind: z.literal('compare'), of: expressionSchema, operator: comparisonSchema, value: z.number() }),
    z.object({
      kind: z.literal('text'),
      field: fieldRefSchema,
      match: z.enum(['contains', 'starts', 'ends']),
      text: z.string().min(1),
      negated: z.boolean(),
    }),
    z.object({ kind: z.literal('blank'), field: fieldRefSchema, negated: z.boolean() }),
    z.object({ kind: z.literal('time'), field: fieldRefSchema, from: isoDate.nullable(), to: isoDate.nullable() }),
    z.object({
      kind: z.literal('datePart'),
      field: fieldRefSchema,
      part: z.enum(['month', 'weekday', 'hour']),
      values: z.array(z.int()).min(1).max(24),
    }),
    /** Records of `entity` whose relation path leads to this record exist (or do not). */
    z.object({
      kind: z.literal('related'),
      entity: z.string(),
      relation: z.array(z.string()).min(1).max(3),
      filters: z.array(filterSchema).max(10),
      negated: z.boolean(),
    }),
    /** A field is among the values of a set of records, or compares so with the number made of them. */
    z.object({
      kind: z.literal('nested'),
      field: fieldRefSchema,
      operator: z.union([z.literal('in'), comparisonSchema]),
      negated: z.boolean(),
      set: recordSetSchema,
    }),
    z.object({ kind: z.literal('any'), filters: z.array(filterSchema).min(1).max(10) }),
  ]),
);
export const recordSetSchema: z.ZodType<RecordSet> = z.lazy(() =>
  z.object({
    entity: z.string(),
    field: fieldRefSchema,
    function: z.enum(['min', 'max', 'average', 'sum']).nullable(),
    filters: z.array(filterSchema).max(10),
    counted: z
      .object({
        entity: z.string(),
        relation: z.array(z.string()).min(1).max(3),
        filters: z.array(filterSchema).max(10),
        direction: z.enum(['asc', 'desc']).nullable(),
        operator: comparisonSchema.nullable(),
        value: z.number().nullable(),
      })
      .nullable(),
  }),
);

/** `correlation` is Pearson's, of two numbers of the same records. */
export const aggregateFunctionSchema = z.enum(['count', 'countDistinct', 'sum', 'average', 'min', 'max', 'median', 'correlation']);
export type AggregateFunction = z.infer<typeof aggregateFunctionSchema>;

/**
 * How a number that is no flow is told of several moments: a balance by its `last`, `first` or `average` moment, a running total by all up to
 * it. Within one moment the aggregate function holds.
 */
export const overTimeSchema = z.enum(['last', 'first', 'average', 'running']);
export type OverTime = z.infer<typeof overTimeSchema>;

/** A number computed from a group of records; `source` is an index into the plan's sources. */
export type MeasureExpression =
  | {
      kind: 'aggregate';
      source: number;
      function: AggregateFunction;
      of: Expression | null;
      /** The other number of a correlation; absent for everything else. */
      with?: Expression | undefined;
      /** Absent: what happened at several moments belongs together as the function says. */
      overTime?: OverTime | undefined;
      filters: Filter[];
    }
  /** With `perPeriod`, the days of the period or of the bucket asked for; the value only where there is neither. */
  | { kind: 'constant'; value: number; perPeriod?: boolean | undefined }
  | { kind: 'combine'; operator: '+' | '-' | '*' | '/'; left: MeasureExpression; right: MeasureExpression };
export const measureExpressionSchema: z.ZodType<MeasureExpression> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('aggregate'),
      source: z.int().nonnegative(),
      function: aggregateFunctionSchema,
      of: expressionSchema.nullable(),
      with: expressionSchema.optional(),
      overTime: overTimeSchema.optional(),
      filters: z.array(filterSchema).max(20),
    }),
    z.object({ kind: z.literal('constant'), value: z.number(), perPeriod: z.boolean().optional() }),
    z.object({ kind: z.literal('combine'), operator: operatorSchema, left: measureExpressionSchema, right: measureExpressionSchema }),
  ]),
);

export const unitSchema = z.enum(['COUNT', 'NUMBER', 'MONEY', 'PERCENT', 'DAYS']);
export type Unit = z.infer<typeof unitSchema>;

export const measureSchema = z.object({
  id: z.string(),
  label: z.string(),
  unit: unitSchema,
  currency: z.string().nullable(),
  metric: z.string().nullable(),
  expression: measureExpressionSchema,
});
export type Measure = z.infer<typeof measureSchema>;

/** How results are grouped; the field of each source stands in its `keys`. An entity dimension groups by record and shows its title. */
export const dimensionSchema = z.object({
  label: z.string(),
  grain: grainSchema.nullable(),
  entity: z.string().nullable(),
  keepBlank: z.boolean(),
});
export type Dimension = z.infer<typeof dimensionSchema>;

/** Records that stand from one day to another (people employed, subscriptions running): they are told as of the end of each period. */
export const spanSchema = z.object({
  start: fieldRefSchema,
  /** Null: what began stands for good. */
  end: fieldRefSchema.nullable(),
  /** The last day that is known of, YYYY-MM-DD: told as of then where no period is asked for, and never later. */
  asOf: isoDate,
});
export type Span = z.infer<typeof spanSchema>;

/** Moves the dates of records forward, so that what happened a year before stands beside what happens now. */
export const shiftSchema = z.object({ unit: z.enum(['year', 'quarter', 'month', 'week', 'day']), count: z.int().min(-120).max(120) });
export type Shift = z.infer<typeof shiftSchema>;

/** One set of records the plan reads; its filters hold for every measure on it, its time field receives the plan's period. */
export const sourceSchema = z.object({
  entity: z.string(),
  filters: z.array(filterSchema).max(40),
  timeField: fieldRefSchema.nullable(),
  keys: z.array(fieldRefSchema).max(4),
  span: spanSchema.optional(),
  shift: shiftSchema.optional(),
});
export type Source = z.infer<typeof sourceSchema>;

export const periodSchema = z.object({ from: isoDate.nullable(), to: isoDate.nullable(), label: z.string(), relative: z.boolean() });
export type Period = z.infer<typeof periodSchema>;

export const orderSchema = z.object({
  by: z.enum(['measure', 'dimension', 'column']),
  index: z.int().nonnegative(),
  direction: z.enum(['asc', 'desc']),
});

/** What one statement computes at most. */
export const MAX_MEASURES = 12;

/**
 * What a question means, before any SQL. `value` = one number (or several measures), `groups` = measures per dimension, `list` = records of
 * the first source with `columns`. Validated against the tenant's model before it is compiled.
 */
export const queryPlanSchema = z.object({
  version: z.literal(1),
  shape: z.enum(['value', 'groups', 'list']),
  sources: z.array(sourceSchema).min(1).max(6),
  measures: z.array(measureSchema).max(MAX_MEASURES),
  groupBy: z.array(dimensionSchema).max(4),
  columns: z.array(fieldRefSchema).max(30),
  distinct: z.boolean(),
  having: z.array(z.object({ measure: z.int().nonnegative(), operator: comparisonSchema, value: z.number() })).max(5),
  period: periodSchema.nullable(),
  compare: periodSchema.nullable(),
  order: z.array(orderSchema).max(4),
  limit: z.int().positive().max(500),
  /** Rows to pass over before the first; absent: none. */
  offset: z.int().nonnegative().max(100_000).optional(),
  share: z.boolean(),
});
export type QueryPlan = z.infer<typeof queryPlanSchema>;

/** The most rows an answer carries; one more is read to know whether there were more. */
export const MAX_ROWS = 500;
