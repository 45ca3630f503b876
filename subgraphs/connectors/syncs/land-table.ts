import type { ScreenTally } from '../../kernel/privacy/screening/screening.ts';
import type { Connector, SourceRef, TableToRead } from '../kit/connector.ts';
import type { CataloguedTable } from '../objects/catalogue.ts';
import { changesOf, clearQuarantine, seenBy, presentCount } from '../objects/landing.ts';
import { SourceObjectRow } from '../objects/source-object.entity.ts';
import { SourceSchemaRow } from '../objects/source-schema.entity.ts';
import { reportTallies } from '../privacy/report-findings.ts';
import { screeningOf } from '../privacy/table-screening.ts';
import { readPage, settleReading, sourceTable } from '../repairs/landing-hook.ts';
import { landPage } from './land-page.ts';
import { type PartsToLand, landParts } from './land-parts.ts';
import type { Landing } from './landing.ts';
import { RecordKeys } from './record-keys.ts';
import { removeDeleted } from './remove-deleted.ts';
import { removeUnseen } from './remove-unseen.ts';
import { emptyStream } from './stream-state.ts';

/** One table being landed. */
interface TableLanding {
  landing: Landing;
  connector: Connector;
  source: SourceRef;
  table: CataloguedTable;
  toRead: TableToRead;
  /** It goes on at a cursor of an earlier try. */
  goesOn: boolean;
  /** An earlier try of this sync has written something of it. */
  interrupted: boolean;
  /** Nothing of it was here before. */
  fresh: boolean;
}

/** Lands one table from where it stands: at its cursor when its key never repeats, else from its start. @throws what the connector throws */
export async function landTable(
  landing: Landing,
  connector: Connector,
  source: SourceRef,
  table: CataloguedTable,
  signal: AbortSignal,
): Promise<void> {
  const unique = table.key !== null && table.keyIsUnique;
  const kept = landing.stream(table.objectId);
  const goesOn = kept.status === 'LANDING' && unique && kept.cursor !== null && kept.cursor !== undefined;
  const interrupted = kept.status === 'LANDING' || landing.sync.resumed;
  if (!goesOn)
    await landing.write(async (unit) => {
      // What an earlier try of this sync put aside would come twice.
      await clearQuarantine(unit, table.objectId, landing.syncId, 'drop');
      return { next: { ...emptyStream(table, kept.rank), status: 'LANDING' }, value: undefined };
    });
  const toRead = sourceTable(table, await tableToRead(landing, table, goesOn ? kept.cursor : null));
  const parts = await partsOf({ landing, connector, source, table, toRead, goesOn, interrupted }, unique);
  if (parts !== null) {
    const fresh = await landParts(landing, table, parts, { fresh: !interrupted && !goesOn, signal });
    await endTable({ landing, connector, source, table, toRead, goesOn, interrupted, fresh }, []);
    return;
  }
  const keys = new RecordKeys(unique, landing.stream(table.objectId).ordinal);
  const tallies: ScreenTally[] = [];
  for await (const page of connector.pages(source, toRead, { signal })) {
    addTallies(tallies, page.tallies ?? []);
    await landPage(landing, table, keys, await readPage(table, page), toRead.screening);
  }
  await endTable({ landing, connector, source, table, toRead, goesOn, interrupted, fresh: false }, tallies);
}

/** From so many records on a table is read in parts. */
const PARTED_FROM_RECORDS = 10_000;

/** The table in parts, where source, database and what is done with its values allow it. */
async function partsOf(
  { landing, connector, source, table, toRead }: Omit<TableLanding, 'fresh'>,
  unique: boolean,
): Promise<PartsToLand | null> {
  const plain = toRead.screening === null && table.reading == null && table.held !== true && table.since === null;
  if (connector.parts === undefined || !unique || !plain || table.rowCount < PARTED_FROM_RECORDS) return null;
  const writers = await landing.deps.system.database.bulk.writers();
  if (writers === 0) return null;
  const read = await connector.parts(source, toRead, { objectId: table.objectId, syncId: landing.syncId });
  const first = read === null ? null : toRead.from === null ? 0 : read.startOf(toRead.from);
  return read === null || first === null ? null : { read, first, writers };
}

