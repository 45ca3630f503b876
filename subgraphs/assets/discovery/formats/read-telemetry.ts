import { formatOf, type Recognised } from './format-of.ts';
import type { Reading } from './format.ts';
import { BrokenInput, openText } from './input/open-text.ts';
import { readJson, readJsonLines } from './json/read-json.ts';
import { readLines } from './lines/read-lines.ts';
import type { Numbered } from './numbered.ts';
import { type Outcome, refused } from './outcome.ts';
import { SeenIds } from '../snapshot/seen-ids.ts';
import type { RecordRead, Refused } from './record-read.ts';
import { readTable } from './tables/read-table.ts';

/** A file that is open: a snapshot, which has a reader of its own, records one by one, or nothing that can be read. */
export type Telemetry =
  | { kind: 'SNAPSHOT'; code: 'SNAPSHOT'; chunks: AsyncIterable<string> }
  | { kind: 'RECORDS'; code: string; records: AsyncIterable<RecordRead> }
  | { kind: 'UNREADABLE'; refused: Refused };

/** What files of one scan share. @param asOf the moment of the scan, milliseconds since 1970 */
export const newReading = (asOf: number): Reading => ({ asOf, directory: new Map(), names: new Map() });

/** Records that wait for their file's end; further ones go without what the end would tell. */
const MOST_HELD = 20_000;

/**
 * Opens a file of any format that can be read, packed by gzip or not. Its records come while it is read; memory does not grow with it, but for ids and names.
 * Nothing that is in a file makes it throw.
 * @param fileName decides only where the content leaves two formats
 */
export async function readTelemetry(bytes: AsyncIterable<Uint8Array>, fileName: string, reading: Reading): Promise<Telemetry> {
  const opened = await openText(bytes);
  if (opened.kind === 'REFUSED') return unreadable(refused(opened.problem, opened.says));
  const recognised = formatOf(opened.head, fileName);
  if (recognised.kind === 'SNAPSHOT') return { kind: 'SNAPSHOT', code: recognised.code, chunks: opened.chunks };
  if (recognised.kind === 'UNKNOWN') {
    await opened.close();
    return unreadable(refused('UNKNOWN_FORMAT', recognised.says));
  }
  return {
    kind: 'RECORDS',
    code: recognised.code,
    records: recordsOf(numberedOf(recognised, opened.chunks, { ...reading, names: new Map() })),
  };
}

const unreadable = (outcome: Extract<Outcome, { kind: 'REFUSED' }>): Telemetry => ({
  kind: 'UNREADABLE',
  refused: { ...outcome, list: '', record: '', number: 0 },
});

function numberedOf(
  recognised: Exclude<Recognised, { kind: 'SNAPSHOT' | 'UNKNOWN' }>,
  chunks: AsyncIterable<string>,
  reading: Reading,
): AsyncIterable<Numbered[]> {
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
  const seen = new SeenIds();
  const held: (() => RecordRead)[] = [];
  let last = { list: '', number: 0 };
  try {
    for await (const batch of batches)
      for (const { list, number, entry } of batch) {
        const { id, outcome } = entry;
        last = { list, number };
        const place = { list, number, record: id ?? String(number) };
        if (id !== null && !seen.add(`${list} ${id}`)) yield named(place, refused('DUPLICATE_ID'));
        else if (typeof outcome !== 'function') yield named(place, outcome);
        else if (held.length < MOST_HELD) held.push(() => named(place, outcome()));
        else yield named(place, outcome());
      }
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    const number = last.number + 1;
    yield named({ list: last.list, number, record: String(number) }, refused('TRUNCATED', error.message));
  }
  for (const settled of held) yield settled();
}

function named(place: Pick<RecordRead, 'list' | 'record' | 'number'>, outcome: Outcome): RecordRead {
  if (outcome.kind !== 'EVIDENCE') return { ...outcome, ...place };
  return { kind: 'EVIDENCE', ...place, evidence: outcome.said.map((said) => ({ ...said, record: place.record })) };
}
