import type { ScreenTally } from '../../kernel/privacy/screening/screening.ts';
import { ingressVersion } from '../../kernel/privacy/suppression.ts';
import type { Connector, Page, SourceRef, TableToRead } from '../kit/connector.ts';
import type { CataloguedTable } from '../objects/catalogue.ts';
import { MAX_PAGE_RECORDS, changesOf, clearQuarantine, landRecords, markUnseenRemoved, quarantine } from '../objects/landing.ts';
import { SourceObjectRow } from '../objects/source-object.entity.ts';
import { SourceSchemaRow } from '../objects/source-schema.entity.ts';
import { reportTallies } from '../privacy/report-findings.ts';
import { screeningOf } from '../privacy/table-screening.ts';
import type { Landing } from './land-step.ts';
import { emptyOutcome } from './landing-state.ts';
import { RecordKeys } from './record-keys.ts';
import { removeDeleted } from './remove-deleted.ts';

/** Bad records kept per object and sync; past it they are counted only. */
const MAX_QUARANTINED_KEPT = 10_000;

/** Policies changed, or somebody was forgotten, while a page was made: it is made again. */
export class IngressChanged extends Error {
  override readonly name = 'IngressChanged';
}

/** Lands one table from where it stands: at its cursor when its key never repeats, else from its start. @throws what the connector throws */
export async function landTable(landing: Landing, connector: Connector, source: SourceRef, table: CataloguedTable): Promise<void> {
  const { context, deps } = landing;
  const { signal } = context;
  const syncId = context.runId;
  const unique = table.key !== null && table.keyIsUnique;
  const kept = landing.state.current;
  const interrupted = kept !== null || landing.resumed;
  const goesOn = kept !== null && kept.outcome.objectId === table.objectId && unique && kept.cursor !== null && kept.cursor !== undefined;
  if (!goesOn)
    await landing.write(async (unit) => {
      // What an earlier try of this sync put aside would come twice.
      await clearQuarantine(unit, table.objectId, syncId, 'drop');
      return {
        next: { ...landing.state, current: { outcome: emptyOutcome(table), unchanged: 0, ordinal: 0, cursor: null, watermark: null } },
        value: undefined,
      };
    });
  const keys = new RecordKeys(unique, landing.state.current?.ordinal ?? 0);
  const toRead: TableToRead = {
    path: table.path,
    plan: await planOf(landing, table),
    key: table.key,
    from: goesOn ? kept.cursor : null,
    since: table.since,
    screening: await deps.system.database.unitOfWork(context.tenantId, (unit) => screeningOf(unit, table, landing.ingress)),
  };
  const tallies: ScreenTally[] = [];
  for await (const page of connector.pages(source, toRead, { signal })) {
    addTallies(tallies, page.tallies ?? []);
    await landPage(landing, table, keys, page);
  }

  const read = landing.state.current?.outcome ?? emptyOutcome(table);
  const incremental = table.since !== null;
  const deleted = incremental ? await removeDeleted(landing, connector, source, toRead, table) : null;
  const removed = deleted?.removed ?? (incremental ? 0 : await removeUnseen(landing, table.objectId));
  await landing.write(async (unit) => {
    const { state } = landing;
    if (!incremental) await clearQuarantine(unit, table.objectId, syncId, 'keep');
    const { connectionId, connectionName } = landing;
    const where = { connectionId, connectionName, objectId: table.objectId, objectName: table.name };
    await reportTallies(unit, where, tallies, !incremental && !goesOn, deps.system.clock());
    // What was written before an interruption would not be counted otherwise, and whoever follows would not look at it.
    const counted = interrupted ? (await changesOf(unit, [table.objectId], syncId)).get(table.objectId) : undefined;
    const changed = counted?.changed ?? (interrupted ? 0 : read.changed);
    const records = incremental ? (deleted?.atSource ?? table.rowCount) : read.records;
    const watermark = state.current?.watermark ?? null;
    unit.em.assign(await unit.em.findOneOrFail(SourceObjectRow, { id: table.objectId }), {
      rowCount: records,
      quarantinedCount: incremental ? Math.max(read.quarantined, table.quarantinedCount) : read.quarantined,
      landedHash: table.contentHash,
      landedFingerprint: table.landedFingerprint,
      // Something at the source is not here: the next sync reads the whole table.
      watermark:
        watermark === null || deleted?.missing === true
          ? null
          : { value: watermark, completeAt: table.since === null ? deps.system.clock().toISOString() : (table.completeAt ?? '') },
    });
    const outcome = { ...read, records, changed, removed: counted?.removed ?? removed };
    const unchanged = Math.max(0, records - changed);
    return { next: { ...state, done: [...state.done, outcome], unchanged: state.unchanged + unchanged, current: null }, value: undefined };
  });
}

