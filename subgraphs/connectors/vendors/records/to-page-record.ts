import { hash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { MISFIT } from '../../files/typing/normalise.ts';
import type { Page, PageRecord } from '../../kit/connector.ts';
import type { VendorField } from './field.ts';
import { type JsonRecord, MAX_TEXT_CHARACTERS, isTooLong, readValue, valueAt } from './read-value.ts';

const MAX_RAW_CHARACTERS = 2_000;
/** Records between which others get their turn: some milliseconds of work. */
const AT_ONCE = 250;

/** Turns a vendor's records into those of a page; what does not fit its field is bad. @param line number of the first one at the source */
export async function toPageRecords(
  records: readonly JsonRecord[],
  fields: readonly VendorField[],
  key: readonly string[] | null,
  line: number,
): Promise<Pick<Page, 'records' | 'bad'>> {
  const page: Pick<Page, 'records' | 'bad'> = { records: [], bad: [] };
  for (const [index, record] of records.entries()) {
    if (index % AT_ONCE === 0) await breathe();
    const values: Record<string, string | number | boolean | null> = {};
    let misfit: string | null = null;
    let long: string | null = null;
    for (const field of fields) {
      if (isTooLong(valueAt(record, field.path))) long ??= field.name;
      const value = readValue(record, field);
      if (value === MISFIT) misfit ??= `${field.name} is no ${field.type.toLowerCase()}`;
      else values[field.name] = value;
    }
    const bad = (code: string, reason: string): void => void page.bad.push({ line: line + index, code, reason, raw: JSON.stringify(record).slice(0, MAX_RAW_CHARACTERS) }); // prettier-ignore
    if (long !== null) {
      bad(
        'FIELD_TOO_LARGE',
        `${long} has more than ${MAX_TEXT_CHARACTERS.toLocaleString('en-US')} characters; shorten it at the source, or leave it out there`,
      );
      continue;
    }
    if (misfit !== null) bad('VALUE_MISFIT', misfit);
    else page.records.push({ key: null, line: line + index, ...sealed(values) });
    const last = page.records.at(-1);
    if (misfit !== null || key === null || last === undefined) continue;
    const parts = key.map((name) => values[name] ?? null);
    if (parts.includes(null)) {
      page.records.pop();
      bad('BLANK_KEY', `the key (${key.join(', ')}) is blank`);
    } else last.key = parts.length === 1 ? String(parts[0]) : JSON.stringify(parts);
  }
  return page;
}

function sealed(values: object): Pick<PageRecord, 'data' | 'hash'> {
  const data = JSON.stringify(values);
  return { data, hash: hash('sha256', data, 'base64url').slice(0, 27) };
}
