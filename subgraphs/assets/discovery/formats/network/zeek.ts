import { type Raw, textOf } from '../../snapshot/fields.ts';
import { certificateOf } from '../certificates/certificate.ts';
import { type JsonFormat, type LineFormat, one } from '../format.ts';
import { isObject, textsAt } from '../json/values.ts';
import { observed, type Outcome, refused, saying, silent } from '../outcome.ts';
import { readMoment } from '../tables/cells.ts';

const SEPARATOR = '\t';
const UNSET = new Set(['-', '(empty)', '']);
const LOGS = /^(?:dns|ssl|http|conn|x509)$/;

/** Zeek's logs of DNS, TLS, HTTP, connections and certificates, as tab-separated values with a header. */
export const zeek: LineFormat = {
  kind: 'LINES',
  code: 'ZEEK',
  title: 'Zeek logs (dns, ssl, http, conn, x509; TSV or JSON lines)',
  matches: (lines) =>
    lines.some((line) => line.startsWith('#fields\t')) &&
    logOf(fieldsIn(lines), lines.find((line) => line.startsWith('#path\t'))?.split('\t')[1] ?? '') !== null,
  reader: () => {
    let fields: readonly string[] = [];
    let path = '';
    return (line) => {
      if (line.startsWith('#')) {
        if (line.startsWith('#fields')) fields = line.split(SEPARATOR).slice(1);
        if (line.startsWith('#path')) path = line.split(SEPARATOR)[1] ?? '';
        return null;
      }
      const cells = line.split(SEPARATOR);
      if (cells.length !== fields.length)
        return { id: null, outcome: refused('WRONG_WIDTH', `It has ${cells.length} cells, the header ${fields.length}.`) };
      const raw = Object.fromEntries(
        fields.map((field, place) => [field, cells[place] ?? '']).filter(([, cell]) => !UNSET.has(cell ?? '')),
      );
      return { id: null, outcome: ofLog(logOf(fields, path), raw) };
    };
  },
};

/** The same logs as lines of JSON. */
export const zeekJson: JsonFormat = {
  kind: 'JSON',
  code: 'ZEEK',
  title: zeek.title,
  lists: (beginning) => {
    const first: unknown = Array.isArray(beginning) ? beginning[0] : beginning;
    return isObject(first) &&
      (first['ts'] !== undefined || first['_path'] !== undefined) &&
      logOf(Object.keys(first), textOf(first, '_path') ?? '') !== null
      ? ['']
      : null;
  },
  read: (element) => {
    if (!isObject(element)) return one(null, refused('NOT_AN_OBJECT'));
    return one(null, ofLog(logOf(Object.keys(element), textOf(element, '_path') ?? ''), element));
  },
};

const fieldsIn = (lines: readonly string[]): readonly string[] =>
  lines
    .find((line) => line.startsWith('#fields\t'))
    ?.split(SEPARATOR)
    .slice(1) ?? [];

/** Which log has these fields, where it does not say so itself. */
function logOf(fields: readonly string[], path: string): string | null {
  if (LOGS.test(path)) return path;
  if (fields.includes('certificate.subject') || fields.includes('san.dns')) return 'x509';
  if (!fields.includes('id.resp_h') && !fields.includes('uid')) return null;
  if (fields.includes('query') || fields.includes('qtype_name')) return 'dns';
  if (fields.includes('server_name') || fields.includes('cipher')) return 'ssl';
  if (fields.includes('uri') || fields.includes('status_code')) return 'http';
  return fields.includes('conn_state') || fields.includes('service') ? 'conn' : null;
}

function ofLog(log: string | null, raw: Raw): Outcome {
  const when = readMoment(textOf(raw, 'ts') ?? '');
  const details = { user: textOf(raw, 'username'), device: textOf(raw, 'id.orig_h') };
  switch (log) {
    case 'dns':
      return ofQuery(textOf(raw, 'query'), textOf(raw, 'rcode_name'), when, details);
    case 'ssl': {
      const host = textOf(raw, 'server_name');
      return host === null ? silent('ADDRESS_ONLY') : saying(observed('tls', when, { host, details }));
    }
    case 'http': {
      const host = textOf(raw, 'host');
      return host === null ? silent('NO_HOST') : saying(observed('http', when, { host, details }));
    }
    case 'x509': {
      const names = [...textsAt(raw, 'san.dns').flatMap((each) => each.split(',')), ...commonNameOf(textOf(raw, 'certificate.subject'))];
      const text = (field: string): string | null => textOf(raw, `certificate.${field}`);
      const [from, to] = [readMoment(text('not_valid_before') ?? ''), readMoment(text('not_valid_after') ?? '')];
      return certificateOf(names, when, { subject: text('subject'), issuer: text('issuer'), from, to });
    }
    default:
      return silent('ADDRESS_ONLY');
  }
}

function ofQuery(
  query: string | null,
  answer: string | null,
  when: number | null,
  details: { user: string | null; device: string | null },
): Outcome {
  if (query === null) return silent('NO_HOST');
  if (/\.(?:in-addr|ip6)\.arpa\.?$/i.test(query)) return silent('REVERSE_LOOKUP');
  return answer === 'NXDOMAIN' ? silent('NO_SUCH_HOST') : saying(observed('dns', when, { host: query, details }));
}

const commonNameOf = (subject: string | null): readonly string[] => /(?:^|,\s*)CN=([^,]+)/i.exec(subject ?? '')?.slice(1) ?? [];
