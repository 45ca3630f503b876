const MAX_VALUE_CHARACTERS = 4_000;
const HEADER_NAME = /^[a-z0-9][a-z0-9-]{0,60}$/;
const HEADER_VALUE = /^[\x20-\x7e]+$/;
/** Of the connection, of the body, or ours to say. */
const NOT_THEIRS = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'idempotency-key',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Whether a header that a person gave may be sent to a service. @param name in lower case */
export function maySend(name: string, value: string): boolean {
  return HEADER_NAME.test(name) && !NOT_THEIRS.has(name) && HEADER_VALUE.test(value) && value.length <= MAX_VALUE_CHARACTERS;
}
