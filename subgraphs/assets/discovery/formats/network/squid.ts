import type { LineFormat } from '../format.ts';
import { refused } from '../outcome.ts';
import { readMoment } from '../tables/cells.ts';
import { mostlyLike, visited } from './visited.ts';

/** time elapsed client code/status bytes method URL user hierarchy/peer type */
const LINE = /^(\d{9,10}\.\d{1,3})\s+(-?\d+) (\S+) ([A-Z_]+(?:\/(?:\d{3}|-))?) (\d+) ([A-Z]+) (\S+) (\S+) (\S+)(?: (\S+))?/;

/** Squid's own log. */
export const squid: LineFormat = {
  kind: 'LINES',
  code: 'PROXY_SQUID',
  title: 'proxy logs (Squid, common and combined, W3C extended, CSV)',
  matches: (lines) => mostlyLike(LINE, lines),
  reader: () => (line) => {
    const [, time = '', , client = '', code = '', bytes = '', , url = '', user = ''] = LINE.exec(line) ?? [];
    if (time === '') return { id: null, outcome: refused('UNREADABLE_LINE') };
    return {
      id: null,
      outcome: visited({ url, when: readMoment(time), blocked: /DENIED|\/4(?:03|07)$/.test(code), client, user, bytes: Number(bytes) }),
    };
  },
};
