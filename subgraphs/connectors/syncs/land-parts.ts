import type { LandedPart, PartedRead } from '../kit/connector.ts';
import type { CataloguedTable } from '../objects/catalogue.ts';
import { hasLanded, loadPart } from '../objects/load-part.ts';
import { ingressVersion } from '../../kernel/privacy/suppression.ts';
import { IngressChanged, MAX_QUARANTINED_KEPT } from './land-page.ts';
import type { Landing } from './landing.ts';
import { inStreams } from './in-streams.ts';

/** A table that is read in parts, and how. */
export interface PartsToLand {
  read: PartedRead;
  /** The part to begin with. */
  first: number;
  /** Connections that load at once. */
  writers: number;
}

/** Parts between two commits of where the stream stands. */
const PARTS_A_COMMIT = 8;
/** Parts that are read while others are being loaded. */
const READ_AHEAD = 1;

/** What became of one part. */
interface LoadedPart {
  rows: number;
  changed: number;
  bad: number;
  ordinal: number;
}

/**
 * Lands a table in parts, several at once: each is read on a thread and loaded in a transaction of its own. Where the stream stands moves on with the parts
 * before which all are loaded; what was loaded beyond is loaded again after an interruption, and changes nothing then.
 * @returns whether nothing of the table was here before
 */
export async function landParts(
  landing: Landing,
  table: CataloguedTable,
  { read, first, writers }: PartsToLand,
  { fresh: mayBeFresh, signal }: { fresh: boolean; signal: AbortSignal },
): Promise<boolean> {
  const { usage, database } = landing.deps.system;
  const { tenantId } = landing.context;
  const { objectId } = table;
  let fresh = mayBeFresh && !(await database.unitOfWork(tenantId, (unit) => hasLanded(unit, objectId)));
  const began = landing.stream(objectId);
  const loaded: (LoadedPart | undefined)[] = [];
  let kept = first;
  let quarantined = began.quarantined;
  let keeping: Promise<void> = Promise.resolve();

  const keep = async (): Promise<void> => {
    let upTo = kept;
    while (loaded[upTo] !== undefined) upTo++;
    if (upTo === kept || (upTo - kept < PARTS_A_COMMIT && upTo < read.count)) return;
    await keepParts(landing, table, read, loaded.slice(kept, upTo) as LoadedPart[], upTo);
    kept = upTo;
  };
  const load = async (part: LandedPart, asFresh: boolean): Promise<number> => {
    const room = Math.max(0, MAX_QUARANTINED_KEPT - quarantined);
    return landing.context.load(async (bulk) => {
      if ((await ingressVersion(bulk)) !== landing.ingress.version) throw new IngressChanged('what holds for what comes in has changed');
      return loadPart(bulk, { objectId, syncId: landing.syncId, authoritative: true }, { ...part, bad: part.bad.slice(0, room) }, asFresh);
    });
  };

  const parts = Array.from({ length: read.count - first }, (_, index) => first + index);
  await inStreams(parts, writers + READ_AHEAD, signal, async (index, either) => {
    await usage.admit(tenantId, 'RECORDS');
    const part = await read.read(index, { signal: either });
    const changed = await load(part, fresh).catch(async (error: unknown) => {
      if (!fresh || !isTaken(error)) throw error;
      // A key that was here after all: from now on records take the place of others.
      fresh = false;
      return load(part, false);
    });
    part.release();
    quarantined += part.bad.length;
    usage.count(tenantId, 'RECORDS', changed);
    loaded[index] = { rows: part.rows, changed, bad: part.bad.length, ordinal: part.ordinal };
    keeping = keeping.then(keep);
    await keeping;
  });
  return fresh;
}

/** Moves the stream on to the end of these parts, and tells of what they changed. */
function keepParts(
  landing: Landing,
  { objectId }: CataloguedTable,
  read: PartedRead,
  parts: readonly LoadedPart[],
  upTo: number,
): Promise<void> {
  const stream = landing.stream(objectId);
  const sum = (pick: (part: LoadedPart) => number): number => parts.reduce((total, part) => total + pick(part), 0);
  const changed = sum((part) => part.changed);
  const rows = sum((part) => part.rows);
  const bad = sum((part) => part.bad);
  const ordinal = parts.at(-1)?.ordinal ?? stream.ordinal;
  return landing.write(async (unit) => {
    const { connectionId } = landing.sync;
    if (changed > 0)
      unit.emit('connectors.records-landed', {
        connectionId, objectId, syncId: landing.syncId, changed, ordinalFrom: stream.ordinal + 1, ordinalTo: ordinal,
        read: rows + bad, quarantined: bad,
      }); // prettier-ignore
    const next = {
      ...stream,
      records: stream.records + rows,
      changed: stream.changed + changed,
      unchanged: stream.unchanged + rows - changed,
      quarantined: stream.quarantined + bad,
      progress: upTo / read.count,
      ordinal,
      cursor: read.cursorAfter(upTo - 1) ?? null,
    };
    return { next, value: undefined };
  });
}

const UNIQUE_VIOLATION = '23505';
const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
