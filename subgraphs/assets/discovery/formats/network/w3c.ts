import type { LineFormat } from '../format.ts';
import { type Outcome, refused } from '../outcome.ts';
import { readMoment } from '../tables/cells.ts';
import { squid } from './squid.ts';
import { visited } from './visited.ts';

const CELLS = /"([^"]*)"|(\S+)/g;
const BLOCKED = /^(?:denied|blocked|block)$/i;

const fieldsOf = (line: string): readonly string[] =>
  line
    .replace(/^#Fields:\s*/i, '')
    .trim()
    .split(/\s+/);

/** The W3C extended log format, as proxies write it. */
export const w3c: LineFormat = {
  kind: 'LINES',
  code: 'PROXY_W3C',
  title: squid.title,
  matches: (lines) =>
    lines.some((line) => /^#Fields:/i.test(line) && /\b(?:cs-host|cs-uri|cs\(host\)|s-hostname|r-host)\b|cs\(Host\)/i.test(line)),
  reader: () => {
    let fields: readonly string[] = [];
    return (line) => {
      if (line.startsWith('#')) {
        if (/^#Fields:/i.test(line)) fields = fieldsOf(line);
        return null;
      }
      const cells = [...line.matchAll(CELLS)].map(([, quoted, plain]) => quoted ?? plain ?? '');
      if (cells.length !== fields.length)
        return { id: null, outcome: refused('WRONG_WIDTH', `It has ${cells.length} cells, the header ${fields.length}.`) };
      return { id: null, outcome: outcomeOf(new Map(fields.map((field, place) => [field.toLowerCase(), cells[place] ?? '']))) };
    };
  },
};

function outcomeOf(row: ReadonlyMap<string, string>): Outcome {
  const first = (...fields: readonly string[]): string | null =>
    fields.map((field) => row.get(field) ?? '-').find((cell) => cell !== '-' && cell !== '') ?? null;
  const when =
    readMoment([first('date'), first('time')].filter((part) => part !== null).join(' ')) ??
    readMoment(first('x-timestamp', 'timestamp', 'gmttime') ?? '');
  const status = first('sc-status');
  return visited({
    url: first('cs-host', 'cs(host)', 'cs-uri-host', 'r-host', 's-hostname', 'cs-uri', 'c-uri', 'cs-url'),
    when,
    blocked:
      BLOCKED.test(first('sc-filter-result', 'x-action') ?? '') ||
      status === '403' ||
      status === '407' ||
      (first('s-action') ?? '').includes('DENIED'),
    client: first('c-ip', 'cs-ip'),
    user: first('cs-username', 'cs-user', 'x-cs-username'),
    bytes: Number(first('cs-bytes') ?? Number.NaN),
  });
}
