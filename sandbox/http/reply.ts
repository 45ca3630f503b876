import type { IncomingMessage } from 'node:http';
import type { Drift } from '../drift/drift.ts';

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
  /** How it breaks on its way: HUNG_UP: the connection ends without a reply, CUT: in the middle of the body. */
  broken?: 'HUNG_UP' | 'CUT';
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
  /** Path of its token endpoint; left out where secrets never run out. After a token was refused as expired a new one has to be asked for there. */
  tokenPath?: string;
  /**
   * Takes over all drifts, in data, in queries and in what it describes, for vendors that are asked by the names of fields. Called with all of them
   * whenever they change. Where it is left out, records are drifted in the replies.
   */
  drift?(drifts: readonly Drift[]): void;
  /** Answers as another version of its API from now on. @throws RangeError when it has no such one */
  useVersion?(version: string): void;
}

export const ok = (body: unknown): VendorReply => ({ status: 200, body });

/** The token of `Authorization: Bearer …`, or of any scheme named. */
export function tokenOf(request: Pick<VendorRequest, 'headers'>, scheme = 'Bearer'): string | null {
  const header = request.headers.authorization ?? '';
  return header.startsWith(`${scheme} `) ? header.slice(scheme.length + 1).trim() : null;
}
