import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { TableReading } from '../repairs/read-page.ts';
import { applyAlone, expireWaiting, propose, type RepairedIn } from '../repairs/propose.ts';
import type { RepairRules } from '../repairs/repair-policy.entity.ts';
import { ObjectReadingRow } from '../repairs/object-reading.entity.ts';
import { driftErrors } from './drift.errors.ts';
import { decide } from './decide.ts';
import { DriftRow, type DriftStatus } from './drift.entity.ts';
import type { JudgedDrift } from './judge.ts';
import type { KnownConnection, KnownObject } from './known-objects.ts';
import { type Look, repairedLook } from './look.ts';

/** What landing has to know of an object that was looked at. */
export interface LookedAt {
  look: Look | null;
  reading: TableReading | null;
  held: boolean;
}

interface Recorded extends RepairedIn {
  /** A sync follows that lands what was found: what passes has passed. Without one it is only told. */
  lands: boolean;
  /** What was put aside cannot be read again at its source. */
  onceOnly: boolean;
}

/** Records what looks came to: drifts, repairs, what is held. @returns what landing has to know, by path */
export async function recordLooks(
  unit: UnitOfWork,
  known: KnownConnection,
  looks: ReadonlyMap<string, Look | null>,
  recorded: Recorded,
): Promise<Map<string, LookedAt>> {
  const readings = await unit.em.find(ObjectReadingRow, { tenantId: unit.tenantId, connectionId: recorded.connectionId, status: 'ACTIVE' });
  const versions = new Map(readings.map(({ objectId, version }) => [objectId, version]));
  const results = new Map<string, LookedAt>();
  for (const [path, object] of known.objects) {
    const look = looks.get(path);
    if (look === undefined) continue;
    if ((versions.get(object.objectId) ?? 0) !== object.version) throw driftErrors.REPAIRED_MEANWHILE({});
    if (look === null) {
      await settle(unit, object, new Map(), recorded);
      await expireWaiting(unit, object.objectId, recorded);
      if (recorded.lands) await closeDismissed(unit, object);
      results.set(path, { look: null, reading: readingOf(object), held: false });
    } else results.set(path, await recordLook(unit, look, known.policy, recorded));
  }
  return results;
}

const readingOf = (
  { rules, version, unsettled, ...known }: KnownObject,
  columns: readonly { name: string }[] = known.columns,
): TableReading | null => (rules.length === 0 ? null : { version, rules, columns: columns.map(({ name }) => name), undo: unsettled });

/** Fields that were only looked at do not land. */
const pruned = ({ source, table }: Look): TableReading | null =>
  source.columns.some(({ aside }) => aside === true)
    ? { version: 0, rules: [], columns: table.columns.map(({ name }) => name), undo: null }
    : null;

async function recordLook(unit: UnitOfWork, look: Look, policy: RepairRules, recorded: Recorded): Promise<LookedAt> {
  const outcome = decide(look, policy);
  const { drifts } = look.judgement;
  const { known } = look;
  switch (outcome.kind) {
    case 'PASS': {
      await expireWaiting(unit, known.objectId, recorded);
      await keep(unit, look, () => (recorded.lands ? 'PASSED' : 'OPEN'), null, recorded);
      if (recorded.lands) await closeDismissed(unit, known);
      return { look, reading: readingOf(known, look.table.columns) ?? pruned(look), held: false };
    }
    case 'REPAIR': {
      const { repair, version } = await applyAlone(unit, look, recorded);
      await keep(unit, look, ({ repaired }) => (repaired ? 'REPAIRED' : recorded.lands ? 'PASSED' : 'OPEN'), repair.id, recorded);
      const repaired = repairedLook(look, version);
      return { look: repaired, reading: repaired.reading === null ? null : { ...repaired.reading, undo: repair.id }, held: false };
    }
    case 'HOLD': {
      const repair = outcome.propose ? await propose(unit, look, outcome.reason, recorded) : null;
      await keep(unit, look, () => 'OPEN', repair?.id ?? null, recorded);
      if (recorded.lands && drifts.length > 0 && !recorded.onceOnly) await clearHeld(unit, known.objectId);
      return { look, reading: null, held: true };
    }
  }
}

/** Keeps drifts, each once, and tells of those that are new. */
async function keep(
  unit: UnitOfWork,
  { known, judgement }: Look,
  statusOf: (drift: JudgedDrift) => DriftStatus,
  repairId: string | null,
  recorded: Recorded,
): Promise<void> {
  const current = new Map(judgement.drifts.map((drift) => [drift.fingerprint, drift]));
  const open = await settle(unit, known, current, recorded);
  const { connectionId, connectionName, now } = recorded;
  const { objectId, name: objectName } = known;
  const made: DriftRow[] = [];
  for (const drift of current.values()) {
    const status = statusOf(drift);
    const { repaired, ...facts } = drift;
    const own = repaired || drift.holds ? repairId : null;
    const state = { status, repairId: own, closedAt: status === 'OPEN' ? null : now };
    const there = open.get(drift.fingerprint);
    // A proposal that was turned down stays named.
    if (there !== undefined) Object.assign(there, { ...facts, ...state, repairId: own ?? there.repairId ?? null });
    else
      made.push(
        unit.em.create(DriftRow, {
          id: randomUUID(),
          tenantId: unit.tenantId,
          connectionId,
          objectId,
          ...facts,
          ...state,
          detectedAt: now,
        }),
      );
  }
  await unit.em.persist(made).flush();
  if (made.length === 0) return;
  unit.emit('connectors.drift-detected', {
    connectionId, connectionName, objectId, objectName,
    drifts: made.map(({ id, kind, severity, field, summary }) => ({ driftId: id, kind, severity, field: field ?? null, summary })),
  }); // prettier-ignore
}

/** Drifts that are open and no longer there are gone. @returns those that are still there, by fingerprint */
async function settle(
  unit: UnitOfWork,
  { objectId }: KnownObject,
  current: ReadonlyMap<string, unknown>,
  { now }: RepairedIn,
): Promise<Map<string, DriftRow>> {
  const open = await unit.em.find(DriftRow, { tenantId: unit.tenantId, objectId, status: 'OPEN' });
  for (const drift of open) if (!current.has(drift.fingerprint)) Object.assign(drift, { status: 'GONE', closedAt: now });
  return new Map(open.filter(({ status }) => status === 'OPEN').map((drift) => [drift.fingerprint, drift]));
}

/** What somebody dismissed has passed now: should it come once more, it is another drift. */
async function closeDismissed({ em, tenantId }: UnitOfWork, { objectId, dismissed }: KnownObject): Promise<void> {
  if (dismissed.size === 0) return;
  const rows = await em.find(DriftRow, { tenantId, objectId, status: 'DISMISSED' });
  for (const row of rows) if (!row.fingerprint.endsWith(PAST)) row.fingerprint += PAST;
}

const PAST = ' past';

/** What was put aside of an object that is held is read, and put aside, again. */
function clearHeld(unit: UnitOfWork, objectId: string): Promise<void> {
  return unit.asTenant(async (db) => {
    await sql`delete from quarantined_record where object_id = ${objectId}::uuid and code = 'DRIFTED'`.execute(db);
  });
}
