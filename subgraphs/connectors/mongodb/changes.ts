import { BSON, type ChangeStream, type ChangeStreamDocument, type Collection, type Document } from 'mongodb';
import type { Page } from '../kit/connector.ts';
import { kitErrors } from '../kit/kit.errors.ts';
import { keyOf, type LandedDocuments } from './land.ts';
import { AWAIT_MS, MAX_CHANGES, PAGE_BYTES, PAGE_DOCUMENTS } from './limits.ts';
import type { CollectionPlan } from './plan.ts';

/** The server has thrown away what came after the position: 286 history lost, 280 fatal, 260 a token it does not know, 222 too old. */
const LOST = new Set([286, 280, 260, 222]);

const documentIn = (value: unknown): Document | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;

/** Where the change stream stands now. */
export async function streamPosition(collection: Collection): Promise<unknown> {
  const stream = collection.watch([], { maxAwaitTimeMS: AWAIT_MS });
  try {
    await stream.tryNext();
    return stream.resumeToken;
  } finally {
    await stream.close().catch(() => undefined);
  }
}

interface Changes {
  plan: CollectionPlan;
  from: unknown;
  readonly land: (documents: Uint8Array[], before: number) => Promise<LandedDocuments>;
}

/**
 * What changed after a position, deletions included, up to now. Null when it is none. @returns false when the server no longer knows what came after it
 * @throws TABLE_GONE when the collection was dropped or renamed
 */
export function changesAfter(collection: Collection, read: Changes, since: unknown): AsyncGenerator<Page, boolean> | null {
  const kept = documentIn(read.from);
  const from = documentIn(kept?.['token']) ?? documentIn(since);
  return from === null ? null : follow(collection, read, from, Number(kept?.['rows'] ?? 0));
}

async function* follow(
  collection: Collection,
  { plan, land }: Changes,
  resumeAfter: Document,
  before: number,
): AsyncGenerator<Page, boolean> {
  const stream = collection.watch([], {
    fullDocument: 'updateLookup',
    resumeAfter,
    maxAwaitTimeMS: AWAIT_MS,
    promoteValues: false,
    promoteBuffers: false,
  });
  let rows = before;
  let token: unknown = resumeAfter;
  try {
    for (let read = 0; read < MAX_CHANGES;) {
      const { changed, removed, count, end } = await nextChanges(stream, plan);
      read += count;
      token = stream.resumeToken ?? token;
      if (count > 0) {
        const landed = await land(changed, rows);
        rows += count;
        yield { ...landed, removed, cursor: { token, rows }, watermark: token, progress: 0.5 };
      }
      if (end) break;
    }
  } catch (error) {
    if (isLost(error)) return false;
    throw error;
  } finally {
    await stream.close().catch(() => undefined);
  }
  yield { records: [], bad: [], cursor: { token, rows }, watermark: token, progress: 1 };
  return true;
}

function isLost(error: unknown): boolean {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  // Values of this stream keep their types, those of failures too.
  return code !== null && LOST.has(Number(code));
}

/** The next changes, each document once and as it is last; `end`: there are no more for now. */
async function nextChanges(
  stream: ChangeStream,
  plan: CollectionPlan,
): Promise<{ changed: Uint8Array[]; removed: string[]; count: number; end: boolean }> {
  const last = new Map<string, Uint8Array | null>();
  let bytes = 0;
  let count = 0;
  let end = false;
  while (count < PAGE_DOCUMENTS && bytes < PAGE_BYTES) {
    const change: ChangeStreamDocument | null = await stream.tryNext();
    if (change === null) {
      end = true;
      break;
    }
    count++;
    if (
      change.operationType === 'drop' ||
      change.operationType === 'rename' ||
      change.operationType === 'dropDatabase' ||
      change.operationType === 'invalidate'
    )
      throw kitErrors.TABLE_GONE({ table: `${plan.database}.${plan.collection}` });
    if (!('documentKey' in change) || change.documentKey === undefined) continue;
    const key = keyOf((change.documentKey as Document)['_id'], plan.columns);
    if (key === null) continue;
    const document = 'fullDocument' in change ? (change.fullDocument ?? null) : null;
    // An update whose document is gone by now is followed by its deletion.
    if (document === null && change.operationType !== 'delete') continue;
    const packed = document === null ? null : BSON.serialize(document, { ignoreUndefined: false });
    bytes += packed?.length ?? 0;
    last.delete(key);
    last.set(key, packed);
  }
  return {
    changed: [...last.values()].filter((document) => document !== null),
    removed: [...last].flatMap(([key, document]) => (document === null ? [key] : [])),
    count,
    end,
  };
}
