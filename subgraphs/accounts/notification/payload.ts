import { createHmac } from 'node:crypto';
import type { DeliveryRow } from './channel.entity.ts';
import type { ChannelKind } from './channel.type.ts';
import { noticeMessage, questionMessage } from './slack/messages.ts';

/** A request that delivers a notice. */
export interface Payload {
  headers: Record<string, string>;
  body: string;
}

interface Circumstances {
  /** What it is signed with; null: it is not. */
  secret: string | null;
  /** Where links lead. */
  publicUrl: string;
  /** Whether buttons that are pressed on the other side come back. */
  takesDecisions: boolean;
  now: Date;
}

/** A delivery as the other side takes it. */
export function payloadOf(kind: ChannelKind, delivery: DeliveryRow, { secret, now, ...more }: Circumstances): Payload {
  const body = JSON.stringify(kind === 'SLACK' ? slackBody(delivery, more) : webhookBody(delivery, more.publicUrl));
  const headers: Record<string, string> = { 'content-type': 'application/json', 'user-agent': 'AutonomOS' };
  if (kind === 'SLACK') return { headers, body };
  headers['autonomos-delivery'] = delivery.id;
  headers['autonomos-kind'] = delivery.kind;
  if (secret !== null) headers['autonomos-signature'] = signatureOf(body, secret, now);
  return { headers, body };
}

/** `t=<seconds>,v1=<hex>`: HMAC-SHA-256 of `<seconds>.<body>`. Receivers refuse old times, so that nothing can be sent again later. */
export function signatureOf(body: string, secret: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1_000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

function webhookBody({ id, tenantId, kind, notice }: DeliveryRow, publicUrl: string): object {
  const { title, body, link, severity, occurredAt } = notice;
  return { id, tenantId, kind, severity, title, body, url: link === null ? null : publicUrl + link, occurredAt };
}

function slackBody({ notice }: DeliveryRow, { publicUrl, takesDecisions }: Pick<Circumstances, 'publicUrl' | 'takesDecisions'>): object {
  const { title, body, link, severity, approvalId } = notice;
  const url = link === null ? null : publicUrl + link;
  if (approvalId === undefined || url === null) return noticeMessage({ title, body, url }, severity);
  return questionMessage({ title, body, url }, takesDecisions ? approvalId : null, severity);
}
