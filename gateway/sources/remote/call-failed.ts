/** Why a call came to nothing. KEPT_BACK: by the breaker. REFUSED: nothing was sent. BROKEN: the connection ended. LATE: out of time. TOO_LARGE: more than may be read. */
export type CallFailure = 'KEPT_BACK' | 'REFUSED' | 'BROKEN' | 'LATE' | 'TOO_LARGE';

/** A call to a subgraph that brought no reply. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly kind: CallFailure;

  constructor(kind: CallFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** Nobody was reached: the subgraph cannot have done anything. */
const NEVER_SENT = new Set<unknown>(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** A failure of the connection. */
export function connectionFailed(cause: Error): CallFailed {
  const codes = cause instanceof AggregateError ? cause.errors.map(codeOf) : [codeOf(cause)];
  const refused = codes.length > 0 && codes.every((code) => NEVER_SENT.has(code));
  return new CallFailed(refused ? 'REFUSED' : 'BROKEN', cause.message, { cause });
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
