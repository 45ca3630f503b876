import { z } from 'zod';
import { unitSchema } from '../plan/query-plan.ts';

const MAX_DOCUMENT_CHARACTERS = 8_000;
const MAX_VARIABLES_CHARACTERS = 4_000;
const MAX_PATH = 12;
const name = z.string().min(1).max(200);

/** How many rows of a result come to one value. */
export const viewAggregateSchema = z.enum(['NONE', 'COUNT', 'SUM', 'AVERAGE']);

/** A part of the result of a GraphQL operation, and which of its fields are shown. */
export const storedViewSchema = z.object({
  document: z.string().min(1).max(MAX_DOCUMENT_CHARACTERS),
  /** As JSON. */
  variables: z.string().max(MAX_VARIABLES_CHARACTERS),
  operationName: name.nullable(),
  /** From the result's data to the value or the list. */
  path: z.array(name).max(MAX_PATH),
  /** From one row to what it is called; null where there is one value. */
  label: z.array(name).max(MAX_PATH).nullable(),
  /** From one row to what tells its series (or row of a heat map) apart; null without. */
  series: z.array(name).max(MAX_PATH).nullish(),
  /** From one row to each number (or, in a table, each column). */
  values: z.array(z.object({ path: z.array(name).max(MAX_PATH), label: name, unit: unitSchema.nullable() })).max(20),
  aggregate: viewAggregateSchema,
});
export type StoredView = z.infer<typeof storedViewSchema>;
