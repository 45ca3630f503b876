import type { ListenChange } from './sql/inspection.ts';
import type { SqlError } from './wire/messages.ts';

/**
 * What one client wants done in one go: its messages up to Query, Sync or Flush. The backend runs a unit without a break,
 * so messages of different clients never interleave.
 */
export interface Unit {
  readonly frames: Buffer[];
  bytes: number;
  /** `flush` leaves the extended protocol open: the backend stays with this client until its Sync. */
  end: 'query' | 'sync' | 'flush';
  /** The unit holds a whole COPY FROM STDIN: the gateway has told the client to send its data already. */
  copyIn: boolean;
  /** Why a message of this unit was replaced by one that fails; told to the client in place of that failure. */
  refusal: SqlError | null;
  /** Settings changed for longer than a transaction. */
  readonly settings: string[];
  readonly listenChanges: ListenChange[];
  /** The unit parses or destroys the unnamed statement. */
  definesUnnamed: boolean;
  /** Set when the unit uses an unnamed statement parsed in an earlier unit; null inside when there is none. */
  reusesUnnamed: { readonly parse: Buffer | null } | null;
  enqueuedAtMs: number;
}

export const emptyUnit = (): Unit => ({
  frames: [],
  bytes: 0,
  end: 'sync',
  copyIn: false,
  refusal: null,
  settings: [],
  listenChanges: [],
  definesUnnamed: false,
  reusesUnnamed: null,
  enqueuedAtMs: 0,
});

/** 256 MiB: the most one client may collect before the backend sees it (a whole COPY FROM STDIN is one unit). */
export const MAX_UNIT_BYTES = 256 * 1024 * 1024;

/** A text no parser accepts; its syntax error is recognised by this word and replaced by the refusal. */
export const REFUSED_MARKER = 'autonomos_refused';

/** Thrown for a message that breaks the protocol or a limit: the client is told and disconnected. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  readonly sqlState: string;

  constructor(sqlState: string, message: string) {
    super(message);
    this.sqlState = sqlState;
  }
}
