import { formatOf, type Recognised } from './format-of.ts';
import type { Reading } from './format.ts';
import { BrokenInput, openText } from './input/open-text.ts';
import { readJson, readJsonLines } from './json/read-json.ts';
import { readLines } from './lines/read-lines.ts';
import type { Numbered } from './numbered.ts';
import { type Entry, type Outcome, refused } from './outcome.ts';
import type { RecordRead, Refused } from './record-read.ts';
import { readTable } from './tables/read-table.ts';

/** A file that is open: a snapshot, which has a reader of its own, records one by one, or nothing that can be read. */
export type Telemetry =
  | { kind: 'SNAPSHOT'; code: 'SNAPSHOT'; chunks: AsyncIterable<string> }
  | { kind: 'RECORDS'; code: string; records: AsyncIterable<RecordRead> }
  | { kind: 'UNREADABLE'; refused: Refused };

/** Ids by which duplicates of one file are told; of more records than that only the latest are compared. */
const MOST_IDS = 1_000_000;

/** What files of one scan share. @param asOf the moment of the scan, milliseconds since 1970 */
export const newReading = (asOf: number): Reading => ({ asOf, directory: new Map() });

/**
 * Opens a file of any format that can be read, packed by gzip or not. Its records come while it is read; memory does not grow with it, but for ids.
 * Nothing that is in a file makes it throw.
 * @param fileName decides only where the content leaves two formats
 */
export async function readTelemetry(bytes: AsyncIterable<Uint8Array>, fileName: string, reading: Reading): Promise<Telemetry> {
  const opened = await openText(bytes);
  if (opened.kind === 'REFUSED') return unreadable(refused(opened.problem, opened.says));
  const recognised = formatOf(opened.head, fileName);
  if (recognised.kind === 'SNAPSHOT') return { kind: 'SNAPSHOT', code: recognised.code, chunks: opened.chunks };
  if (recognised.kind === 'UNKNOWN') return unreadable(refused('UNKNOWN_FORMAT', recognised.says));
  return { kind: 'RECORDS', code: recognised.code, records: recordsOf(numberedOf(recognised, opened.chunks, reading)) };
}

const unreadable = (outcome: Extract<Outcome, { kind: 'REFUSED' }>): Telemetry => ({ kind: 'UNREADABLE', refused: { ...outcome, list: '', record: '' } });

function numberedOf(recognised: Exclude<Recognised, { kind: 'SNAPSHOT' | 'UNKNOWN' }>, chunks: AsyncIterable<string>, reading: Reading): AsyncIterable<Numbered[]> {
  switch (recognised.kind) {
    case 'JSON':
      return readJson(chunks, recognised, recognised.lists, recognised.isList, reading);
    case 'JSON_LINES':
      return readJsonLines(chunks, recognised, reading);
    case 'LINES':
      return readLines(chunks, recognised.format, reading);
    case 'TABLE':
      return readTable(chunks, recognised.layout, reading);
  }
}

async function* recordsOf(batches: AsyncIterable<Numbered[]>): AsyncGenerator<RecordRead> {
  const seen = new Set<string>();
  let last = { list: '', number: 0 };
  try {
    for await (const batch of batches)
      for (const { list, number, entry } of batch) {
        last = { list, number };
        yield named(list, entry.id ?? String(number), isRepeated(seen, list, entry) ? refused('DUPLICATE_ID') : entry.outcome);
      }
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    yield named(last.list, String(last.number + 1), refused('TRUNCATED', error.message));
  }
}

function isRepeated(seen: Set<string>, list: string, { id }: Entry): boolean {
  if (id === null) return false;
  const key = `${list} ${id}`;
  if (seen.has(key)) return true;
  if (seen.size >= MOST_IDS) seen.clear();
  seen.add(key);
  return false;
}

function named(list: string, record: string, outcome: Outcome): RecordRead {
  if (outcome.kind !== 'EVIDENCE') return { ...outcome, list, record };
  return { kind: 'EVIDENCE', list, record, evidence: outcome.said.map((said) => ({ ...said, record })) };
}
