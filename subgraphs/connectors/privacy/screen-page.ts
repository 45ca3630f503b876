import { hash } from 'node:crypto';
import { Screen, type ScreenedRecord } from '../../kernel/privacy/screening/screen.ts';
import type { ScreenTally, Screening } from '../../kernel/privacy/screening/screening.ts';
import type { Page, PageRecord } from '../kit/connector.ts';

/** A page, or a part of one, with what was found while it was screened. */
export interface ScreenedPage extends Pick<Page, 'records' | 'bad'> {
  tallies: ScreenTally[];
}

/** Does with a page what the screening says: values are replaced, records that may not come in are set aside without what they hold. For worker threads. */
export function screenPage({ records, bad }: Pick<Page, 'records' | 'bad'>, screening: Screening): ScreenedPage {
  const screen = new Screen(screening);
  const page: ScreenedPage = { records: [], bad: [], tallies: [] };
  const untouched = screening.columns.length === 0 && screening.erased.length === 0;
  if (untouched) page.records = records;
  for (const record of untouched ? [] : records) {
    const result = screen.record(JSON.parse(record.data) as ScreenedRecord, record.key);
    const { line } = record;
    switch (result.verdict) {
      case 'PASSED':
        page.records.push(record);
        break;
      case 'CHANGED':
        page.records.push(resealed(record, result.record, screening.key));
        break;
      case 'BLOCKED': {
        const what = result.type.toLowerCase().replaceAll('_', ' ');
        page.bad.push({
          line,
          code: 'PERSONAL_DATA',
          reason: `${result.column} holds personal data (${what}) that the policy keeps out`,
          raw: '',
        });
        break;
      }
      case 'FORGOTTEN':
        page.bad.push({ line, code: 'PERSON_FORGOTTEN', reason: 'it is about a person who asked to be forgotten', raw: '' });
        break;
    }
  }
  for (const each of bad) page.bad.push({ ...each, reason: screen.text(each.reason), raw: screen.text(each.raw) });
  page.tallies = screen.tallies;
  return page;
}

/** The record with other values: when a column of its key changed, its key follows. */
function resealed(record: PageRecord, values: ScreenedRecord, key: readonly string[] | null): PageRecord {
  const data = JSON.stringify(values);
  const before = JSON.parse(record.data) as ScreenedRecord;
  const moved = record.key !== null && key !== null && key.some((name) => before[name] !== values[name]);
  return {
    ...record,
    key: moved ? keyOf(key.map((name) => values[name] ?? null)) : record.key,
    data,
    hash: hash('sha256', data, 'base64url').slice(0, 27),
  };
}

/** The values of a key as one text. */
export function keyOf(parts: readonly unknown[]): string {
  const [only] = parts;
  return parts.length === 1 && (typeof only === 'string' || typeof only === 'number') ? String(only) : JSON.stringify(parts);
}
