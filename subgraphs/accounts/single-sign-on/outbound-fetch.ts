import { fetch } from 'undici';
import type { CustomFetch } from 'openid-client';
import type { OutboundRules } from '../../kernel/outbound/allowed-address.ts';
import { checkedAgent } from '../../kernel/outbound/checked-agent.ts';

const TIMEOUT_MS = 5_000;
const LIMITS = { connections: 4, maxReplyBytes: 1024 * 1024, connectMs: TIMEOUT_MS };

/** HTTP to identity providers under the rules for addresses that people give: what was checked is what is reached, no redirects, bounded. */
export function outboundFetch(rules: OutboundRules): CustomFetch {
  return async (url, { body, headers, method }) => {
    const { protocol, hostname } = new URL(url);
    const dispatcher = await checkedAgent(hostname, rules, LIMITS);
    if (protocol !== 'https:' && !rules.allowPrivate) throw new Error('an identity provider is spoken to over https');
    const sent = body instanceof URLSearchParams || typeof body === 'string' ? { body: body.toString() } : {};
    const reply = await fetch(url, { method, headers, ...sent, redirect: 'manual', dispatcher, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const bytes = await reply.arrayBuffer();
    return new Response(bytes.byteLength === 0 ? null : bytes, { status: reply.status, headers: Object.fromEntries(reply.headers) });
  };
}
