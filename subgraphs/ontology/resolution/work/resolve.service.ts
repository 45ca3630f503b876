import { type Kysely, sql } from 'kysely';
import type { ModelEntity } from '../../../../schema/events/semantic-model.ts';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';
import type { System } from '../../../kernel/system.ts';
import { sourceTableOf, type ResolutionPolicies } from '../../golden/tables.ts';
import { alongIndex } from '../../publishing/materialise-sql.ts';
import type { ChangedGolden, EntityResolver } from '../../publishing/entity-resolver.ts';
import type { ResolutionModel } from '../engine/types.ts';
import { type Policy, policies, policyOf } from '../policy/policy.service.ts';
import { askPeople } from '../steward/ask-people.ts';
import { changedGolden, forgetChanged, writeClusters } from '../store/golden.ts';
import { dirtyRecords, membersById } from '../store/members.ts';
import { RecordReader, type SourceRecord } from '../store/records.ts';
import { countBySource, countStale, forgetGone, isStale, seenBefore } from '../store/stale.ts';
import { lockEntity, writeModel } from '../store/state.ts';
import { ResolutionTables } from '../store/tables.ts';
import { type Opened, comparable, open } from './opened.ts';
import { recluster } from './recluster.ts';
import { inFlight } from './in-flight.ts';
import type { Answer, Job } from './resolution.worker.ts';
import { type InTenant, sampleOf } from './sample.ts';
import { RESOLUTION_WORKER, scoreHere, scoreOnThread } from './score-records.ts';

const PAGE_ROWS = 500;
/** Pages that are scored side by side, each on a thread. */
const PAGES_AT_ONCE = 3;
/** So many records are scored where they are; more on a thread. */
const FEW = 8;
/** Records whose clusters are looked at in one transaction. */
const DIRTY_PAGE = 500;
/** Times that few records came, after which all are looked at. */
const ARRIVALS_BETWEEN = 500;
/** More golden records are not told by name. */
const MAX_NAMED = 20_000;
/** A model is learned anew when there are so many times the records it was learned from. */
const GROWN = 2;
/** Or when so large a share of them comes from sources it has seen nothing of: another system writes its own way. */
const UNSEEN = 0.05;
const SEED = 7;

type TenantDb = Kysely<TenantTables>;

/** Told how far a pass is: a share, 0…1, and the numbers in words. */
export type Report = (fraction: number, detail: string) => Promise<void>;

/** Finds out which records are the same thing: what is new, by what was learned; everything, when there is much to learn. */
export class ResolveService implements EntityResolver {
  readonly tables: ResolutionTables;
  readonly #system: Pick<System, 'database' | 'workers' | 'clock'>;
  readonly #signal: AbortSignal;
  readonly #arrivals = new Map<string, number>();

  constructor(system: Pick<System, 'database' | 'workers' | 'clock'>, signal: AbortSignal) {
    this.#system = system;
    this.#signal = signal;
    this.tables = new ResolutionTables(system);
  }

  policies(tenantId: string): Promise<ResolutionPolicies> {
    return this.#system.database.unitOfWork(tenantId, policies);
  }

