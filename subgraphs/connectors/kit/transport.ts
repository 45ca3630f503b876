import type { IncomingHttpHeaders } from 'node:http';
import type { DomainError } from '../../kernel/errors/domain-error.ts';

export interface Routed {
  /** Where the request really goes; its host may be another one. */
  url: URL;
  /** What it carries; never logged. */
  headers: Readonly<Record<string, string>>;
}

/** The way requests take to a source: straight, or through the gateway of a fabric plane. */
export interface Transport {
  /** Called for every request, with what authorises it at the source. @throws DomainError when the way is closed */
  rewrite(url: URL, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Routed> | Routed;
  /** A reply that is the way's own and not the source's; null when it is the source's. */
  failureOf(status: number, headers: IncomingHttpHeaders, body: string): DomainError | null;
}

/** Straight to the source. */
export const DIRECT: Transport = { rewrite: (url, headers) => ({ url, headers }), failureOf: () => null };
