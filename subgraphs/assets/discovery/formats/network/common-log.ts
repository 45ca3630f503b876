import type { LineFormat } from '../format.ts';
import { refused } from '../outcome.ts';
import { squid } from './squid.ts';
import { mostlyLike, visited } from './visited.ts';

/** [host:port] client identity user [day/month/year:time zone] "method address protocol" status bytes ["referrer" "agent" …] */
const LINE =
  /^(?:(\S+:\d+) )?(\S+) (\S+) (\S+) \[(\d{1,2})\/([A-Za-z]{3})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d{4})\] "((?:[^"\\]|\\.)*)" (\d{3}|-) (\d+|-)/;

/** The common log format and the combined one, as proxies write them; servers' own logs say nothing of hosts. */
export const commonLog: LineFormat = {
  kind: 'LINES',
  code: 'PROXY_COMMON',
  title: squid.title,
  matches: (lines) => mostlyLike(LINE, lines),
  reader: () => (line) => {
    const [found, virtual, client = '', , user = '', day, month, year, time, zone, request = '', status, bytes] = LINE.exec(line) ?? [];
    if (found === undefined) return { id: null, outcome: refused('UNREADABLE_LINE') };
    const when = Date.parse(`${day} ${month} ${year} ${time} ${zone}`);
    const [, address = ''] = request.split(' ');
    const url = address.startsWith('/') ? (virtual ?? null) : address;
    const outcome = visited({
      url,
      when: Number.isNaN(when) ? null : when,
      blocked: status === '403' || status === '407',
      client,
      user,
      bytes: Number(bytes),
    });
    return { id: null, outcome };
  },
};
