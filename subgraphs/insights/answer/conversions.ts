import { z } from 'zod';
import { barePlan } from '../plan/bare-plan.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { ratesUsed } from '../sql/compile-plan.ts';
import { foreignAmounts } from '../sql/money.ts';
import type { RunQuery } from './answer-types.ts';
import type { Knowledge } from './knowledge.ts';

/** Sources of rates named for a currency. */
const MAX_SOURCES = 3;
const DIGITS = 6;

const used = z.array(
  z.object({
    code: z.string().nullable(),
    days: z.number(),
    first: z.string().nullable(),
    last: z.string().nullable(),
    rate: z.number().nullable(),
    sources: z.array(z.string()).nullable(),
  }),
);
type Used = z.infer<typeof used>[number];

/** What an answer says of amounts that were converted: into which currency, by which rates, of which days, and who said so. Empty when none was. */
export async function conversionsOf(knowledge: Knowledge, run: RunQuery, plan: QueryPlan): Promise<string[]> {
  const said = new Set<string>();
  for (const amount of foreignAmounts(plan, knowledge.model)) {
    const source = plan.sources[amount.source];
    if (source === undefined || amount.to === null) continue;
    const asked = { ...barePlan('value', [{ ...source, keys: [] }]), period: plan.period };
    const rates = used.parse(await run(ratesUsed(asked, knowledge.model, amount, amount.to)));
    for (const rate of rates) said.add(`Amounts in ${sentenceOf(rate, amount.to)}`);
  }
  return [...said];
}

function sentenceOf({ code, days, first, last, rate, sources }: Used, to: string): string {
  const from = code ?? 'another currency';
  const by = sources === null ? 'no source named' : `source: ${sources.slice(0, MAX_SOURCES).join(', ')}`;
  return days === 1
    ? `${from} are converted to ${to} by the rate of ${first ?? ''}: one ${from} is ${Number((rate ?? 0).toPrecision(DIGITS))} ${to} (${by})`
    : `${from} are converted to ${to} by the rates of ${days} days, ${first ?? ''} to ${last ?? ''}, each the latest known on the day of its record (${by})`;
}
