import type { Screening } from '../../kernel/privacy/screening/screening.ts';
import { ingressVersion } from '../../kernel/privacy/suppression.ts';
import type { Page } from '../kit/connector.ts';
import type { CataloguedTable } from '../objects/catalogue.ts';
import { type BadRecord, type KeyedRecord, MAX_PAGE_RECORDS, landRecords, markRemoved, quarantine } from '../objects/landing.ts';
import { keyHere } from '../privacy/screened-key.ts';
import { keepBefore } from '../repairs/landing-hook.ts';
import type { Landing } from './landing.ts';
import { type RecordKeys, landedKeyOf } from './record-keys.ts';
import type { StreamState } from './stream-state.ts';
import { versionReader } from './record-version.ts';

/** Bad records kept per object and sync; past it they are counted only. */
export const MAX_QUARANTINED_KEPT = 10_000;

/** Policies changed, or somebody was forgotten, while a page was made: it is made again. */
export class IngressChanged extends Error {
  override readonly name = 'IngressChanged';
}

/** Part of a page: what one unit of work writes. */
interface Slice {
  keyed: KeyedRecord[];
  bad: BadRecord[];
  removed: readonly string[];
}

/** Lands one page, in units of work of bounded size; the stream moves on with the last of them. @throws QUOTA_EXCEEDED, IngressChanged */
export async function landPage(
  landing: Landing,
  table: CataloguedTable,
  keys: RecordKeys,
  page: Page,
  screening: Screening | null,
): Promise<void> {
  const { keyed, bad } = keys.assign(page.records, versionReader(table.versionedBy ?? null));
  bad.push(...page.bad);
  const removed = removedHere(page.removed ?? [], screening);
  const size = Math.max(keyed.length, bad.length, removed.length);
  for (let at = 0; at === 0 || at < size; at += MAX_PAGE_RECORDS) {
    const to = at + MAX_PAGE_RECORDS;
    const slice = { keyed: keyed.slice(at, to), bad: bad.slice(at, to), removed: to >= size ? removed.slice(0, to) : [] };
    await landSlice(landing, table, slice, { page, ordinal: keys.ordinal, last: to >= size });
  }
}

/** The keys under which records that the source deleted are here. */
function removedHere(keys: readonly string[], screening: Screening | null): string[] {
  const here = keyHere(screening);
  return keys.flatMap((key) => {
    const landed = here === null ? key : here(key);
    return landed === null ? [] : [landedKeyOf(landed)];
  });
}

/** One unit of work: records, deletions, quarantine, and the event when something changed. */
async function landSlice(
  landing: Landing,
  table: CataloguedTable,
  { keyed, bad, removed }: Slice,
  { page, ordinal, last }: { page: Page; ordinal: number; last: boolean },
): Promise<void> {
  const { context, deps, sync, syncId } = landing;
  const { objectId } = table;
  const { usage } = deps.system;
  await usage.admit(context.tenantId, 'RECORDS');
  const changed = await landing.write(async (unit) => {
    const stream = landing.stream(objectId);
    if ((await ingressVersion(unit)) !== landing.ingress.version) throw new IngressChanged('what holds for what comes in has changed');
    await keepBefore(unit, table, keyed);
    const room = Math.max(0, MAX_QUARANTINED_KEPT - stream.quarantined);
    const written = await landRecords(unit, { objectId, syncId, authoritative: table.since === null }, keyed);
    if (written.again > 0) landing.doubled.add(objectId);
    const gone = removed.length === 0 ? 0 : await markRemoved(unit, objectId, syncId, removed, true);
    await quarantine(unit, objectId, syncId, bad.slice(0, room));
    if (written.changed > 0)
      unit.emit('connectors.records-landed', {
        connectionId: sync.connectionId, objectId, syncId, changed: written.changed, ordinalFrom: written.from, ordinalTo: written.to,
        read: keyed.length + bad.length, quarantined: bad.length,
      }); // prettier-ignore
    const counted: StreamState = {
      ...stream,
      records: stream.records + keyed.length,
      changed: stream.changed + written.changed,
      unchanged: stream.unchanged + keyed.length - written.changed,
      removed: stream.removed + gone,
      quarantined: stream.quarantined + bad.length,
    };
    const place = last ? { ordinal, cursor: page.cursor ?? null, watermark: page.watermark ?? null } : {};
    const next = { ...counted, ...place, progress: progressIn(counted, page, landing.sizeOf(objectId)) };
    return { next, keep: last, value: written.changed };
  });
  usage.count(context.tenantId, 'RECORDS', changed);
}

/** As the connector says, or as many as were read of those there are. */
function progressIn({ records, quarantined }: StreamState, { progress }: Page, size: number): number {
  return Math.max(progress, size === 0 ? 0 : Math.min(0.99, (records + quarantined) / size));
}
