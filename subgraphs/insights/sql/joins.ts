import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import { backOf, isFanned } from '../model/model-index.ts';
import type { ModelIndex } from '../model/model-index.ts';
import type { FieldRef } from '../plan/query-plan.ts';

/** Column of every canonical table that keeps the source's own key: what names a record that has no title. */
const SOURCE_KEY_COLUMN = 'source_key';

/** A rate older than this says nothing of the day. */
const MAX_RATE_AGE_DAYS = 31;

/** Collects the left joins one source needs while its fields are compiled; many-to-one only, so rows are never multiplied. */
export class JoinBook {
  readonly #model: ModelIndex;
  readonly #entity: ModelEntity;
  readonly #alias: string;
  readonly #moment: FieldRef | null;
  readonly #extra: RawBuilder<unknown>[] = [];
  readonly #rates = new Map<string, string>();
  readonly #fans = new Map<string, string>();
  readonly #joined = new Map<string, { alias: string; entity: ModelEntity; clause: RawBuilder<unknown> }>();

  /** @param moment the date whose exchange rates amounts are converted by; null: those of today */
  constructor(model: ModelIndex, entity: string, alias: string, moment: FieldRef | null = null) {
    this.#model = model;
    this.#moment = moment;
    this.#entity = model.entity(entity);
    this.#alias = alias;
  }

  get model(): ModelIndex {
    return this.#model;
  }

  get root(): string {
    return this.#alias;
  }

  get entityName(): string {
    return this.#entity.name;
  }

