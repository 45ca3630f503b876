import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { slackErrors } from './slack.errors.ts';

/** How far the moment of a signature may lie from now, as Slack recommends: what was caught on its way cannot be sent again later. */
const MAX_AGE_MINUTES = 5;
const SIGNATURE = /^v0=([0-9a-f]{64})$/u;
const SECONDS = /^\d{1,12}$/u;

/**
 * Checks that Slack signed a message, and lately: `X-Slack-Signature: v0=<hex>` is the HMAC-SHA-256 of `v0:<seconds>:<body>`.
 * @returns what tells this message from every other. @throws SLACK_SIGNATURE_INVALID, SLACK_TOO_OLD
 */
export function verifySlack(headers: IncomingHttpHeaders, body: string, secret: string, now: Date): string {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': seconds } = headers;
  const given = SIGNATURE.exec(typeof signature === 'string' ? signature : '')?.[1];
  if (given === undefined || typeof seconds !== 'string' || !SECONDS.test(seconds)) throw slackErrors.SLACK_SIGNATURE_INVALID({});
  const expected = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest();
  if (!timingSafeEqual(expected, Buffer.from(given, 'hex'))) throw slackErrors.SLACK_SIGNATURE_INVALID({});
  if (Math.abs(now.getTime() / 1_000 - Number(seconds)) > MAX_AGE_MINUTES * 60)
    throw slackErrors.SLACK_TOO_OLD({ minutes: MAX_AGE_MINUTES });
  return createHash('sha256').update(given).digest('base64url');
}
