import { Agent, fetch } from 'undici';
import type { CustomFetch } from 'openid-client';
import { assertAllowedAddress, type OutboundRules } from '../../kernel/outbound/allowed-address.ts';

const TIMEOUT_MS = 5_000;
const MAX_BODY_BYTES = 1024 * 1024;

/** HTTP to identity providers under the rules for addresses that people give: what was checked is what is reached, no redirects, bounded. */
export function outboundFetch(rules: OutboundRules): CustomFetch {
  return async (url, { body, headers, method }) => {
    const { protocol, hostname } = new URL(url);
    const { address, family } = await assertAllowedAddress(hostname, rules);
    if (protocol !== 'https:' && !rules.allowPrivate) throw new Error('an identity provider is spoken to over https');
    const dispatcher = new Agent({
      maxResponseSize: MAX_BODY_BYTES,
      connect: { lookup: (_name, { all }, done) => (all === true ? done(null, [{ address, family }]) : done(null, address, family)) },
    });
    try {
      const sent = body instanceof URLSearchParams || typeof body === 'string' ? { body: body.toString() } : {};
      const reply = await fetch(url, { method, headers, ...sent, redirect: 'manual', dispatcher, signal: AbortSignal.timeout(TIMEOUT_MS) });
      const bytes = await reply.arrayBuffer();
      return new Response(bytes.byteLength === 0 ? null : bytes, { status: reply.status, headers: Object.fromEntries(reply.headers) });
    } finally {
      await dispatcher.close();
    }
  };
}
