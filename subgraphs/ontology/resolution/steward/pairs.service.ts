import { sql } from 'kysely';
import type { ModelEntity, SemanticModel } from '../../../../schema/events/semantic-model.ts';
import { type Guard, guardOf } from '../../../kernel/data-access/guard.ts';
import { commonErrors } from '../../../kernel/errors/common.errors.ts';
import { type ConnectionOf, type Page, connectionFrom } from '../../../kernel/pagination/page.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { type RecordRow, recordOf, recordRow, selectRecords } from '../../catalogue/records.ts';
import type { CanonicalRecord } from '../../catalogue/record.type.ts';
import { sourceTableOf } from '../../golden/tables.ts';
import { isUuid } from '../../uuids.ts';
import { score } from '../engine/score.ts';
import type { Comparison } from '../engine/types.ts';
import { policyOf } from '../policy/policy.service.ts';
import { membersById } from '../store/members.ts';
import { PAIR_COLUMNS, type PairRow, pairRow } from '../store/pairs.ts';
import { open } from '../work/opened.ts';
import type { ResolveService } from '../work/resolve.service.ts';

/** A record of a source as the viewer may see it, and the golden record it belongs to. */
export interface SeenMember {
  readonly record: CanonicalRecord;
  readonly golden: string;
}

/** What a viewer may see of the records of sources. */
export class PairsService {
  readonly #system: System;
  readonly #resolver: ResolveService;

  constructor(system: System, resolver: ResolveService) {
    this.#system = system;
    this.#resolver = resolver;
  }

  /** Pairs of an entity type both records of which the viewer may see, those with most evidence first. @throws BAD_CURSOR */
  async page(
    viewer: UserViewer,
    model: SemanticModel,
    entity: ModelEntity,
    status: PairRow['status'],
    page: Page,
  ): Promise<ConnectionOf<PairRow>> {
    const [weight, id] = page.after ?? [];
    if (page.after !== null && (typeof weight !== 'number' || !isUuid(String(id)))) throw commonErrors.BAD_CURSOR({});
    if (!(await this.#resolver.tables.exist(viewer.tenantId))) return connectionFrom(page, [], 0, () => [0, '']);
    const guard = await this.#guard(viewer, model, entity);
    const where = sql`p.entity = ${entity.name} and p.status = ${status} and ${visible(guard, entity)}`;
    const after =
      page.after === null
        ? sql``
        : sql`and ((coalesce(p.weight, 0)) < ${Number(weight)}::real or ((coalesce(p.weight, 0)) = ${Number(weight)}::real and p.id > ${String(id)}::uuid))`;
    return this.#system.database.unitOfWork(viewer.tenantId, (unit) =>
      unit.asTenant(async (db) => {
        const { rows } = await sql`select ${PAIR_COLUMNS} from resolution_pair as p where ${where} ${after}
          order by (coalesce(p.weight, 0)) desc, p.id limit ${page.limit + 1}`.execute(db);
        const { rows: counted } = await sql<{ n: string }>`select count(*) as n from resolution_pair as p where ${where}`.execute(db);
        return connectionFrom(
          page,
          rows.map((row) => pairRow.parse(row)),
          Number(counted[0]?.n ?? 0),
          (row) => [row.weight ?? 0, row.id],
        );
      }),
    );
  }

  /** Pairs by id, null where there is none that the viewer may see. */
  async load(viewer: UserViewer, model: SemanticModel, ids: readonly string[]): Promise<(PairRow | null)[]> {
    const wanted = ids.filter(isUuid);
    if (wanted.length === 0 || !(await this.#resolver.tables.exist(viewer.tenantId))) return ids.map(() => null);
    const found = new Map<string, PairRow>();
    for (const entity of model.entities.filter(({ sourceTable }) => typeof sourceTable === 'string')) {
      const guard = await this.#guard(viewer, model, entity);
      const rows = await this.#system.database.unitOfWork(viewer.tenantId, (unit) =>
        unit.asTenant(async (db) => {
          const read = await sql`select ${PAIR_COLUMNS} from resolution_pair as p
            where p.id = any(${wanted}::uuid[]) and p.entity = ${entity.name} and ${visible(guard, entity)}`.execute(db);
          return read.rows.map((row) => pairRow.parse(row));
        }),
      );
      for (const row of rows) found.set(row.id, row);
    }
    return ids.map((id) => found.get(id) ?? null);
  }

  /** Records of sources by id, null where there is none that the viewer may see. */
  async members(viewer: UserViewer, model: SemanticModel, entity: ModelEntity, ids: readonly string[]): Promise<(SeenMember | null)[]> {
    const guard = await this.#guard(viewer, model, entity);
    const source = sourceOf(entity);
    return this.#system.database.unitOfWork(viewer.tenantId, (unit) =>
      unit.asTenant(async (db) => {
        const { rows } = await selectRecords(source, guard, sql`id = any(${[...ids]}::uuid[])`, ids.length).execute(db);
        const records = new Map(rows.map((row): [string, RecordRow] => [recordRow.parse(row).id, recordRow.parse(row)]));
        const goldens = new Map((await membersById(db, ids)).map(({ id, golden }) => [id, golden]));
        return ids.map((id) => {
          const row = records.get(id);
          return row === undefined ? null : { record: recordOf(source, guard, row), golden: goldens.get(id) ?? id };
        });
      }),
    );
  }

  /** How the attributes of pairs compare, by what is known now; without sentences, and without what is masked, for whom rules restrict. */
  async comparisons(
    viewer: UserViewer,
    model: SemanticModel,
    entity: ModelEntity,
    pairs: readonly PairRow[],
  ): Promise<(Omit<Comparison, 'sentence'> & { sentence: string | null })[][]> {
    const guard = await this.#guard(viewer, model, entity);
    const { opened, records } = await this.#system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const policy = await policyOf(unit, entity.name);
      return unit.asTenant(async (db) => {
        const found = await open(db, viewer.tenantId, entity, policy, this.#system.clock());
        const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
        return { opened: found, records: new Map(((await found?.reader.byIds(db, ids)) ?? []).map((record) => [record.id, record])) };
      });
    });
    return pairs.map(({ a, b }) => {
      const [left, right] = [records.get(a), records.get(b)];
      if (opened === null || left === undefined || right === undefined) return [];
      return score(opened.model, left, right)
        .comparisons.filter(({ field }) => guard.maskOf(entity, field) === null)
        .map((comparison) => ({ ...comparison, sentence: guard.access.restricted ? null : comparison.sentence }));
    });
  }

  async #guard(viewer: UserViewer, model: SemanticModel, entity: ModelEntity): Promise<Guard> {
    const entities = model.entities.map((each) => (each.name === entity.name ? sourceOf(each) : each));
    return guardOf(await this.#system.dataAccess.of(viewer), { ...model, entities });
  }
}

/** The entity type as its sources have it: what a guard reads records of sources by. */
function sourceOf(entity: ModelEntity): ModelEntity {
  return { ...entity, table: sourceTableOf(entity) };
}

/** Both records are there for the viewer; whoever sees everything need not have it looked up. */
function visible(guard: Guard, entity: ModelEntity) {
  if (!guard.access.restricted) return sql`true`;
  const seen = guard.table(sourceOf(entity));
  return sql`exists (select 1 from ${seen} as left_one where left_one.id = p.a) and exists (select 1 from ${seen} as right_one where right_one.id = p.b)`;
}
