import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { Guard } from '../../kernel/data-access/guard.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { type ConnectionOf, type Page, connectionFrom } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { CanonicalRecord } from '../catalogue/record.type.ts';
import { User, refer } from '../catalogue/stubs.type.ts';
import { isUuid } from '../uuids.ts';
import { countMembersOfEach, membersOfEach, sourceView } from './members.ts';
import { type Origins, provenanceOf } from './origins.ts';
import { OverriddenValue, type ValueProvenance } from './provenance.type.ts';
import type { RecordMember } from './record-member.type.ts';
import type { GoldenRefresher } from './refresher.ts';
import { fedAttributes, latestOverrides, winnersOf } from './survivor-sql.ts';
import type { Survivorship } from './survivorship.ts';
import { isGolden } from './tables.ts';

/** No thing has so many records that anybody reads them side by side. */
const MAX_COMPARED = 200;
/** Records that one statement is asked about. */
const AT_ONCE = 200;

const winnersRow = z.object({ gid: z.uuid(), winners: z.array(z.uuid().nullable()) });
const overrideRow = z.object({ gid: z.uuid(), column_name: z.string(), set_by: z.uuid(), at: z.coerce.date() });

/** Who is asking, and about which model. */
export interface Asking {
  readonly tenantId: string;
  readonly model: SemanticModel;
  readonly guard: Guard;
}

/** Tells what golden records are made of, and why their values are what they are. */
export class GoldenService {
  private readonly system: System;
  private readonly refresher: GoldenRefresher;

  constructor(system: System, refresher: GoldenRefresher) {
    this.system = system;
    this.refresher = refresher;
  }

  /** Of each record a page of the records of sources that it is made of, as the viewer may see them, in one transaction. */
  async members(
    { tenantId, model, guard }: Asking,
    records: readonly CanonicalRecord[],
    page: Page,
  ): Promise<ConnectionOf<RecordMember>[]> {
    const after = page.after?.[0] ?? null;
    if (after !== null && !isUuid(String(after))) throw commonErrors.BAD_CURSOR({});
    const pages = await this.ofEachType(tenantId, records, async (db, entity, ids) => {
      const view = sourceView(model, entity, guard.access);
      if (view === null) return new Map<string, ConnectionOf<RecordMember>>();
      const members = await membersOfEach(db, view, ids, after === null ? null : String(after), page.limit + 1);
      const counts = await countMembersOfEach(db, view, ids);
      return new Map(ids.map((id) => [id, connectionFrom(page, members.get(id) ?? [], counts.get(id) ?? 0, ({ id: key }) => [key])]));
    });
    return records.map(({ id }) => pages.get(id) ?? connectionFrom<RecordMember>(page, [], 0, ({ id: key }) => [key]));
  }

  /** Of each record where each of its values comes from; worked out by what chose it. */
  async provenance({ tenantId, model, guard }: Asking, records: readonly CanonicalRecord[]): Promise<ValueProvenance[][]> {
    const published = new Map(model.entities.map((entity) => [entity.name, entity]));
    const rules = new Map<string, Survivorship>();
    for (const name of new Set(records.map(({ entity }) => entity.name))) {
      const entity = published.get(name);
      if (entity !== undefined) rules.set(name, await this.refresher.survivorship(tenantId, entity));
    }
    const told = await this.ofEachType(tenantId, records, async (db, { name }, ids) => {
      const [entity, survivorship] = [published.get(name), rules.get(name)];
      const view = entity === undefined ? null : sourceView(model, entity, guard.access);
      if (view === null || entity === undefined || survivorship === undefined) return new Map<string, Origins>();
      const members = await membersOfEach(db, view, ids, null, MAX_COMPARED);
      const winners = isGolden(entity) ? await readWinners(db, entity, survivorship, ids) : null;
      const said = isGolden(entity) ? await readOverrides(db, ids) : new Map<string, ReadonlyMap<string, OverriddenValue>>();
      const own = (id: string): string[] => fedAttributes(entity).map(() => id);
      return new Map(
        ids.map((id): [string, Origins] => [
          id,
          {
            published: entity,
            ruleOf: survivorship.ruleOf,
            restricted: guard.access.restricted,
            members: members.get(id) ?? [],
            winners: winners === null ? own(id) : (winners.get(id) ?? []),
            said: said.get(id) ?? new Map(),
          },
        ]),
      );
    });
    return records.map((record) => {
      const origins = told.get(record.id);
      return origins === undefined ? [] : provenanceOf(record, origins);
    });
  }

  /** What `read` finds about records, a type at a time, a few hundred at once, in one transaction. */
  private ofEachType<Found>(
    tenantId: string,
    records: readonly CanonicalRecord[],
    read: (db: Kysely<never>, entity: ModelEntity, ids: readonly string[]) => Promise<Map<string, Found>>,
  ): Promise<Map<string, Found>> {
    return this.asTenant(tenantId, async (db) => {
      const found = new Map<string, Found>();
      for (const [, of] of Map.groupBy(records, ({ entity }) => entity.name)) {
        const [first] = of;
        if (first === undefined) continue;
        const ids = [...new Set(of.map(({ id }) => id))];
        for (let from = 0; from < ids.length; from += AT_ONCE)
          for (const [id, each] of await read(db, first.entity, ids.slice(from, from + AT_ONCE))) found.set(id, each);
      }
      return found;
    });
  }

  private asTenant<T>(tenantId: string, work: (db: Kysely<never>) => Promise<T>): Promise<T> {
    return this.system.database.unitOfWork(tenantId, (unit) => unit.asTenant((db) => work(db as never)));
  }
}

async function readWinners(
  db: Kysely<never>,
  entity: ModelEntity,
  survivorship: Survivorship,
  ids: readonly string[],
): Promise<Map<string, (string | null)[]>> {
  const { rows } = await winnersOf(entity, survivorship, ids).execute(db);
  return new Map(rows.map((row) => winnersRow.parse(row)).map(({ gid, winners }) => [gid, winners]));
}

async function readOverrides(db: Kysely<never>, ids: readonly string[]): Promise<Map<string, Map<string, OverriddenValue>>> {
  const { rows } = await sql`with page as materialized (select unnest(${[...ids]}::uuid[]) as gid) ${latestOverrides()}`.execute(db);
  const found = Map.groupBy(
    rows.map((row) => overrideRow.parse(row)),
    ({ gid }) => gid,
  );
  const told = ({ set_by: by, at }: z.infer<typeof overrideRow>): OverriddenValue =>
    Object.assign(new OverriddenValue(), { by: refer(User, by), at });
  return new Map([...found].map(([gid, of]) => [gid, new Map(of.map((each) => [each.column_name, told(each)]))]));
}
