import { type Gateway, type GatewayReply, startGateway } from './reverse-proxy.ts';

export interface KongOptions {
  /** Path of the gateway → base address of what is behind it. */
  routes: Readonly<Record<string, string>>;
  /** key-auth: the one consumer's key; null: the plugin is not there. */
  key: string | null;
  /** basic-auth: `name:password`. */
  basic?: string;
  /** rate-limiting: requests a minute; null: the plugin is not there. */
  perMinute: number | null;
}

const OWN = { 'x-kong-response-latency': '0', server: 'kong/3.9.0' };
const MINUTE_MS = 60_000;

/** Kong Gateway as its plugins key-auth, basic-auth, rate-limiting and correlation-id answer. Source: Kong's documentation. */
export function startKong({ routes, key, basic, perMinute }: KongOptions): Promise<Gateway> {
  let window = { from: Date.now(), used: 0 };
  const limit = (): { left: number; reset: number } => {
    if (Date.now() - window.from >= MINUTE_MS) window = { from: Date.now(), used: 0 };
    return { left: (perMinute ?? 0) - window.used, reset: Math.ceil((window.from + MINUTE_MS - Date.now()) / 1_000) };
  };
  const reply = (status: number, message: string, headers = {}): GatewayReply => ({ status, headers: { ...OWN, ...headers }, body: { message, request_id: 'a1b2c3' } }); // prettier-ignore
  const limitHeaders = (): Record<string, string> => {
    if (perMinute === null) return {};
    const { left, reset } = limit();
    return { 'ratelimit-limit': String(perMinute), 'ratelimit-remaining': String(Math.max(0, left)), 'ratelimit-reset': String(reset), 'x-ratelimit-limit-minute': String(perMinute), 'x-ratelimit-remaining-minute': String(Math.max(0, left)) }; // prettier-ignore
  };
  return startGateway({
    routes,
    own: ['apikey', 'proxy-authorization'],
    before({ headers }) {
      if (key !== null && headers['apikey'] === undefined)
        return reply(401, 'No API key found in request', { 'www-authenticate': 'Key realm="kong"' });
      if (key !== null && headers['apikey'] !== key) return reply(401, 'Unauthorized');
      if (basic !== undefined && headers['proxy-authorization'] !== `Basic ${Buffer.from(basic).toString('base64')}`)
        return reply(401, 'Unauthorized');
      if (perMinute !== null && limit().left <= 0) return reply(429, 'API rate limit exceeded', { 'retry-after': '1', ...limitHeaders() });
      window.used += 1;
      return null;
    },
    added: ({ headers }, milliseconds) => ({
      ...limitHeaders(),
      via: '1.1 kong/3.9.0',
      'x-kong-upstream-latency': String(milliseconds),
      'x-kong-proxy-latency': '1',
      'kong-request-id': headers['kong-request-id'] ?? '',
    }),
    noRoute: reply(404, 'no Route matched with those values'),
    away: reply(502, 'An invalid response was received from the upstream server'),
  });
}
