import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request as send } from 'undici';
import type { DomainError } from '../../../kernel/errors/domain-error.ts';
import { type AllowedAddress, type OutboundRules, assertAllowedAddress } from '../../../kernel/outbound/allowed-address.ts';
import type { Authorisation } from '../../kit/auth/auth.ts';
import type { Routed, Transport } from '../../kit/transport.ts';
import { decodedText } from './decoded.ts';
import { Temporary, retryAfterMs } from './temporary.ts';
import type { HttpCall } from './vendor-http.ts';
import { vendorErrors } from './vendor.errors.ts';

const TIMEOUT_MS = 30_000;
const MAX_BODY_BYTES = 64 * 1024 * 1024;
const CONNECTIONS = 8;

export interface RawReply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The path that was asked, for messages. */
  what: string;
}

/** The wire to one source: addresses are checked before they are connected, and stay what was checked. */
export class HttpLine {
  readonly #transport: Transport;
  readonly #location: URL;
  readonly #rules: OutboundRules;
  readonly #agents = new Map<string, Promise<Agent>>();

  constructor(transport: Transport, location: string, rules: OutboundRules) {
    this.#transport = transport;
    this.#location = new URL(location);
    this.#rules = rules;
  }

  /** One request, without any retry. @throws Temporary, VENDOR_REPLY_UNKNOWN when it would lead to another host, DomainError of the way */
  async send(call: HttpCall, { headers, base }: Pick<Authorisation, 'headers' | 'base'>, signal: AbortSignal): Promise<RawReply> {
    const url = this.#urlOf(call, base);
    const routed = await this.#transport.rewrite(url, { accept: 'application/json', ...headers, ...call.headers }, signal);
    const raw = await this.#exchange(routed, { method: call.method ?? 'GET', body: call.body ?? null }, signal);
    const failure = this.#transport.failureOf(raw.status, raw.headers, raw.text);
    if (failure !== null) throw retried(failure, raw);
    return { ...raw, what: url.pathname };
  }

  /** A form to a token endpoint, which may be on a host of its own: then it is asked directly. */
  async form(
    url: string,
    form: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<RawReply> {
    const all = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', ...headers };
    const own = url.startsWith('/') ? this.#urlOf({ path: url }, undefined) : null;
    const routed = own === null ? { url: new URL(url), headers: all } : await this.#transport.rewrite(own, all, signal);
    return this.#exchange(routed, { method: 'POST', body: new URLSearchParams(form).toString() }, signal);
  }

  async close(): Promise<void> {
    const agents = [...this.#agents.values()];
    this.#agents.clear();
    for (const agent of agents) await (await agent.catch(() => null))?.close();
  }

  #urlOf({ path, query }: Pick<HttpCall, 'path' | 'query'>, base: string | undefined): URL {
    const root = (base ?? this.#location.href).replace(/\/+$/u, '');
    const url = path.startsWith('/') ? new URL(root + path) : new URL(path);
    const { host } = this.#location;
    if (url.host !== host && url.host !== new URL(root).host)
      throw vendorErrors.VENDOR_REPLY_UNKNOWN({ host, what: path, why: `it leads to ${url.host}` });
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, String(value));
    return url;
  }

  async #exchange(
    { url, headers }: Routed,
    { method, body }: { method: 'GET' | 'POST'; body: string | null },
    signal: AbortSignal,
  ): Promise<RawReply> {
    const dispatcher = await this.#agentOf(url.hostname);
    const timeout = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const broken = (error: unknown): never => {
      throw new Temporary(error instanceof Error ? error.message : 'the connection broke', false, null, { cause: error });
    };
    const sent = await send(url, {
      method, dispatcher, signal: timeout, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS, headers, body,
    }).catch(broken); // prettier-ignore
    const encoding = sent.headers['content-encoding'];
    const plain = encoding === undefined || encoding === 'identity';
    const text = plain
      ? await sent.body.text().catch(broken)
      : await sent.body.arrayBuffer().then((bytes) => decodedText(bytes, String(encoding), MAX_BODY_BYTES)).catch(broken); // prettier-ignore
    return { status: sent.statusCode, headers: sent.headers, text, what: url.pathname };
  }

  /** Connects to the address that was checked, whatever the name means a moment later. */
  #agentOf(hostname: string): Promise<Agent> {
    const known = this.#agents.get(hostname);
    if (known !== undefined) return known;
    const agent = assertAllowedAddress(hostname, this.#rules).then(agentTo);
    agent.catch(() => this.#agents.delete(hostname));
    this.#agents.set(hostname, agent);
    return agent;
  }
}

/** What may come right by itself on the way is tried again like what may at the source; given up, it is told as the way's. */
const retried = (failure: DomainError, { status, headers }: RawReply): Error =>
  failure.extensions.retry ? new Temporary(failure.message, status === 429, retryAfterMs(headers), { cause: failure }) : failure;

const agentTo = ({ address, family }: AllowedAddress): Agent =>
  new Agent({
    connections: CONNECTIONS,
    maxResponseSize: MAX_BODY_BYTES,
    connect: { lookup: (_name, { all }, done) => (all === true ? done(null, [{ address, family }]) : done(null, address, family)) },
  });
