import { z } from 'zod';

const itemsSchema = z.object({
  items: z.object({
    data: z.array(
      z.object({
        quantity: z.number().default(1),
        price: z.object({
          unit_amount: z.number().nullable(),
          recurring: z.object({ interval: z.enum(['day', 'week', 'month', 'year']), interval_count: z.number().positive() }).nullable(),
        }),
      }),
    ),
  }),
});

/** Billing periods in a month, by their interval. A year has 365.25 days. */
const PERIODS_A_MONTH = { day: 365.25 / 12, week: 365.25 / 84, month: 1, year: 1 / 12 } as const;

/** What a subscription's items bring in a month, in the currency's smallest unit; null for one without prices by period (metered, tiered). */
export function monthlyAmount(subscription: unknown): number | null {
  const parsed = itemsSchema.safeParse(subscription);
  if (!parsed.success) return null;
  let sum = 0;
  for (const { quantity, price } of parsed.data.items.data) {
    if (price.unit_amount === null || price.recurring === null) return null;
    sum += (price.unit_amount * quantity * PERIODS_A_MONTH[price.recurring.interval]) / price.recurring.interval_count;
  }
  return Math.round(sum);
}
