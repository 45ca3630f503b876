import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { webhookErrors } from './webhook.errors.ts';

/** How far the signature's moment may lie from now: a message that was caught on its way cannot be sent again later. */
export const REPLAY_WINDOW_MINUTES = 5;

/** How long the secret before the current one is still accepted, so that a sender can be changed over. */
export const SECRET_GRACE_MS = 24 * 60 * 60_000;

/** A secret as Standard Webhooks write it: 32 bytes by chance. */
export const newSigningSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** A message whose signature can be checked. */
export interface SignedMessage {
  /** Tells it from others for good; only of what is signed. */
  id: string;
  /** When it was signed, in seconds since 1970; null where the sender does not say. */
  signedAt: number | null;
  /** What the signature is over. */
  content: string;
  /** Signatures, any of which may fit. */
  signatures: readonly Buffer[];
  /** Bytes of the key within the secret as it was given. */
  keyOf(secret: string): Buffer;
}

type Style = (headers: IncomingHttpHeaders, body: string) => SignedMessage | null;

const text = (secret: string): Buffer => Buffer.from(secret, 'utf8');
const header = (headers: IncomingHttpHeaders, name: string): string | null => {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
};
const contentId = (body: string): string => hash('sha256', body, 'base64url');

/** Standard Webhooks: `webhook-id`, `webhook-timestamp`, `webhook-signature: v1,<base64> …`; svix-* are the older names of the same. */
const standard: Style = (headers, body) => {
  const prefix = header(headers, 'webhook-signature') === null ? 'svix' : 'webhook';
  const given = header(headers, `${prefix}-signature`);
  const id = header(headers, `${prefix}-id`);
  const moment = header(headers, `${prefix}-timestamp`);
  if (given === null || id === null || moment === null) return null;
  const signatures = given.split(' ').flatMap((one) => (one.startsWith('v1,') ? [Buffer.from(one.slice(3), 'base64')] : []));
  const keyOf = (secret: string): Buffer => (secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : text(secret));
  return { id, signedAt: Number(moment), content: `${id}.${moment}.${body}`, signatures, keyOf };
};

/** Stripe: `Stripe-Signature: t=<seconds>,v1=<hex>,…` over `t.body`; the secret as it is, `whsec_` included. */
const stripe: Style = (headers, body) => {
  const given = header(headers, 'stripe-signature');
  if (given === null) return null;
  const parts = given.split(',').map((part) => part.trim().split('=', 2));
  const moment = parts.find(([name]) => name === 't')?.[1] ?? '';
  const signatures = parts.flatMap(([name, value = '']) => (name === 'v1' ? [Buffer.from(value, 'hex')] : []));
  return { id: contentId(body), signedAt: Number(moment), content: `${moment}.${body}`, signatures, keyOf: text };
};

/** GitHub: `X-Hub-Signature-256: sha256=<hex>` over the body. It signs no moment: what came once does not count again. */
const github: Style = (headers, body) => {
  const given = header(headers, 'x-hub-signature-256');
  if (given?.startsWith('sha256=') !== true) return null;
  return { id: contentId(body), signedAt: null, content: body, signatures: [Buffer.from(given.slice(7), 'hex')], keyOf: text };
};

/** Slack: `X-Slack-Signature: v0=<hex>` over `v0:<seconds>:body`. */
const slack: Style = (headers, body) => {
  const given = header(headers, 'x-slack-signature');
  const moment = header(headers, 'x-slack-request-timestamp');
  if (given?.startsWith('v0=') !== true || moment === null) return null;
  return { id: contentId(body), signedAt: Number(moment), content: `v0:${moment}:${body}`, signatures: [Buffer.from(given.slice(3), 'hex')], keyOf: text }; // prettier-ignore
};

/** Ours, for senders of one’s own: `X-Signature: sha256=<hex>` over `X-Timestamp.body`. */
const plain: Style = (headers, body) => {
  const given = header(headers, 'x-signature');
  const moment = header(headers, 'x-timestamp');
  if (given === null || moment === null) return null;
  return { id: contentId(body), signedAt: Number(moment), content: `${moment}.${body}`, signatures: [Buffer.from(given.replace(/^sha256=/u, ''), 'hex')], keyOf: text }; // prettier-ignore
};

const STYLES: readonly Style[] = [standard, stripe, github, slack, plain];

/** Checks that a message was signed with one of the secrets, lately. @returns its id. @throws INBOUND_SIGNATURE_MISSING, …_INVALID, INBOUND_TOO_OLD */
export function verifySigned(headers: IncomingHttpHeaders, body: string, secrets: readonly string[], now: Date): string {
  const message = STYLES.reduce<SignedMessage | null>((found, style) => found ?? style(headers, body), null);
  if (message === null) throw webhookErrors.INBOUND_SIGNATURE_MISSING({});
  const fits = secrets.some((secret) => {
    const expected = createHmac('sha256', message.keyOf(secret)).update(message.content).digest();
    return message.signatures.some((one) => one.length === expected.length && timingSafeEqual(one, expected));
  });
  if (!fits) throw webhookErrors.INBOUND_SIGNATURE_INVALID({});
  if (message.signedAt !== null && !(Math.abs(now.getTime() / 1_000 - message.signedAt) <= REPLAY_WINDOW_MINUTES * 60))
    throw webhookErrors.INBOUND_TOO_OLD({ minutes: REPLAY_WINDOW_MINUTES });
  return message.id.slice(0, 200);
}
