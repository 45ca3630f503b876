import type { ChainName } from '../../kernel/journal/chains.ts';

const ORIGIN = ['sequence', 'id', 'at', 'userId', 'credentialKind', 'credentialId', 'requestId', 'traceId'];
const COLUMNS: Readonly<Record<ChainName, readonly string[]>> = {
  REQUESTS: [...ORIGIN, 'address', 'transport', 'kind', 'operation', 'documentHash', 'outcome', 'cost', 'durationMs', 'touched', 'hash'],
  CHANGES: [...ORIGIN, 'action', 'subjectType', 'subjectId', 'before', 'after', 'erased', 'hash'],
};

/** What a spreadsheet would take for a formula: OWASP's list, after whatever white space it passes over. */
const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/;

export function csvHead(chain: ChainName): string {
  return `${COLUMNS[chain].join(',')}\r\n`;
}

/** One entry as RFC 4180 has it; a text that a spreadsheet would carry out gets an apostrophe in front. */
export function csvLine(chain: ChainName, entry: object): string {
  const values: Readonly<Record<string, unknown>> = { ...entry };
  return `${COLUMNS[chain].map((name) => cell(values[name])).join(',')}\r\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text =
    value instanceof Date
      ? value.toISOString()
      : typeof value === 'string'
        ? value
        : Array.isArray(value)
          ? value.join(' ')
          : JSON.stringify(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
