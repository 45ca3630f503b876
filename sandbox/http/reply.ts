import type { IncomingMessage } from 'node:http';

/** What a simulated vendor sees of a request. */
export interface VendorRequest {
  method: string;
  /** Below the vendor's own root, without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  /** Of bodies up to 1 MB. */
  body: string;
  /** Address of the vendor's root, for links in replies. */
  base: string;
}

export interface VendorReply {
  status: number;
  headers?: Readonly<Record<string, string>>;
  body: unknown;
}

/** One simulated vendor. */
export interface SandboxVendor {
  /** First part of the path: `/stripe/v1/…`. */
  name: string;
  /** Null: it does not know the path. */
  handle(request: VendorRequest): VendorReply | null;
  /** Its way to say that the caller is not known; null when they are. */
  refuse(request: VendorRequest): VendorReply | null;
  /** Its way to say that there were too many requests. */
  tooMany(retryAfterSeconds: number): VendorReply;
}

export const ok = (body: unknown): VendorReply => ({ status: 200, body });

/** The token of `Authorization: Bearer …`, or of any scheme named. */
export function tokenOf(request: Pick<VendorRequest, 'headers'>, scheme = 'Bearer'): string | null {
  const header = request.headers.authorization ?? '';
  return header.startsWith(`${scheme} `) ? header.slice(scheme.length + 1).trim() : null;
}