  /**
   * What a record leads to across a link the other way round: each different thing once, `h` the record that it is told for, `v` the value,
   * `n` what the thing is called.
   */
  #fan(field: FieldRef): string {
    const key = JSON.stringify(field);
    const known = this.#fans.get(key);
    if (known !== undefined) return known;
    const at = field.path.findIndex((step) => isFanned([step]));
    const back = backOf(field.path[at] ?? '');
    const alias = `${this.#alias}_b${this.#fans.size + 1}`;
    this.#fans.set(key, alias);
    if (back === null) throw new Error(`${key} leads nowhere back`);
    const inner = this.child(back.entity, `${alias}_i`);
    const rest = { path: field.path.slice(at + 1), attribute: field.attribute };
    const [link, value] = [inner.column({ path: [back.relation], attribute: 'id' }), inner.column(rest)];
    const name = field.attribute === 'id' ? sql`, ${inner.title(rest.path)} as n` : sql``;
    const hub = sql.id(this.at(field.path.slice(0, at)).alias, 'id');
    this.#extra.push(
      sql`\nleft join (select distinct ${link} as h, ${value} as v${name}${inner.from()}) as ${sql.id(alias)} on ${sql.id(alias, 'h')} = ${hub}`,
    );
    return alias;
  }

  /** Alias and entity at the end of a path, joining what is not yet joined. The plan was validated: a missing relation is a bug. */
  at(path: string[]): { alias: string; entity: ModelEntity } {
    let alias = this.#alias;
    let entity = this.#entity;
    path.forEach((step, index) => {
      const key = path.slice(0, index + 1).join('.');
      const known = this.#joined.get(key);
      if (known !== undefined) {
        ({ alias, entity } = known);
        return;
      }
      const relation = this.#model.relation(entity.name, step);
      if (relation === null) throw new Error(`${entity.name} has no relation ${step}`);
      const target = this.#model.entity(relation.target);
      const next = `${this.#alias}_${this.#joined.size + 1}`;
      const clause = sql`\nleft join ${this.#model.table(target)} as ${sql.id(next)} on ${sql.id(next, 'id')} = ${sql.id(alias, relation.column)}`;
      this.#joined.set(key, { alias: next, entity: target, clause });
      alias = next;
      entity = target;
    });
    return { alias, entity };
  }

  /** The column a field lives in. `id` of a relation's target is read from the owner's own column, without a join. */
  column(field: FieldRef): RawBuilder<unknown> {
    if (isFanned(field.path)) return sql`${sql.id(this.#fan(field), 'v')}`;
    const last = field.path.at(-1);
    if (field.attribute === 'id' && last !== undefined) {
      const owner = this.at(field.path.slice(0, -1));
      const relation = this.#model.relation(owner.entity.name, last);
      if (relation === null) throw new Error(`${owner.entity.name} has no relation ${last}`);
      return sql`${sql.id(owner.alias, relation.column)}`;
    }
    const { alias, entity } = this.at(field.path);
    if (field.attribute === 'id') return sql`${sql.id(alias, 'id')}`;
    const attribute = this.#model.attribute(entity.name, field.attribute);
    if (attribute === null) throw new Error(`${entity.name} has no attribute ${field.attribute}`);
    return sql`${sql.id(alias, attribute.column)}`;
  }

  /** What people call the record at the end of a path. */
  title(path: string[]): RawBuilder<unknown> {
    if (isFanned(path)) return sql`${sql.id(this.#fan({ path, attribute: 'id' }), 'n')}`;
    const { alias, entity } = this.at(path);
    const attribute = entity.titleAttribute === null ? null : this.#model.attribute(entity.name, entity.titleAttribute);
    return sql`${sql.id(alias, attribute?.column ?? SOURCE_KEY_COLUMN)}`;
  }

  /** Whether what a record is called is a text of its own table. */
  titleIsText(path: string[]): boolean {
    if (isFanned(path)) return false;
    const { entity } = this.at(path);
    return entity.titleAttribute === null || (this.#model.attribute(entity.name, entity.titleAttribute)?.type ?? 'TEXT') === 'TEXT';
  }

  /** `from table as alias` and the joins collected so far: call it last. */
  from(): RawBuilder<unknown> {
    const joins = [...[...this.#joined.values()].map((join) => join.clause), ...this.#extra];
    const start = sql`\nfrom ${this.#model.table(this.#entity)} as ${sql.id(this.#alias)}`;
    return joins.length === 0 ? start : sql`${start}${sql.join(joins, sql``)}`;
  }

  type(field: FieldRef): 'DATE' | 'DATETIME' | 'OTHER' {
    const type = this.#model.resolve(this.#entity.name, field)?.attribute?.type;
    return type === 'DATE' || type === 'DATETIME' ? type : 'OTHER';
  }

  child(entity: string, alias: string): JoinBook {
    return new JoinBook(this.#model, entity, alias);
  }

  /** Adds a clause behind the joins: what multiplies records on purpose, as a calendar does. */
  join(clause: RawBuilder<unknown>): void {
    this.#extra.push(clause);
  }

  /** What one unit of a record's currency was in `to` on the record's day; null where nobody said. */
  rate(currency: RawBuilder<unknown>, key: string, to: string): RawBuilder<unknown> {
    return sql`(case when ${currency} = ${to} then 1 else ${sql.id(this.rateRow(currency, key, to), 'rate')} end)`;
  }

  /** Alias of the rate that holds for a record: its `rate`, of which `day` it is, and who said so (`source`). */
  rateRow(currency: RawBuilder<unknown>, key: string, to: string): string {
    const known = this.#rates.get(key);
    const alias = known ?? `${this.#alias}_fx${this.#rates.size + 1}`;
    if (known === undefined) {
      this.#rates.set(key, alias);
      const day = this.#moment === null ? sql`current_date` : sql`${this.column(this.#moment)}::date`;
      this.#extra.push(
        sql`\nleft join lateral (select case when r.base = ${to} then 1 / r.rate else r.rate end as rate, r.day, r.source from exchange_rate as r where ((r.base = ${currency} and r.quote = ${to}) or (r.base = ${to} and r.quote = ${currency})) and r.day <= ${day} and r.day >= ${day} - ${sql.lit(MAX_RATE_AGE_DAYS)} order by r.day desc, r.base = ${currency} desc limit 1) as ${sql.id(alias)} on true`,
      );
    }
    return alias;
  }
}
