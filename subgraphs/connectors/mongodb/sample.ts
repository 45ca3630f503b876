import type { Collection, Document } from 'mongodb';
import type { LayoutColumn } from '../files/reading/layout.ts';
import { TextWriter } from '../files/unpacking/text-writer.ts';
import { type BsonKind, cellsOf, documentOf } from './bson-cells.ts';
import { MAX_COLUMNS, QUERY_TIMEOUT_MS, SAMPLE_BYTES, SAMPLE_DOCUMENTS } from './limits.ts';

/** What a collection's documents are like. */
export interface Sampled {
  columns: LayoutColumn[];
  documents: number;
  /** All of them were looked at. */
  whole: boolean;
  notes: string[];
  /** Kinds of each column's values. */
  kinds: Map<string, Set<BsonKind>>;
  /** Columns that some document does not have. */
  missing: Set<string>;
}

/** Looks at documents of a collection and writes them as rows of a text. `count`: how many there are, roughly. */
export async function sampleCollection(collection: Collection, count: number, text: string): Promise<Sampled> {
  const kinds = new Map<string, Set<BsonKind>>([['_id', new Set()]]);
  const seen = new Map<string, number>();
  const tooLong = new Set<string>();
  const kept: Uint8Array[] = [];
  let bytes = 0;
  let left = 0;
  for await (const document of documentsOf(collection, count)) {
    const raw = document as unknown as Uint8Array;
    bytes += raw.length;
    if (kept.length >= SAMPLE_DOCUMENTS || bytes > SAMPLE_BYTES) break;
    kept.push(raw);
    for (const [name, { kind, text: value }] of cellsOf(documentOf(raw))) {
      const known = kinds.get(name);
      if (known === undefined && kinds.size >= MAX_COLUMNS) left++;
      else if (known === undefined) kinds.set(name, new Set([kind]));
      else known.add(kind);
      if (kind !== 'NONE') seen.set(name, (seen.get(name) ?? 0) + 1);
      if (kind === 'WHOLE' && !Number.isSafeInteger(Number(value))) tooLong.add(name);
    }
  }
  const names = [...kinds.keys()];
  using writer = new TextWriter(text, () => undefined);
  for (const raw of kept) {
    const cells = cellsOf(documentOf(raw));
    writer.row(names.map((name) => cells.get(name)?.text ?? ''));
  }
  writer.end();
  const notes =
    left === 0
      ? []
      : [`its documents have more fields than are read: those past the first ${MAX_COLUMNS.toLocaleString('en-US')} are left out`];
  return {
    columns: names.map((name) => columnOf(name, kinds.get(name) ?? new Set(), tooLong.has(name))),
    documents: kept.length,
    whole: kept.length < SAMPLE_DOCUMENTS && bytes <= SAMPLE_BYTES && (count <= SAMPLE_DOCUMENTS || kept.length >= count),
    notes,
    kinds,
    missing: new Set(names.filter((name) => (seen.get(name) ?? 0) < kept.length)),
  };
}

/** All documents of small collections, of larger ones some from everywhere; the first ones where the server takes no samples. */
async function* documentsOf(collection: Collection, count: number): AsyncGenerator<Document> {
  const options = { raw: true, maxTimeMS: QUERY_TIMEOUT_MS, batchSize: 500 };
  if (count > SAMPLE_DOCUMENTS) {
    let any = false;
    try {
      for await (const document of collection.aggregate([{ $sample: { size: SAMPLE_DOCUMENTS } }], options)) {
        any = true;
        yield document;
      }
      return;
    } catch (error) {
      if (any || !(error instanceof Error) || error.name !== 'MongoServerError') throw error;
    }
  }
  yield* collection.find({}, { ...options, limit: SAMPLE_DOCUMENTS + 1 });
}

const words: Readonly<Record<BsonKind, string>> = {
  NONE: 'null', TEXT: 'text', WHOLE: 'whole numbers', NUMBER: 'numbers', MOMENT: 'dates', TRUTH: 'true or false', ID: 'ids or binary', JSON: 'lists or documents',
}; // prettier-ignore

/** A column whose values all are of a type has that type; text, and what is mixed, is typed by what it says. */
function columnOf(name: string, kinds: ReadonlySet<BsonKind>, tooLong: boolean): LayoutColumn {
  const real = [...kinds].filter((kind) => kind !== 'NONE');
  const evidence = real.length === 0 ? [] : [`${real.map((kind) => words[kind]).join(' and ')} in the documents`];
  const only = (...allowed: BsonKind[]): boolean => real.length > 0 && real.every((kind) => allowed.includes(kind));
  const declared = tooLong || only('ID') || only('JSON') || (name === '_id' && !only('WHOLE') && !only('MOMENT'))
    ? 'TEXT'
    : only('MOMENT') ? 'DATETIME'
    : only('TRUTH') ? 'BOOLEAN'
    : only('WHOLE', 'NUMBER') && kinds.has('NUMBER') ? 'DECIMAL'
    : name === '_id' && only('WHOLE') ? 'INTEGER'
    : null; // prettier-ignore
  if (real.length > 1 && declared === null) evidence.push('of several types: taken for what most of them say');
  return declared === null ? { name, evidence } : { name, evidence, declared };
}
