import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { ModelAttribute, ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { Guard } from '../../kernel/data-access/guard.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { type ConnectionOf, type Page, connectionFrom } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { CanonicalRecord } from '../catalogue/record.type.ts';
import { User, refer } from '../catalogue/stubs.type.ts';
import { isUuid } from '../uuids.ts';
import { countMembers, membersOf, type SourceView, sourceView } from './members.ts';
import { AlternativeValue, OverriddenValue, ValueProvenance } from './provenance.type.ts';
import { foldedText, reasonFor } from './reasons.ts';
import type { RecordMember } from './record-member.type.ts';
import type { GoldenRefresher } from './refresher.ts';
import { fedAttributes, latestOverrides, winnersOf } from './survivor-sql.ts';
import type { SurvivorshipRule } from './rules.ts';
import type { Survivorship } from './survivorship.ts';
import { isGolden } from './tables.ts';

/** No thing has so many records that anybody reads them side by side. */
const MAX_COMPARED = 200;

const winnersRow = z.object({ winners: z.array(z.uuid().nullable()) });
const overrideRow = z.object({ column_name: z.string(), set_by: z.uuid(), at: z.coerce.date() });

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

  /** A page of the records of sources that a record is made of, as the viewer may see them. */
  members({ tenantId, model, guard }: Asking, record: CanonicalRecord, page: Page): Promise<ConnectionOf<RecordMember>> {
    const after = page.after?.[0] ?? null;
    if (after !== null && !isUuid(String(after))) throw commonErrors.BAD_CURSOR({});
    const view = sourceView(model, record.entity, guard.access);
    if (view === null) return Promise.resolve(connectionFrom<RecordMember>(page, [], 0, ({ id }) => [id]));
    return this.asTenant(tenantId, async (db) => {
      const rows = await membersOf(db, view, record.id, after === null ? null : String(after), page.limit + 1);
      return connectionFrom(page, rows, await countMembers(db, view, record.id), ({ id }) => [id]);
    });
  }

  /** Where each value of a record comes from; worked out by what chose it. */
  async provenance({ tenantId, model, guard }: Asking, record: CanonicalRecord): Promise<ValueProvenance[]> {
    const view = sourceView(model, record.entity, guard.access);
    const entity = model.entities.find(({ name }) => name === record.entity.name);
    if (view === null || entity === undefined) return [];
    const survivorship = await this.refresher.survivorship(tenantId, entity);
    return this.asTenant(tenantId, async (db) => {
      const members = await membersOf(db, view, record.id, null, MAX_COMPARED);
      const winners = isGolden(entity)
        ? await readWinners(db, entity, survivorship, record.id)
        : fedAttributes(entity).map(() => record.id);
      const said = isGolden(entity) ? await readOverrides(db, record.id) : new Map<string, OverriddenValue>();
      const fed = fedAttributes(entity);
      return entity.attributes.map((attribute) => {
        if (attribute.computed != null) return computedProvenance(record, attribute);
        const winner = members.find(({ id }) => id === winners[fed.indexOf(attribute)]) ?? null;
        const overridden = said.get(attribute.column) ?? null;
        const facts = { rule: survivorship.ruleOf(attribute), winner, overridden, restricted: guard.access.restricted };
        return provenanceOf(record, attribute, members, facts, view);
      });
    });
  }

  private asTenant<T>(tenantId: string, work: (db: Kysely<never>) => Promise<T>): Promise<T> {
    return this.system.database.unitOfWork(tenantId, (unit) => unit.asTenant((db) => work(db as never)));
  }
}

interface Facts {
  readonly rule: SurvivorshipRule;
  readonly winner: RecordMember | null;
  readonly overridden: OverriddenValue | null;
  readonly restricted: boolean;
}

function provenanceOf(
  record: CanonicalRecord,
  { name }: ModelAttribute,
  members: readonly RecordMember[],
  { rule, winner, overridden, restricted }: Facts,
  { entity }: SourceView,
): ValueProvenance {
  const saying = members.filter(({ values }) => textOf(values[name]) !== null);
  const agreeing = winner === null ? [] : saying.filter(({ values }) => foldedText(values[name]) === foldedText(winner.values[name]));
  const source = entity.sources.find(({ objectId }) => objectId === winner?.object.id);
  const others = saying.filter(({ id }) => overridden !== null || id !== winner?.id);
  const chosen = reasonFor(rule, { source: source?.connectionName ?? null, saying: saying.length, agreeing: agreeing.length });
  return Object.assign(new ValueProvenance(), {
    attribute: name,
    value: textOf(record.values[name]),
    member: winner,
    fields: [...new Set((source?.fields ?? []).filter(({ attribute }) => attribute === name).map(({ column }) => column))],
    rule,
    // What others say, and how many, follows from values that no rule has judged.
    reason: overridden !== null ? 'A person has set it.' : restricted ? 'It was chosen among what sources say.' : chosen,
    overridden,
    others: restricted
      ? []
      : others.map((member) => Object.assign(new AlternativeValue(), { member, value: textOf(member.values[name]) ?? '' })),
  });
}

function computedProvenance(record: CanonicalRecord, { name, computed }: ModelAttribute): ValueProvenance {
  const inputs = computed?.inputs ?? [];
  const reason = inputs.length === 0 ? 'It is worked out.' : `It is worked out from ${inputs.join(', ')}.`;
  const value = textOf(record.values[name]);
  return Object.assign(new ValueProvenance(), {
    attribute: name,
    value,
    member: null,
    fields: [],
    rule: null,
    reason,
    overridden: null,
    others: [],
  });
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

async function readWinners(db: Kysely<never>, entity: ModelEntity, survivorship: Survivorship, id: string): Promise<(string | null)[]> {
  const { rows } = await winnersOf(entity, survivorship, id).execute(db);
  return rows[0] === undefined ? [] : winnersRow.parse(rows[0]).winners;
}

async function readOverrides(db: Kysely<never>, id: string): Promise<Map<string, OverriddenValue>> {
  const { rows } = await sql`with page as materialized (select ${id}::uuid as gid) ${latestOverrides()}`.execute(db);
  const found = rows.map((row) => overrideRow.parse(row));
  return new Map(
    found.map(({ column_name: name, set_by: by, at }) => [name, Object.assign(new OverriddenValue(), { by: refer(User, by), at })]),
  );
}
