import { createHmac } from 'node:crypto';
import type { DeliveryRow } from './channel.entity.ts';
import type { ChannelKind } from './channel.type.ts';

/** A request that delivers a notice. */
export interface Payload {
  headers: Record<string, string>;
  body: string;
}

const SLACK_COLOURS = { INFO: '#64748b', ATTENTION: '#d97706', URGENT: '#dc2626' } as const;

/** @param secret what it is signed with; null: it is not. @param publicUrl where links lead */
export function payloadOf(
  kind: ChannelKind,
  delivery: DeliveryRow,
  { secret, publicUrl, now }: { secret: string | null; publicUrl: string; now: Date },
): Payload {
  const body = JSON.stringify(kind === 'SLACK' ? slackBody(delivery, publicUrl) : webhookBody(delivery, publicUrl));
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

function slackBody({ kind, notice: { title, body, link, severity } }: DeliveryRow, publicUrl: string): object {
  if (kind === 'APPROVAL_WAITING' && link !== null) {
    const blocks = decisionBlocks({ title, body, url: publicUrl + link });
    return { text: plain(title), attachments: [{ color: SLACK_COLOURS[severity], fallback: plain(title), blocks }] };
  }
  const text = [`*${plain(title)}*`, plain(body), ...(link === null ? [] : [`<${publicUrl}${link}|Open in AutonomOS>`])].join('\n');
  return { text: plain(title), attachments: [{ color: SLACK_COLOURS[severity], text, mrkdwn_in: ['text'] }] };
}

/** What asks for a decision has a button that leads to where it is decided: an incoming webhook gets no answer back. */
function decisionBlocks({ title, body, url }: { title: string; body: string; url: string }): object[] {
  const button = { type: 'button', text: { type: 'plain_text', text: 'Decide in AutonomOS' }, style: 'primary', url };
  return [
    { type: 'section', text: { type: 'mrkdwn', text: `*${plain(title)}*\n${plain(body)}` } },
    { type: 'actions', elements: [button] },
  ];
}

/** Text in which Slack sees no link and no mention; what it takes for control characters is escaped as it asks. */
function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
