import { createReadStream } from 'node:fs';
import { z } from 'zod';
import type { Reading } from '../discovery/formats/format.ts';
import { newReading } from '../discovery/formats/read-telemetry.ts';
import { takeTelemetry } from '../discovery/formats/take-telemetry.ts';
import { Gatherer } from '../discovery/gather/gatherer.ts';
import type { Policy } from '../discovery/policy/policy.ts';
import { hashOf, packFacts, packRecord, unpackFacts, unpackRecord } from './kept-facts.ts';
import type { ListCount } from './scan.entity.ts';

/** Refused records that are told of one scan; all of them are counted. */
export const MOST_TOLD = 1_000;

/** A piece of what an incremental scan goes on from, as it is stored. */
export interface KeptPiece {
  kind: EvidencePiece['kind'];
  key: string;
  /** JSON, parsed. */
  body: unknown;
}

export interface ToGather {
  files: readonly { name: string; path: string }[];
  policy: Policy;
  /** Milliseconds since 1970. */
  asOf: number;
  /** What says to have happened later is refused; milliseconds since 1970. */
  latest: number;
  /** null: a full scan, which starts from nothing. */
  kept: readonly KeptPiece[] | null;
  /** What is kept of each key already, by its hash: what is the same is not handed back. */
  known: ReadonlyMap<string, string>;
}

/** A piece of evidence to go on from, by its kind and key. */
export interface EvidencePiece {
  kind: 'OBSERVED' | 'RECORD' | 'NAMED';
  key: string;
  /** JSON text; null: what was kept under the key is no longer to be gone on from. */
  body: string | null;
}

export interface Gathered {
  /** By key, in order; `facts` is null where they are as they were. */
  assets: { key: string; hash: string; facts: string | null }[];
  /** What is not kept yet. */
  evidence: EvidencePiece[];
  files: { format: string | null; whole: boolean; lists: ListCount[] }[];
  problems: { file: string; list: string; record: string; code: string }[];
}

const namedSchema = z.strictObject({ name: z.string().nullable(), host: z.string().nullable() });

/** Worker thread entry: reads files record by record and brings what they say together, asset by asset. */
export default async function gather({ files, policy, asOf, latest, kept, known }: ToGather): Promise<Gathered> {
  const gatherer = new Gatherer(policy, latest);
  const [observed, records] = [bodiesOf(kept, 'OBSERVED').map(unpackFacts), bodiesOf(kept, 'RECORD').map(unpackRecord)];
  const before = new Map(observed.map((facts) => [facts.key, packFacts(facts)]));
  gatherer.restore({ observed, records });
  const reading = newReading(asOf);
  for (const { kind, key, body } of kept ?? []) if (kind === 'NAMED') reading.directory.set(key, namedSchema.parse(body));
  const gathered: Gathered = { assets: [], evidence: [], files: [], problems: [] };
  for (const { name, path } of files) {
    const { format, whole, lists, refused } = await takeTelemetry(createReadStream(path), name, reading, (record) => gatherer.take(record));
    gathered.files.push({ format, whole, lists: [...lists].map(([list, counted]) => ({ list, ...counted })) });
    for (const { list, record, problem } of refused)
      if (gathered.problems.length < MOST_TOLD) gathered.problems.push({ file: name, list, record, code: problem });
  }
  gathered.evidence = [
    ...observedPieces(gatherer, before),
    ...recordPieces(gatherer, keysOf(kept, 'RECORD')),
    ...namedPieces(reading, keysOf(kept, 'NAMED')),
  ];
  for (const facts of gatherer.facts()) {
    const text = packFacts(facts);
    const hash = hashOf(text);
    gathered.assets.push({ key: facts.key, hash, facts: known.get(facts.key) === hash ? null : text });
  }
  return gathered;
}

const bodiesOf = (kept: readonly KeptPiece[] | null, wanted: EvidencePiece['kind']): unknown[] =>
  (kept ?? []).flatMap(({ kind, body }) => (kind === wanted ? [body] : []));

const keysOf = (kept: readonly KeptPiece[] | null, wanted: EvidencePiece['kind']): ReadonlySet<string> =>
  new Set((kept ?? []).flatMap(({ kind, key }) => (kind === wanted ? [key] : [])));

/** Applications that are cited by ids which are not kept yet. */
function namedPieces({ directory }: Reading, before: ReadonlySet<string>): EvidencePiece[] {
  return [...directory].flatMap(([key, named]) => (before.has(key) ? [] : [{ kind: 'NAMED', key, body: JSON.stringify(named) }]));
}

/** What observations say of assets otherwise than before. */
function observedPieces(gatherer: Gatherer, before: ReadonlyMap<string, string>): EvidencePiece[] {
  return gatherer.observed().flatMap((facts) => {
    const body = packFacts(facts);
    return before.get(facts.key) === body ? [] : [{ kind: 'OBSERVED', key: facts.key, body }];
  });
}

/** Records that are not kept yet, and the keys of those that went into others. */
function recordPieces(gatherer: Gatherer, before: ReadonlySet<string>): EvidencePiece[] {
  const pieces: EvidencePiece[] = [];
  const met = new Set<string>();
  for (const record of gatherer.records()) {
    const body = packRecord(record);
    const hash = hashOf(body);
    let key = hash;
    // Records may be alike in every letter; each counts.
    for (let n = 2; met.has(key); n += 1) key = `${hash} ${n}`;
    met.add(key);
    if (!before.has(key)) pieces.push({ kind: 'RECORD', key, body });
  }
  for (const key of before) if (!met.has(key)) pieces.push({ kind: 'RECORD', key, body: null });
  return pieces;
}