async function tableToRead({ deps, context, ingress }: Landing, table: CataloguedTable, from: unknown): Promise<TableToRead> {
  return deps.system.database.unitOfWork(context.tenantId, async (unit) => {
    const { plan } = await unit.em.findOneOrFail(SourceSchemaRow, { id: table.schemaId });
    const { path, key, since } = table;
    return { path, plan, key, from, since, screening: await screeningOf(unit, table, ingress) };
  });
}

/** What is to be done once a table was read to its end: removals, what was set aside before, and where the next read goes on. */
async function endTable(done: TableLanding, tallies: readonly ScreenTally[]): Promise<void> {
  const { landing, connector, source, table, toRead, goesOn, interrupted } = done;
  const { objectId } = table;
  const partial = table.since !== null;
  // A bus says only of what goes that it goes; of a table that is held nothing is known.
  const silent = connector.acknowledges === true || table.held === true;
  const deleted = partial && !silent && table.backfill !== true ? await removeDeleted(landing, connector, source, toRead, table) : null;
  const removed = deleted?.removed ?? (partial || silent || done.fresh ? 0 : await removeUnseen(landing, objectId));
  await landing.write(async (unit) => {
    const read = landing.stream(objectId);
    if (!partial) await clearQuarantine(unit, objectId, landing.syncId, 'keep');
    const { connectionId, connectionName } = landing.sync;
    const where = { connectionId, connectionName, objectId, objectName: table.name };
    await reportTallies(unit, where, tallies, !partial && !goesOn, landing.deps.system.clock());
    // What was written before an interruption would not be counted otherwise, and whoever follows would not look at it.
    const recount = interrupted || landing.doubled.has(objectId);
    const counted = recount ? (await changesOf(unit, [objectId], landing.syncId)).get(objectId) : undefined;
    const changed = counted?.changed ?? (recount ? 0 : read.changed);
    const whole = recount && !partial && !silent ? await seenBy(unit, objectId, landing.syncId) : read.records;
    // A source that tells neither keys nor a count has told a sample's at most: what landed is counted.
    const there = silent ? table.rowCount : (deleted?.atSource ?? null);
    const records = !partial && !silent ? whole : (there ?? (await presentCount(unit, objectId)));
    const row = await unit.em.findOneOrFail(SourceObjectRow, { id: objectId });
    const quarantined = partial ? Math.max(read.quarantined, table.quarantinedCount) : read.quarantined;
    if (table.held === true) row.quarantinedCount = quarantined;
    else {
      unit.em.assign(row, { rowCount: records, quarantinedCount: quarantined });
      if (!(table.backfill === true && partial)) unit.em.assign(row, landedAs(done, read.watermark ?? null, deleted?.missing === true));
      await settleReading(unit, table);
    }
    const unchanged = Math.max(0, records - changed);
    const all = read.removed + removed;
    return {
      next: { ...read, status: 'DONE', progress: 1, records, changed, unchanged, removed: counted?.removed ?? all },
      value: undefined,
    };
  });
}

/** What tells the next sync where to go on. @param missing something at the source is not here: the next one reads the whole table */
function landedAs(
  { landing, table }: TableLanding,
  watermark: unknown,
  missing: boolean,
): Pick<SourceObjectRow, 'landedHash' | 'landedFingerprint' | 'watermark'> {
  const completeAt = table.since === null ? landing.deps.system.clock().toISOString() : (table.completeAt ?? '');
  return {
    landedHash: table.contentHash,
    landedFingerprint: table.landedFingerprint,
    watermark: watermark === null || missing ? null : { value: watermark, completeAt },
  };
}

function addTallies(known: ScreenTally[], found: readonly ScreenTally[]): void {
  for (const tally of found) {
    const same = known.find(({ column, type }) => column === tally.column && type === tally.type);
    if (same === undefined) known.push({ ...tally });
    else same.count += tally.count;
  }
}
