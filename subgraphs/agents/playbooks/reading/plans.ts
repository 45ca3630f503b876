import { z } from 'zod';
import type { Json } from '../../workflows/json.ts';
import type { Cell } from '../report.ts';
import type { Look } from './look.ts';

/** Rows of a page, and pages that are read: what lies beyond is not looked at. */
const PAGE = 500;
const MAX_PAGES = 10;

const DOCUMENT = `query ($plan: QueryPlanInput!) { runPlan(plan: $plan) { __typename
  ... on Answer { rows truncated } ... on Declined { text } ... on InputRefused { problems { code message } } } }`;
const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const replySchema = z.object({
  runPlan: z.discriminatedUnion('__typename', [
    z.object({ __typename: z.literal('Answer'), rows: z.array(z.array(cellSchema)), truncated: z.boolean() }),
    z.object({ __typename: z.literal('Declined'), text: z.string() }),
    z.object({ __typename: z.literal('InputRefused'), problems: z.array(z.object({ code: z.string(), message: z.string() })) }),
  ]),
});

/** A plan that the graph did not run, and why. */
export class PlanNotRun extends Error {
  override readonly name = 'PlanNotRun';
}

/** Rows as the plan orders them. `complete`: there are no more. */
export interface Rows {
  rows: Cell[][];
  complete: boolean;
}

/** A field as plans name it. */
export function fieldOf(name: string): Json {
  const parts = name.split('.');
  return { path: parts.slice(0, -1), attribute: parts.at(-1) ?? '' };
}

export const equals = (name: string, values: readonly (string | boolean)[]): Json => ({ equals: { field: fieldOf(name), values } });
export const blank = (name: string): Json => ({ blank: { field: fieldOf(name) } });
export const filled = (name: string): Json => ({ blank: { field: fieldOf(name), negated: true } });
/** Days: from ≤ day < to. */
export const within = (name: string, from: string | null, to: string | null): Json => ({ time: { field: fieldOf(name), from, to } });
export const either = (...filters: readonly Json[]): Json => ({ any: { filters } });

export interface ListOf {
  entity: string;
  /** `amount`, `account.name`; `id` gives the title of a record. */
  columns: readonly string[];
  filters?: readonly Json[];
  /** Largest first by this column; left out: by the first column. */
  largest?: string;
}

/** Records that fulfil all conditions. @throws PlanNotRun */
export function listOf(look: Look, { entity, columns, filters = [], largest }: ListOf): Promise<Rows> {
  const order =
    largest === undefined
      ? [{ by: 'COLUMN', index: 0, direction: 'ASCENDING' }]
      : [{ by: 'COLUMN', index: columns.indexOf(largest), direction: 'DESCENDING' }];
  return allPages(look, { shape: 'LIST', sources: [{ entity, filters }], columns: columns.map(fieldOf), order });
}

export interface GroupsOf {
  entity: string;
  /** `entity`: of what the field `relation.id` leads to; each record is a group of its own then, told by its title. */
  by: readonly { field: string; grain?: 'MONTH'; entity?: string }[];
  measures: readonly { function: 'SUM' | 'COUNT' | 'MIN' | 'MAX' | 'AVERAGE'; of?: string; filters?: readonly Json[] }[];
  filters?: readonly Json[];
}

/** Numbers by group: the groups' cells first, then the numbers. Months are told as `April 2026`. @throws PlanNotRun */
export function groupsOf(look: Look, { entity, by, measures, filters = [] }: GroupsOf): Promise<Rows> {
  return allPages(look, {
    shape: 'GROUPS',
    sources: [{ entity, filters, keys: by.map(({ field }) => fieldOf(field)) }],
    groupBy: by.map(({ field, grain, entity: of }) => ({ label: field, grain: grain ?? null, entity: of ?? null, keepBlank: false })),
    measures: measures.map(({ function: name, of, filters: own = [] }, at) => ({
      id: `m${at}`,
      label: `m${at}`,
      expression: { aggregate: { function: name, of: of === undefined ? null : { field: fieldOf(of) }, filters: own } },
    })),
    order: by.map((_, index) => ({ by: 'DIMENSION', index, direction: 'ASCENDING' })),
  });
}

async function allPages(look: Look, plan: Readonly<Record<string, Json>>): Promise<Rows> {
  const rows: Cell[][] = [];
  for (let page = 0; page < MAX_PAGES; page++) {
    const { runPlan } = replySchema.parse(await look.ask(DOCUMENT, { plan: { ...plan, limit: PAGE, offset: page * PAGE } }));
    if (runPlan.__typename === 'Declined') throw new PlanNotRun(runPlan.text);
    if (runPlan.__typename === 'InputRefused') throw new PlanNotRun(runPlan.problems.map(({ message }) => message).join(' '));
    rows.push(...runPlan.rows);
    if (!runPlan.truncated && runPlan.rows.length < PAGE) return { rows, complete: true };
  }
  return { rows, complete: false };
}
