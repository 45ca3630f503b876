import { createReadStream } from 'node:fs';
import { Gatherer } from '../discovery/gather/gatherer.ts';
import { readSnapshot } from '../discovery/snapshot/read-snapshot.ts';
import { hashOf, packFacts } from './kept-facts.ts';
import type { ListCount } from './scan.entity.ts';

/** Refused records that are told of one scan; all of them are counted. */
const MOST_TOLD = 1_000;

export interface ToGather {
  files: readonly { name: string; path: string }[];
  aliases: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  asOf: number;
  /** What is kept of each key already, by its hash: what is the same is not handed back. */
  known: ReadonlyMap<string, string>;
}

export interface Gathered {
  /** By key, in order; `facts` is null where they are as they were. */
  assets: { key: string; hash: string; facts: string | null }[];
  files: { whole: boolean; lists: ListCount[] }[];
  problems: { file: string; list: string; record: string; code: string }[];
}

/** Worker thread entry: reads files record by record and brings what they say together, asset by asset. */
export default async function gather({ files, aliases, asOf, known }: ToGather): Promise<Gathered> {
  const gatherer = new Gatherer(aliases, asOf);
  const gathered: Gathered = { assets: [], files: [], problems: [] };
  for (const { name, path } of files) {
    const reading = await readSnapshot(createReadStream(path, 'utf8'), asOf, (record) => gatherer.take(record));
    gathered.files.push({ whole: reading.whole, lists: [...reading.lists].map(([list, counted]) => ({ list, ...counted })) });
    for (const { list, record, problem } of reading.refused)
      if (gathered.problems.length < MOST_TOLD) gathered.problems.push({ file: name, list, record, code: problem });
  }
  for (const facts of gatherer.facts()) {
    const text = packFacts(facts);
    const hash = hashOf(text);
    gathered.assets.push({ key: facts.key, hash, facts: known.get(facts.key) === hash ? null : text });
  }
  return gathered;
}
