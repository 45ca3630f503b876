import { readDetails } from '../details/read-details.ts';
import type { Evidence } from '../gather/evidence.ts';
import type { Refusal } from '../gather/gatherer.ts';
import { inSnakeCase, type Raw, textOf } from './fields.ts';
import type { Moment } from './moment.ts';
import { LISTS, listOf, momentOfMeta } from './planes.ts';
import { SeenIds } from './seen-ids.ts';
import { type Piece, type Step, TreeSplitter } from './tree-splitter.ts';

/** Why a record of a snapshot is not part of the graph. */
export type RecordProblem = Refusal | 'NOT_JSON' | 'NOT_AN_OBJECT' | 'TOO_LONG' | 'DUPLICATE_ID' | 'TRUNCATED';

export interface Refused {
  /** Place of its list under `planes`, as `finance.contracts`. */
  list: string;
  /** Its id where it has one, else its number in its list, from 1. */
  record: string;
  /** Its number in its list, from 1. */
  number: number;
  problem: RecordProblem;
}

export interface Counted {
  read: number;
  /** Read, and taken in as evidence. */
  taken: number;
  refused: number;
  /** Read, and kept as they are: nothing in them says what runs. */
  kept: number;
}

export interface SnapshotReading {
  lists: ReadonlyMap<string, Counted>;
  /** The first refused records; `lists` counts all of them. */
  refused: readonly Refused[];
  /** Whether the document was whole. */
  whole: boolean;
}

const MOST_CHARACTERS = 1_000_000;
const MOST_TOLD = 10_000;
const PLANES_DEPTH = 3;

/** Into the document, its planes, and their lists, or planes that are lists themselves; the rest is taken whole. */
function stepAt(path: readonly string[]): Step {
  if (path.length === 0) return 'ENTER';
  if (path[0] !== 'planes') return 'WHOLE';
  if (path.length === PLANES_DEPTH - 1) return 'EITHER';
  return path.length < PLANES_DEPTH ? 'ENTER' : 'ELEMENTS';
}

/** Reads the moment that a snapshot is of from its `meta`, wherever that stands; null when it has none. Reads on until it is found. */
export async function momentOfSnapshot(chunks: AsyncIterable<string>): Promise<Moment | null> {
  const splitter = new TreeSplitter((path) => (path.length === 0 ? 'ENTER' : 'WHOLE'), MOST_CHARACTERS);
  for await (const chunk of chunks)
    for (const { path, text } of splitter.push(chunk)) {
      const meta = path[0] === 'meta' ? objectOf(text) : null;
      if (meta !== null) return momentOfMeta(meta);
    }
  return null;
}

/**
 * Reads a snapshot record by record, while it comes in; memory does not grow with it, but for the ids that tell duplicates.
 * @param take takes evidence in and says why it is refused, or null
 * @param asOf the moment of the scan, milliseconds since 1970
 */
export async function readSnapshot(
  chunks: AsyncIterable<string>,
  asOf: number,
  take: (record: Evidence) => Refusal | null,
): Promise<SnapshotReading> {
  const splitter = new TreeSplitter(stepAt, MOST_CHARACTERS);
  const reader = new Reader(asOf, take);
  for await (const chunk of chunks) for (const piece of splitter.push(chunk)) reader.piece(piece);
  for (const piece of splitter.end()) reader.piece(piece);
  if (!splitter.whole) reader.truncated();
  return { lists: reader.lists, refused: reader.refused, whole: splitter.whole };
}

class Reader {
  readonly lists = new Map<string, Counted>();
  readonly refused: Refused[] = [];
  readonly #asOf: number;
  readonly #take: (record: Evidence) => Refusal | null;
  readonly #ids = new Map<string, SeenIds>();
  #last = '';

  constructor(asOf: number, take: (record: Evidence) => Refusal | null) {
    this.#asOf = asOf;
    this.#take = take;
  }

  piece({ path: [at, plane = '', ...below], isElement, text }: Piece): void {
    if (at !== 'planes' || (below.length === 0 && !isElement)) return;
    const raw = text === null ? null : objectOf(text);
    const list = below.length === 0 ? listOf(plane, raw) : [plane, ...below].join('.');
    const counted = this.#counted(list);
    counted.read += 1;
    const id = raw === null ? null : textOf(raw, ...(LISTS[list]?.ids ?? ['id']));
    const record = id ?? String(counted.read);
    const problem = text === null ? 'TOO_LONG' : raw === null ? notAnObject(text) : this.#record(list, raw, id, record);
    if (problem === 'KEPT') counted.kept += 1;
    else if (problem === null) counted.taken += 1;
    else {
      counted.refused += 1;
      this.#tell({ list, record, number: counted.read, problem });
    }
  }

  /** The document ended before its end: what was complete is in. */
  truncated(): void {
    const number = (this.lists.get(this.#last)?.read ?? 0) + 1;
    this.#tell({ list: this.#last, record: String(number), number, problem: 'TRUNCATED' });
  }

  #record(list: string, raw: Raw, id: string | null, record: string): RecordProblem | 'KEPT' | null {
    const ids = this.#ids.get(list) ?? new SeenIds();
    this.#ids.set(list, ids);
    if (id !== null && !ids.add(id)) return 'DUPLICATE_ID';
    const said = LISTS[list]?.read(raw, this.#asOf) ?? null;
    return said === null ? 'KEPT' : this.#take({ ...said, record, details: readDetails(list, raw) });
  }

  #counted(list: string): Counted {
    this.#last = list;
    const counted = this.lists.get(list) ?? { read: 0, taken: 0, refused: 0, kept: 0 };
    this.lists.set(list, counted);
    return counted;
  }

  #tell(refused: Refused): void {
    if (this.refused.length < MOST_TOLD) this.refused.push(refused);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function objectOf(text: string | null): Raw | null {
  const value = text === null ? undefined : parsed(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? inSnakeCase(value as Raw) : null;
}

const notAnObject = (text: string): RecordProblem => (parsed(text) === undefined ? 'NOT_JSON' : 'NOT_AN_OBJECT');