  async resolveEntity(
    tenantId: string,
    entity: ModelEntity,
    _objectIds: readonly string[] | null = null,
    _changeId: string | null = null,
    arrived: readonly string[] | null = null,
  ): Promise<{ changedGolden: ChangedGolden }> {
    if (arrived === null || arrived.length === 0 || !this.#mayArrive(tenantId, entity))
      return this.resolve(tenantId, entity, { relearn: false, report: null });
    await this.tables.ensure(tenantId);
    if (!(await this.arrive(tenantId, entity, arrived))) return this.resolve(tenantId, entity, { relearn: false, report: null });
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      await askPeople(unit, entity, this.#system.clock());
      return { changedGolden: await unit.asTenant((db) => this.#changed(db, entity)) };
    });
  }

  /** Every so often all is gone through all the same: what an end in the middle left, and whether there is more to learn from by now. */
  #mayArrive(tenantId: string, { name }: ModelEntity): boolean {
    const key = `${tenantId} ${name}`;
    const times = (this.#arrivals.get(key) ?? 0) + 1;
    this.#arrivals.set(key, times % ARRIVALS_BETWEEN);
    return times < ARRIVALS_BETWEEN;
  }

  async #changed(db: TenantDb, entity: ModelEntity): Promise<ChangedGolden> {
    const changed = await changedGolden(db, entity.name, MAX_NAMED + 1);
    return changed.length > MAX_NAMED ? 'ALL' : changed;
  }

  async settled(tenantId: string, entityName: string, changed: ChangedGolden): Promise<void> {
    if (changed.length > 0) await this.#inTenant(tenantId, (db) => forgetChanged(db, entityName, changed));
  }

  /** Resolves what has not been resolved as it is now; may be interrupted anywhere and begun again. */
  async resolve(
    tenantId: string,
    entity: ModelEntity,
    { relearn, report }: { relearn: boolean; report: Report | null },
  ): Promise<{ changedGolden: ChangedGolden }> {
    await this.tables.ensure(tenantId);
    const inTenant: InTenant = (work) => this.#inTenant(tenantId, work);
    const policy = await this.#system.database.unitOfWork(tenantId, (unit) => policyOf(unit, entity.name));
    while ((await inTenant((db) => forgetGone(db, entity.name, sourceTableOf(entity), PAGE_ROWS))) > 0) this.#signal.throwIfAborted();
    if (policy.enabled === false) await this.#dissolve(inTenant, entity);
    else await this.#pass(tenantId, entity, policy, { relearn, report });
    return { changedGolden: await inTenant((db) => this.#changed(db, entity)) };
  }

  /** Resolves a few records that have just come or changed, in one transaction; false: nothing has been learned yet, or there are too many. */
  async arrive(tenantId: string, entity: ModelEntity, ids: readonly string[]): Promise<boolean> {
    if (ids.length > FEW) return false;
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const policy = await policyOf(unit, entity.name);
      if (policy.enabled === false) return false;
      return unit.asTenant(async (db) => {
        const state = await lockEntity(db, tenantId, entity.name);
        const opened = await open(db, tenantId, entity, policy, this.#system.clock(), state);
        if (opened === null) return false;
        const dirty = await scoreHere(db, opened, await opened.reader.byIds(db, ids));
        if (dirty.length > 0) await recluster(db, opened.resolving, dirty, null);
        return true;
      });
    });
  }

  /** Looks at the clusters of all records whose pairs have changed. */
  async settleClusters(
    tenantId: string,
    { resolving }: Pick<Opened, 'resolving'>,
    report: ((done: number) => Promise<void>) | null,
  ): Promise<void> {
    for (let done = 0; ;) {
      this.#signal.throwIfAborted();
      const looked = await this.#inTenant(tenantId, async (db) => {
        await lockEntity(db, tenantId, resolving.entity);
        const seeds = await dirtyRecords(db, resolving.entity, DIRTY_PAGE);
        if (seeds.length > 0) await recluster(db, resolving, seeds, null);
        return seeds.length;
      });
      if (looked === 0) return;
      done += looked;
      await report?.(done);
    }
  }

