import type { Login } from './logins.ts';

/** What the parent tells the child to be. Passwords travel here and not in arguments or the environment, which other users can read. */
export interface ChildConfig {
  readonly dataFolder: string | null;
  readonly port: number;
  readonly logins: readonly Login[];
  readonly idleInTransactionMs: number;
  readonly lockWaitMs: number;
  readonly maxConnections: number;
  readonly heartbeatMs: number;
}

export type ToChild = { readonly type: 'start'; readonly config: ChildConfig } | { readonly type: 'stop' };

export interface Heartbeat {
  /** Units run since the child started. */
  readonly units: number;
  readonly connections: number;
  readonly residentBytes: number;
}

export type FromChild =
  | { readonly type: 'ready'; readonly port: number; readonly startMs: number; readonly warnings: readonly string[] }
  | { readonly type: 'failed'; readonly code: string; readonly message: string; readonly pid: number }
  | ({ readonly type: 'heartbeat' } & Heartbeat);