function addTallies(known: ScreenTally[], found: readonly ScreenTally[]): void {
  for (const tally of found) {
    const same = known.find(({ column, type }) => column === tally.column && type === tally.type);
    if (same === undefined) known.push({ ...tally });
    else same.count += tally.count;
  }
}

async function planOf({ deps, context }: Landing, { schemaId }: CataloguedTable): Promise<unknown> {
  const schema = await deps.system.database.unitOfWork(context.tenantId, ({ em }) => em.findOneOrFail(SourceSchemaRow, { id: schemaId }));
  return schema.plan;
}

async function landPage(landing: Landing, { objectId }: CataloguedTable, keys: RecordKeys, page: Page): Promise<void> {
  const { keyed, bad } = keys.assign(page.records);
  bad.push(...page.bad);
  const size = Math.max(keyed.length, bad.length);
  for (let at = 0; at === 0 || at < size; at += MAX_PAGE_RECORDS) {
    const slice = { keyed: keyed.slice(at, at + MAX_PAGE_RECORDS), bad: bad.slice(at, at + MAX_PAGE_RECORDS) };
    await landSlice(landing, objectId, slice, {
      cursor: page.cursor,
      watermark: page.watermark,
      ordinal: keys.ordinal,
      last: at + MAX_PAGE_RECORDS >= size,
    });
  }
}

/** One unit of work: records, quarantine, and the event when something changed. The place moves on with the last slice of a page only. @throws QUOTA_EXCEEDED */
async function landSlice(
  landing: Landing,
  objectId: string,
  slice: { keyed: Parameters<typeof landRecords>[3]; bad: Parameters<typeof quarantine>[3] },
  place: { cursor: unknown; watermark: unknown; ordinal: number; last: boolean },
): Promise<void> {
  const { connectionId, context, deps } = landing;
  const syncId = context.runId;
  const { usage } = deps.system;
  await usage.admit(context.tenantId, 'RECORDS');
  const changed = await landing.write(async (unit) => {
    const { current } = landing.state;
    if (current === null) throw new Error('no table is being landed');
    if ((await ingressVersion(unit)) !== landing.ingress.version) throw new IngressChanged('what holds for what comes in has changed');
    const room = Math.max(0, MAX_QUARANTINED_KEPT - current.outcome.quarantined);
    const written = await landRecords(unit, objectId, syncId, slice.keyed);
    await quarantine(unit, objectId, syncId, slice.bad.slice(0, room));
    if (written.changed > 0)
      unit.emit('connectors.records-landed', {
        connectionId, objectId, syncId, changed: written.changed, ordinalFrom: written.from, ordinalTo: written.to,
      }); // prettier-ignore
    const outcome = {
      ...current.outcome,
      records: current.outcome.records + slice.keyed.length,
      changed: current.outcome.changed + written.changed,
      quarantined: current.outcome.quarantined + slice.bad.length,
    };
    const unchanged = current.unchanged + slice.keyed.length - written.changed;
    const moved = { ordinal: place.ordinal, cursor: place.cursor ?? null, watermark: place.watermark ?? null };
    return {
      next: { ...landing.state, current: { ...current, ...(place.last ? moved : {}), outcome, unchanged } },
      keep: place.last,
      value: written.changed,
    };
  });
  usage.count(context.tenantId, 'RECORDS', changed);
}

/** Marks what this sync did not see as removed. @returns how many records */
export async function removeUnseen(landing: Landing, objectId: string): Promise<number> {
  for (let total = 0; ;) {
    const removed = await landing.write(async (unit) => ({
      next: null,
      value: await markUnseenRemoved(unit, objectId, landing.context.runId),
    }));
    total += removed;
    if (removed === 0) return total;
  }
}
