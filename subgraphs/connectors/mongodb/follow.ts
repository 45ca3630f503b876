import type { Collection } from 'mongodb';
import { wordsOfName } from '../files/typing/names.ts';
import { AWAIT_MS } from './limits.ts';
import type { Follow, Mode } from './plan.ts';
import type { Sampled } from './sample.ts';

/** How changes of a collection are read, and why so; for people. */
export interface Following {
  follow: Follow | null;
  evidence: string;
}

const CHANGE_WORDS = new Set(['updated', 'modified', 'changed', 'modification', 'mtime', 'lastmod']);
/** Servers that stand alone keep no log of changes. */
const NO_STREAMS = new Set([40573]);

/** Decides it: the change stream where there is one, else an indexed moment of the last change, else nothing unless people say that ids are enough. */
export async function chooseFollowing(collection: Collection, sampled: Sampled, mode: Mode, paged: boolean): Promise<Following> {
  if (mode === 'full' || !paged)
    return { follow: null, evidence: paged ? 'read whole at every sync, as wished' : 'a view or a time series: read whole at every sync' };
  let why = '';
  if (mode !== 'incremental') {
    const reason = await streamProblem(collection);
    if (reason === null) return { follow: { by: 'STREAM' }, evidence: 'its change stream is followed, deletions included' };
    why = `no change stream: ${reason}`;
    if (mode === 'stream') return { follow: null, evidence: `${why}; read whole at every sync` };
  }
  const field = await changeField(collection, sampled);
  const because = why === '' ? '' : `${why}; `;
  if (field !== null)
    return {
      follow: { by: 'FIELD', path: field, column: field },
      evidence: `${because}read by what is newer: ${field} is a date in every document, has an index, and is named as the last change`,
    };
  const ids = sampled.kinds.get('_id');
  if (mode === 'incremental' && ids?.size === 1 && ids.has('ID'))
    return {
      follow: { by: 'ID' },
      evidence: 'only documents with newer ids are read, as wished: changes of older ones come with the next complete read',
    };
  return { follow: null, evidence: `${because}no indexed date of the last change: read whole at every sync` };
}

/** Why the collection's changes cannot be followed; null when they can. */
export async function streamProblem(collection: Collection): Promise<string | null> {
  const stream = collection.watch([], { maxAwaitTimeMS: AWAIT_MS });
  try {
    await stream.tryNext();
    return null;
  } catch (error) {
    if (!(error instanceof Error)) return 'it cannot be opened';
    const code = 'code' in error && typeof error.code === 'number' ? error.code : 0;
    if (NO_STREAMS.has(code)) return 'the server is no member of a replica set';
    return code === 13 ? 'the login may not open one (it needs the privilege changeStream)' : error.message.slice(0, 160);
  } finally {
    await stream.close().catch(() => undefined);
  }
}

async function changeField(collection: Collection, { kinds, missing }: Sampled): Promise<string | null> {
  const candidates = [...kinds].flatMap(([name, kind]) => {
    const named = wordsOfName(name.split('.').at(-1) ?? '').some((word) => CHANGE_WORDS.has(word)) && !/(?:_by|By)$/u.test(name);
    return named && kind.size === 1 && kind.has('MOMENT') && !missing.has(name) ? [name] : [];
  });
  if (candidates.length === 0) return null;
  const indexes = await collection.listIndexes().toArray().catch(() => []); // prettier-ignore
  const leading = new Set(indexes.map((index) => Object.keys((index as { key?: object }).key ?? {})[0]));
  return candidates.find((name) => leading.has(name)) ?? null;
}