  async #pass(
    tenantId: string,
    entity: ModelEntity,
    policy: Policy,
    { relearn, report }: { relearn: boolean; report: Report | null },
  ): Promise<void> {
    const inTenant: InTenant = (work) => this.#inTenant(tenantId, work);
    const opened = await this.#opened(tenantId, entity, policy, relearn);
    if (opened === null) return;
    const table = sourceTableOf(entity);
    const total = report === null ? 0 : await inTenant((db) => countStale(db, table, opened.pass));
    let done = 0;
    const score = async (page: readonly SourceRecord[]): Promise<void> => {
      if (page.length <= FEW) await inTenant((db) => this.#few(db, tenantId, opened, page));
      else await scoreOnThread(inTenant, this.#system.workers, tenantId, opened, page);
      done += page.length;
      await report?.((0.8 * done) / Math.max(done, total), `${done} of ${Math.max(done, total)} records compared`);
    };
    await inFlight(this.#stalePages(inTenant, opened), PAGES_AT_ONCE, score);
    await this.settleClusters(
      tenantId,
      opened,
      report === null ? null : (n) => report(Math.min(0.99, 0.8 + n / Math.max(1, total) / 5), `${n} records grouped`),
    );
    await this.#system.database.unitOfWork(tenantId, (unit) => askPeople(unit, entity, this.#system.clock()));
  }

  async #few(db: TenantDb, tenantId: string, opened: Opened, page: readonly SourceRecord[]): Promise<void> {
    await lockEntity(db, tenantId, opened.entity.name);
    await scoreHere(db, opened, page);
  }

  /** Page after page of what is to be gone through, in the order of ids. */
  async *#stalePages(inTenant: InTenant, { reader, pass }: Opened): AsyncGenerator<SourceRecord[]> {
    for (let after: string | null = null; ;) {
      this.#signal.throwIfAborted();
      const from: string | null = after;
      const page: SourceRecord[] = await inTenant(async (db) => {
        await alongIndex.execute(db);
        return reader.where(db, isStale(pass, from), PAGE_ROWS, seenBefore);
      });
      if (page.length > 0) yield page;
      if (page.length < PAGE_ROWS) return;
      after = page.at(-1)?.id ?? null;
    }
  }

  /** What to go by: as learned, or learned now where nothing was, or little of what there is. Null: there is nothing to compare. */
  async #opened(tenantId: string, entity: ModelEntity, policy: Policy, relearn: boolean): Promise<Opened | null> {
    const inTenant: InTenant = (work) => this.#inTenant(tenantId, work);
    const now = this.#system.clock();
    const { opened, sources } = await inTenant(async (db) => ({
      opened: await open(db, tenantId, entity, policy, now),
      sources: await countBySource(db, sourceTableOf(entity)),
    }));
    const records = [...sources.values()].reduce((sum, n) => sum + n, 0);
    if (opened !== null && !relearn && fits(opened, sources, records)) return opened;
    const attributes = comparable(entity);
    const sample = await sampleOf(inTenant, entity, new RecordReader(entity, attributes), records, this.#signal);
    if (sample.length < 2 || attributes.length === 0) return null;
    const hints = attributes.map(({ name, semantic, type }) => ({ name, semantic, type }));
    const several = new Set(sample.map(({ source }) => source)).size > 1;
    const options = { linkOnly: several && policy.withinSource !== 'MERGE', seed: SEED };
    const model = (await this.#system.workers.run<Job, Answer>(RESOLUTION_WORKER, {
      job: 'LEARN',
      records: sample,
      hints,
      options,
    })) as ResolutionModel;
    return inTenant(async (db) => {
      await writeModel(db, entity.name, { ...model, sources: [...sources.keys()] }, records, now);
      return open(db, tenantId, entity, policy, now);
    });
  }

  /** Every record is its own thing again. */
  async #dissolve(inTenant: InTenant, entity: ModelEntity): Promise<void> {
    for (;;) {
      this.#signal.throwIfAborted();
      const moved = await inTenant(async (db) => {
        const { rows } = await sql<{ id: string }>`select record_id as id from resolution_record
          where entity = ${entity.name} and golden_id <> record_id limit ${DIRTY_PAGE}`.execute(db);
        const members = await membersById(
          db,
          rows.map(({ id }) => id),
        );
        const ids = members.map(({ id }) => id);
        const moves = members.map((member) => ({ member, golden: member.id }));
        await writeClusters(
          db,
          { entity: entity.name, table: sourceTableOf(entity), now: this.#system.clock() },
          { moves, settled: ids, changes: [] },
        );
        await sql`delete from resolution_pair where entity = ${entity.name} and decided_by is null
          and (a = any(${ids}::uuid[]) or b = any(${ids}::uuid[]))`.execute(db);
        await sql`update resolution_record set seen_at = null where entity = ${entity.name} and seen_at is not null
          and record_id = any(${ids}::uuid[])`.execute(db);
        return members.length;
      });
      if (moved === 0) return;
    }
  }

  #inTenant<T>(tenantId: string, work: (db: TenantDb) => Promise<T>): Promise<T> {
    return this.#system.database.unitOfWork(tenantId, (unit) => unit.asTenant(work));
  }
}

/** Whether what was learned is still of most of what there is. */
function fits({ learnedFrom, model }: Opened, sources: ReadonlyMap<string, number>, records: number): boolean {
  const known = new Set(model.sources);
  const unseen = [...sources].reduce((sum, [source, n]) => (known.has(source) ? sum : sum + n), 0);
  return records < GROWN * Math.max(1, learnedFrom) && unseen < UNSEEN * records;
}
