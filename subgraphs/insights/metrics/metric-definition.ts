import { z } from 'zod';
import { aggregateFunctionSchema, overTimeSchema, scalarSchema, unitSchema } from '../plan/query-plan.ts';

export const goodDirectionSchema = z.enum(['UP', 'DOWN', 'NEUTRAL']);
export type GoodDirectionName = z.infer<typeof goodDirectionSchema>;
export const domainSchema = z.enum(['FINANCE', 'GROWTH', 'OPERATIONS', 'PRODUCT', 'PEOPLE']);
export type DomainName = z.infer<typeof domainSchema>;
export const personaSchema = z.enum(['CFO', 'CRO', 'COO', 'CTO']);
export type PersonaName = z.infer<typeof personaSchema>;
export const relationKindSchema = z.enum(['COMPONENT', 'DRIVER', 'RATIO', 'CORRELATE']);
export type RelationKind = z.infer<typeof relationKindSchema>;

/** What sort of number a metric is, which says how it may be added up. */
export const metricKindSchema = z.enum([
  'SUM',
  'COUNT',
  'DISTINCT',
  'AVERAGE',
  'RATIO',
  'CUMULATIVE',
  'POINT_IN_TIME',
  'PERIOD_OVER_PERIOD',
  'DERIVED',
]);
export type MetricKindName = z.infer<typeof metricKindSchema>;
export const originSchema = z.enum(['BUILT_IN', 'AUTOMATIC', 'OWN']);
export type OriginName = z.infer<typeof originSchema>;
export const scenarioSchema = z.enum(['ACTUAL', 'FORECAST', 'BUDGET']);
export type ScenarioName = z.infer<typeof scenarioSchema>;

const conditionSchema = z.union([
  scalarSchema,
  z.array(scalarSchema).min(1),
  z.object({ not: z.array(scalarSchema).min(1) }),
  z.object({ blank: z.boolean() }),
  z.object({ above: z.number() }),
  /** A date more than so many days before the day of the question; 0: before today. */
  z.object({ daysAgo: z.int().nonnegative() }),
]);

/** One way to compute a metric from canonical attributes; the first whose attributes the tenant has mapped is used. */
export const bindingSchema = z.strictObject({
  entity: z.string(),
  aggregate: aggregateFunctionSchema,
  /** Formula over canonical attributes of the entity; absent for a count of records. */
  of: z.string().optional(),
  where: z.record(z.string(), conditionSchema).default({}),
  /** Conditions of which at least one must hold. */
  either: z.array(z.record(z.string(), conditionSchema)).min(2).optional(),
  /** Canonical date the metric is placed in time by; null when it is a standing figure. */
  time: z.string().nullable().default(null),
  /** Records that stand from one canonical date to another: told as of the end of a period. */
  span: z.strictObject({ start: z.string(), end: z.string().nullable().default(null) }).optional(),
  /** A balance is told by its last moment in time, a running total by all up to it; absent: a flow. */
  overTime: overTimeSchema.optional(),
});
export type Binding = z.infer<typeof bindingSchema>;

/** A built-in business metric as schema/metrics/*.yaml states it. */
export const metricDefinitionSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: z.string(),
  synonyms: z.array(z.string()).default([]),
  description: z.string(),
  definition: z.string(),
  /** Who defines it so: a standard, a book, a body. */
  source: z.string().default(''),
  /** What sort of number it is, where its bindings or formula do not say. */
  kind: metricKindSchema.optional(),
  origin: originSchema.default('BUILT_IN'),
  version: z.int().positive().default(1),
  unit: unitSchema,
  /** Speaks of how things stand at the end of the data, not of what happened over it. */
  asOf: z.boolean().optional(),
  /** Only part of other metrics: it tells nothing by itself, and is not offered. */
  part: z.boolean().optional(),
  goodDirection: goodDirectionSchema,
  domain: domainSchema,
  personas: z.array(personaSchema).default([]),
  bindings: z.array(bindingSchema).default([]),
  /** Arithmetic over other metrics, in place of bindings. */
  formula: z.string().optional(),
  /** Other formulas, each for data that does not have the parts of those before it. */
  otherwise: z.array(z.string()).max(5).optional(),
  /** One column's total over another's on one table, by what the tenant's columns are called. */
  ratio: z.strictObject({ of: z.array(z.string()).min(1), to: z.array(z.string()).min(1) }).optional(),
  /** Counts the records of the one table with a yes-or-no column of these names that says so. */
  flag: z.strictObject({ names: z.array(z.string()).min(1), is: z.boolean() }).optional(),
  /** Records that were cancelled, voided or paid back are left out, as the data's own states say. */
  inForce: z.boolean().optional(),
  /** How figures of a sheet that has it are taken over time, where the kind of number does not say; with nothing else, only a sheet gives it. */
  sheet: z.enum(['FLOW', 'BALANCE', 'RATE']).optional(),
  /** The metric that says what was planned of this one. */
  plannedBy: z.string().optional(),
  /** Sentences' words for a connected system that would make it available. */
  needs: z.string(),
  related: z.array(z.strictObject({ metric: z.string(), relation: relationKindSchema, explanation: z.string() })).default([]),
});
export type MetricDefinition = z.infer<typeof metricDefinitionSchema>;
export const metricSheetSchema = z.strictObject({ metrics: z.array(metricDefinitionSchema).min(1) });
