/** Type bytes of the messages the gateway looks at (PostgreSQL documentation, "Message Formats"). */
export const FRONTEND = {
  BIND: 0x42,
  CLOSE: 0x43,
  COPY_DATA: 0x64,
  COPY_DONE: 0x63,
  COPY_FAIL: 0x66,
  DESCRIBE: 0x44,
  EXECUTE: 0x45,
  FLUSH: 0x48,
  FUNCTION_CALL: 0x46,
  PARSE: 0x50,
  PASSWORD: 0x70,
  QUERY: 0x51,
  SYNC: 0x53,
  TERMINATE: 0x58,
} as const;

export const BACKEND = {
  COMMAND_COMPLETE: 0x43,
  COPY_IN_RESPONSE: 0x47,
  DATA_ROW: 0x44,
  ERROR_RESPONSE: 0x45,
  NOTIFICATION: 0x41,
  PARAMETER_STATUS: 0x53,
  PARSE_COMPLETE: 0x31,
  READY_FOR_QUERY: 0x5a,
} as const;

/** `I` idle, `T` in a transaction, `E` in a failed transaction. */
export type TransactionStatus = 'I' | 'T' | 'E';

/** Joins parts into one typed message; strings become NUL-terminated. */
export function message(type: number, ...parts: (string | Buffer)[]): Buffer {
  const body = parts.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : part));
  const head = Buffer.alloc(5);
  head[0] = type;
  head.writeInt32BE(4 + body.reduce((sum, part) => sum + part.length, 0), 1);
  return Buffer.concat([head, ...body]);
}

/** A NUL-terminated string and the offset behind it. Throws RangeError when the terminator is missing. */
export function readString(bytes: Buffer, offset: number): [text: string, next: number] {
  const end = bytes.indexOf(0, offset);
  if (end < 0) throw new RangeError('unterminated string in a message');
  return [bytes.toString('utf8', offset, end), end + 1];
}

export const query = (sql: string): Buffer => message(FRONTEND.QUERY, sql);
export const sync = (): Buffer => message(FRONTEND.SYNC);
export const copyFail = (reason: string): Buffer => message(FRONTEND.COPY_FAIL, reason);
export const closeStatement = (name: string): Buffer => message(FRONTEND.CLOSE, Buffer.from('S'), name);

export const readyForQuery = (status: TransactionStatus): Buffer => message(BACKEND.READY_FOR_QUERY, Buffer.from(status));
export const parameterStatus = (name: string, value: string): Buffer => message(BACKEND.PARAMETER_STATUS, name, value);

/** CopyInResponse; the column formats are left out (0 columns), the client libraries read only the overall one. */
export const copyInResponse = (binary: boolean): Buffer => message(BACKEND.COPY_IN_RESPONSE, Buffer.from([binary ? 1 : 0, 0, 0]));

/** AuthenticationXxx; `code` 0 = ok, 10 = SASL, 11 = SASL continue, 12 = SASL final. */
export function authentication(code: 0 | 10 | 11 | 12, body: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(4);
  head.writeInt32BE(code);
  return message(0x52, head, body);
}

/** BackendKeyData. The key is worthless here: the one backend cannot be cancelled. */
export function backendKeyData(processId: number): Buffer {
  const body = Buffer.alloc(8);
  body.writeInt32BE(processId, 0);
  return message(0x4b, body);
}

export interface SqlError {
  readonly sqlState: string;
  readonly message: string;
  readonly hint?: string;
}

/** ErrorResponse. FATAL tells the client that the connection ends with it. */
export function errorResponse(error: SqlError, severity: 'ERROR' | 'FATAL' = 'ERROR'): Buffer {
  const fields = [`S${severity}`, `V${severity}`, `C${error.sqlState}`, `M${error.message}`];
  if (error.hint !== undefined) fields.push(`H${error.hint}`);
  return message(BACKEND.ERROR_RESPONSE, ...fields, Buffer.from([0]));
}

/** The fields of an ErrorResponse by their one-letter code (`C` SQLSTATE, `M` message, `V` severity). */
export function errorFields(bytes: Buffer): Map<string, string> {
  const fields = new Map<string, string>();
  let offset = 5;
  while (offset < bytes.length && bytes[offset] !== 0) {
    const code = String.fromCharCode(bytes[offset]!);
    const [value, next] = readString(bytes, offset + 1);
    fields.set(code, value);
    offset = next;
  }
  return fields;
}
