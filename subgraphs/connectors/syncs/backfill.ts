import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { CataloguedTable, ToLand } from '../objects/catalogue.ts';
import { SourceObjectRow } from '../objects/source-object.entity.ts';
import type { SyncRunRow } from './sync-run.entity.ts';

/** What is to land of a backfill: the objects that were asked for, from the moment that was asked for. Of any other sync everything. */
export async function backfilled({ em }: UnitOfWork, { mode, request, connectionId }: SyncRunRow, toLand: ToLand): Promise<ToLand> {
  if (mode !== 'BACKFILL') return toLand;
  const wanted = request?.objectIds ?? null;
  const since = request?.since ?? null;
  const marks = new Map((await em.find(SourceObjectRow, { connectionId })).map(({ id, watermark }) => [id, watermark?.value]));
  const tables = toLand.tables
    .filter(({ objectId }) => wanted === null || wanted.includes(objectId))
    .map((table): CataloguedTable => {
      const from = since === null ? null : asWatermark(new Date(since), marks.get(table.objectId));
      return { ...table, unchanged: false, backfill: true, since: from, completeAt: from === null ? null : table.completeAt };
    });
  return { tables, gone: [] };
}

/** Later than any count of seconds that stands for a day people live in. */
const MILLISECONDS_FROM = 1e11;

/** A moment as the connector writes its watermarks; null where the last one is no moment, or there is none: then all is read. */
export function asWatermark(moment: Date, last: unknown): unknown {
  if (typeof last === 'number') return last >= MILLISECONDS_FROM ? moment.getTime() : Math.floor(moment.getTime() / 1_000);
  if (typeof last === 'string' && /^\d{4}-\d\d-\d\d/u.test(last)) return moment.toISOString();
  return null;
}
