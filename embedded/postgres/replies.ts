import { REFUSED_MARKER } from './unit.ts';
import { BACKEND, errorFields, errorResponse, readString } from './wire/messages.ts';
import type { SqlError, TransactionStatus } from './wire/messages.ts';

export interface Notification {
  readonly channel: string;
  readonly bytes: Buffer;
}

/** What the backend answered to one unit. */
export interface Replies {
  /** What the client gets, in order; notifications are apart. */
  readonly forClient: Buffer[];
  readonly notifications: Notification[];
  /** ParameterStatus values, newest last. */
  readonly parameters: [name: string, value: string][];
  /** Null when no ReadyForQuery came (the unit ended in Flush). */
  status: TransactionStatus | null;
  failed: boolean;
  rolledBack: boolean;
  /** The message of a FATAL error: the backend is of no use after it. */
  fatal: string | null;
}

/** How the replies differ from what the client expects, because the gateway changed the unit. */
export interface Adjustments {
  readonly dropParseComplete: boolean;
  readonly dropCopyIn: boolean;
  readonly refusal: SqlError | null;
}

/** Takes the backend's output apart. Runs of messages that concern nobody but the client are passed on as one slice. */
export function readReplies(output: Buffer, adjust: Adjustments): Replies {
  const replies: Replies = {
    forClient: [],
    notifications: [],
    parameters: [],
    status: null,
    failed: false,
    rolledBack: false,
    fatal: null,
  };
  let dropParseComplete = adjust.dropParseComplete;
  let runStart = 0;
  let at = 0;
  const replace = (start: number, end: number, replacement: Buffer | null): void => {
    if (start > runStart) replies.forClient.push(output.subarray(runStart, start));
    if (replacement) replies.forClient.push(replacement);
    runStart = end;
  };
  while (at + 5 <= output.length) {
    const end = at + 1 + output.readInt32BE(at + 1);
    const bytes = output.subarray(at, end);
    switch (output[at]) {
      case BACKEND.NOTIFICATION:
        replies.notifications.push({ channel: readString(bytes, 9)[0], bytes });
        replace(at, end, null);
        break;
      case BACKEND.PARAMETER_STATUS: {
        const [name, valueAt] = readString(bytes, 5);
        replies.parameters.push([name, readString(bytes, valueAt)[0]]);
        break;
      }
      case BACKEND.READY_FOR_QUERY:
        replies.status = String.fromCharCode(bytes[5]!) as TransactionStatus;
        break;
      case BACKEND.ERROR_RESPONSE: {
        const refused = noteError(bytes, adjust.refusal, replies);
        if (refused) replace(at, end, refused);
        break;
      }
      case BACKEND.COMMAND_COMPLETE:
        if (bytes.length === 14 && readString(bytes, 5)[0] === 'ROLLBACK') replies.rolledBack = true;
        break;
      case BACKEND.COPY_IN_RESPONSE:
        if (adjust.dropCopyIn) replace(at, end, null);
        break;
      case BACKEND.PARSE_COMPLETE:
        if (dropParseComplete) replace(at, end, null);
        dropParseComplete = false;
        break;
      default:
    }
    at = end;
  }
  replace(at, at, null);
  return replies;
}

function noteError(bytes: Buffer, refusal: SqlError | null, replies: Replies): Buffer | null {
  replies.failed = true;
  const fields = errorFields(bytes);
  if (fields.get('V') === 'FATAL' || fields.get('V') === 'PANIC') replies.fatal ??= fields.get('M') ?? 'unknown';
  return refusal && fields.get('M')?.includes(REFUSED_MARKER) ? errorResponse(refusal) : null;
}
