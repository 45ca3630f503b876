import { z } from 'zod';
import type { JsonRecord } from '../records/read-value.ts';

const MINUTE_MS = 60_000;
const minutes = z.object({ calendar: z.number().nullable() }).nullish();
const metricSetSchema = z.looseObject({
  ticket_id: z.number(),
  solved_at: z.string().nullish(),
  reply_time_in_minutes: minutes,
  full_resolution_time_in_minutes: minutes,
});
const ticketSchema = z.looseObject({
  id: z.number(),
  created_at: z.string(),
  satisfaction_rating: z.looseObject({ score: z.string() }).nullish(),
  slas: z.object({ policy_metrics: z.array(z.looseObject({ metric: z.string(), breach_at: z.string().nullish() })) }).nullish(),
});

/** Tickets with what Zendesk keeps beside them: times to reply and to solve, whether a promise was broken, and satisfaction as 100 or 0. */
export function withTicketMetrics(tickets: readonly JsonRecord[], metricSets: readonly JsonRecord[], now: Date): JsonRecord[] {
  const sets = new Map(metricSets.flatMap((one) => {
    const parsed = metricSetSchema.safeParse(one);
    return parsed.success ? [[parsed.data.ticket_id, parsed.data] as const] : [];
  })); // prettier-ignore
  return tickets.map((ticket) => {
    const parsed = ticketSchema.safeParse(ticket);
    if (!parsed.success) return ticket;
    const { id, created_at: created, satisfaction_rating: rating, slas } = parsed.data;
    const set = sets.get(id);
    const reply = set?.reply_time_in_minutes?.calendar ?? null;
    const solve = set?.full_resolution_time_in_minutes?.calendar ?? null;
    const after = (count: number): Date => new Date(Date.parse(created) + count * MINUTE_MS);
    // Each promise ends with its own deed: the first reply with the reply, all others with the solution; what is not done is late once its time is over.
    const done = (metric: string): Date => (metric === 'first_reply_time' ? (reply === null ? now : after(reply)) : set?.solved_at == null ? now : new Date(set.solved_at)); // prettier-ignore
    const promises = slas?.policy_metrics.filter(({ breach_at: at }) => at != null) ?? [];
    const broken = promises.filter(({ metric, breach_at: at }) => done(metric) > new Date(at ?? 0));
    return {
      ...ticket,
      solved_at: set?.solved_at ?? null,
      first_reply_minutes: reply,
      resolution_hours: solve === null ? null : Math.round((solve / 60) * 100) / 100,
      sla_breached: promises.length === 0 ? null : broken.length > 0,
      sla_breached_metric: broken[0]?.metric ?? null,
      satisfaction: rating?.score.startsWith('good') === true ? 100 : rating?.score.startsWith('bad') === true ? 0 : null,
    };
  });
}
