const SHORT = 40;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;
const FIRST_SURROGATE = 0xd8_00;
const LAST_SURROGATE = 0xdf_ff;
// oxlint-disable-next-line no-control-regex -- those are what JSON has to escape
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A string as JSON text: most need no escaping, and are only put in quotes. */
export function quoted(value: string): string {
  const { length } = value;
  if (length > SHORT) return ESCAPED.test(value) ? JSON.stringify(value) : `"${value}"`;
  for (let index = 0; index < length; index++) {
    const code = value.charCodeAt(index);
    if (code < FIRST_PRINTABLE || code === QUOTE || code === BACKSLASH || (code >= FIRST_SURROGATE && code <= LAST_SURROGATE))
      return JSON.stringify(value);
  }
  return `"${value}"`;
}
