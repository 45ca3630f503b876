import { z } from 'zod';
import type { Refusal } from '../compose/interpret.ts';
import { barePlan } from '../plan/bare-plan.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { currencyGaps } from '../sql/compile-plan.ts';
import { foreignAmounts } from '../sql/money.ts';
import type { RunQuery } from './answer-types.ts';
import type { Knowledge } from './knowledge.ts';

/** Currencies named in a refusal. */
const MAX_NAMED = 5;

const gaps = z.array(z.object({ code: z.string().nullable(), records: z.number(), first: z.string().nullable() }));

type Said = Pick<Refusal, 'text' | 'missing' | 'wouldHelp'>;

const listed = (names: readonly string[]): string => names.slice(0, MAX_NAMED).join(', ');

/**
 * Why the amounts of a plan cannot become one number: some are in a currency without a rate, or in several while nobody said which to
 * report in. Null when they can. What is missing is told; unlike amounts are never added.
 */
export async function unconvertible(knowledge: Knowledge, run: RunQuery, plan: QueryPlan): Promise<Said | null> {
  const { model } = knowledge;
  for (const amount of foreignAmounts(plan, model)) {
    const source = plan.sources[amount.source];
    if (source === undefined) continue;
    const grouped = typeof amount.code !== 'string' && source.keys.some((key) => JSON.stringify(key) === JSON.stringify(amount.code));
    if (amount.to === null && grouped) continue;
    const rows = gaps.parse(
      await run(currencyGaps({ ...barePlan('value', [{ ...source, keys: [] }]), period: plan.period }, model, amount)),
    );
    const codes = rows.map(({ code }) => (code === null || code === '' ? 'no currency' : code));
    const firstDay = rows.flatMap(({ first }) => first ?? []).toSorted((a, b) => (a < b ? -1 : 1))[0] ?? null;
    const records = model.entity(source.entity).pluralLabel;
    if (amount.to === null && codes.length > 1)
      return {
        text: `${records} are in several currencies (${listed(codes)}), which are not added to one another. Choose a reporting currency and load exchange rates, or ask for one currency.`,
        missing: ['a reporting currency'],
        wouldHelp: ['saveInsightsSettings(reportingCurrency) and setExchangeRates'],
      };
    if (amount.to !== null && codes.length > 0)
      return {
        text: `There is no exchange rate from ${listed(codes)} to ${amount.to} for ${rows.reduce((sum, { records: more }) => sum + more, 0)} of the ${records.toLowerCase()}${firstDay === null ? '' : ` (first on ${firstDay})`}. Load it, and ask again.`,
        missing: codes.map((code) => `exchange rate ${code} to ${amount.to ?? ''}`),
        wouldHelp: ['setExchangeRates with rates of these days, or of at most a month before them'],
      };
  }
  return null;
}
