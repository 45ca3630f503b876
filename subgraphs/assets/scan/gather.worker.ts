import { createReadStream } from 'node:fs';
import { Gatherer } from '../discovery/gather/gatherer.ts';
import type { Policy } from '../discovery/policy/policy.ts';
import { readSnapshot } from '../discovery/snapshot/read-snapshot.ts';
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
  kind: 'OBSERVED' | 'RECORD';
  key: string;
  /** JSON text; null: what was kept under the key is no longer to be gone on from. */
  body: string | null;
}

export interface Gathered {
  /** By key, in order; `facts` is null where they are as they were. */
  assets: { key: string; hash: string; facts: string | null }[];
  /** What is not kept yet. */
  evidence: EvidencePiece[];
  files: { whole: boolean; lists: ListCount[] }[];
  problems: { file: string; list: string; record: string; code: string }[];
}

/** Worker thread entry: reads files record by record and brings what they say together, asset by asset. */
export default async function gather({ files, policy, asOf, latest, kept, known }: ToGather): Promise<Gathered> {
  const gatherer = new Gatherer(policy, latest);
  const [observed, records] = [bodiesOf(kept, 'OBSERVED').map(unpackFacts), bodiesOf(kept, 'RECORD').map(unpackRecord)];
  const before = new Map(observed.map((facts) => [facts.key, packFacts(facts)]));
  gatherer.restore({ observed, records });
  const gathered: Gathered = { assets: [], evidence: [], files: [], problems: [] };
  for (const { name, path } of files) {
    const reading = await readSnapshot(createReadStream(path, 'utf8'), asOf, (record) => gatherer.take(record));
    gathered.files.push({ whole: reading.whole, lists: [...reading.lists].map(([list, { read, taken, kept: left, refused }]) => ({ list, read, taken, kept: left, refused })) }); // prettier-ignore
    for (const { list, record, problem } of reading.refused)
      if (gathered.problems.length < MOST_TOLD) gathered.problems.push({ file: name, list, record, code: problem });
  }
  const keys = (kept ?? []).filter(({ kind }) => kind === 'RECORD').map(({ key }) => key);
  gathered.evidence = [...observedPieces(gatherer, before), ...recordPieces(gatherer, new Set(keys))];
  for (const facts of gatherer.facts()) {
    const text = packFacts(facts);
    const hash = hashOf(text);
    gathered.assets.push({ key: facts.key, hash, facts: known.get(facts.key) === hash ? null : text });
  }
  return gathered;
}

const bodiesOf = (kept: readonly KeptPiece[] | null, wanted: EvidencePiece['kind']): unknown[] =>
  (kept ?? []).flatMap(({ kind, body }) => (kind === wanted ? [body] : []));

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
