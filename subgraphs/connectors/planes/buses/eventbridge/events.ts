import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { inboundErrors } from '../../../inbound/inbound.errors.ts';
import { webhookErrors } from '../../../../kernel/webhooks/webhook.errors.ts';
import type { InboundMessage } from '../../../inbound/inbound-store.ts';

/** The header that the API destination's connection puts its key into. */
const KEY_HEADER = 'x-api-key';
const eventSchema = z.looseObject({
  id: z.string().min(1).max(200),
  'detail-type': z.string().min(1),
  source: z.string(),
  time: z.iso.datetime({ offset: true }),
  detail: z.record(z.string(), z.unknown()).default({}),
});

/**
 * The event that an API destination of EventBridge delivers: its detail-type names the table, its id tells it from others however often it comes, its
 * detail is the record. Source: Amazon EventBridge User Guide, "API destinations" and "Event structure".
 * @throws INBOUND_SIGNATURE_MISSING without the key, INBOUND_SIGNATURE_INVALID with another, INBOUND_BODY_INVALID
 */
export function eventsDelivered(headers: IncomingHttpHeaders, body: string, keys: readonly string[]): InboundMessage[] {
  const given = headers[KEY_HEADER];
  if (typeof given !== 'string') throw webhookErrors.INBOUND_SIGNATURE_MISSING({});
  if (!keys.some((key) => isSame(key, given))) throw webhookErrors.INBOUND_SIGNATURE_INVALID({});
  const parsed = eventSchema.safeParse(jsonOf(body));
  if (!parsed.success) throw inboundErrors.INBOUND_BODY_INVALID({ why: 'it is no event of EventBridge' });
  const { id, 'detail-type': topic, source, time, detail } = parsed.data;
  return [{ id, topic: topic.slice(0, 200), occurredAt: new Date(time), payload: { ...detail, event_source: source } }];
}

function isSame(key: string, given: string): boolean {
  const [a, b] = [Buffer.from(key), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
