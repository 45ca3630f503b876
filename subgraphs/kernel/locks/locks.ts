/** The right to do something that only one process may do, for as long as it is renewed. */
export interface Lease {
  /**
   * Larger than the token of every lease of this name before it. Whoever acts under a lease hands the token on, so that what a late
   * holder still writes can be told from what its successor wrote.
   */
  readonly token: number;
  /** Holds it for `ttlMs` from now. False when it has run out meanwhile (somebody else may hold it) or the locks cannot be reached. */
  renew(ttlMs: number): Promise<boolean>;
  /** Gives it back; does nothing when it has run out. */
  release(): Promise<void>;
}

/** Leases by name, for processes that share the locks. A lease is a courtesy, never the only guard of data: it can run out unnoticed. */
export interface Locks {
  /** The lease for `ttlMs`; null when somebody holds it, or when the locks cannot be reached. Never waits for the holder. */
  acquire(name: string, ttlMs: number): Promise<Lease | null>;
}
