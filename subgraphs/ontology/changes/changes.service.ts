import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { Guard } from '../../kernel/data-access/guard.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { eventErrors } from '../../kernel/events/event-errors.ts';
import type { EventStream } from '../../kernel/events/event-stream.ts';
import { sequenceAfter } from '../../kernel/events/stream-cursor.ts';
import { type ConnectionOf, type Page, connectionFrom } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { keyOf } from '../model/names.ts';
import type { PublicationService } from '../publishing/publication.service.ts';
import { changesErrors } from './changes.errors.ts';
import { RecordChange, type RecordFilter } from './changes.type.ts';
import { KEPT, hasFeed } from './number-changes.ts';

const MAX_FILTERS = 10;
const MAX_VALUES = 100;
const changeRow = z.object({
  position: z.coerce.number(),
  kind: z.enum(['CREATED', 'UPDATED', 'REMOVED', 'WHOLE']),
  at: z.coerce.date(),
  record_id: z.uuid().nullable(),
  seen: z.boolean(),
});
const totalsRow = z.object({ n: z.int(), last: z.coerce.number() });

/** What of the feed is read. */
export interface ChangeRequest {
  readonly entity: ModelEntity;
  readonly filter: readonly RecordFilter[];
  readonly page: Page;
  /** The last place to be read; null: all there are. */
  readonly upTo: number | null;
}

/** The stream of one entity type's changes. */
export const changeStream = (key: string): string => `canonical:${key}`;

/** Reads the feed of changed records, as somebody may see it. */
export class ChangesService {
  readonly #system: System;
  readonly #publications: Pick<PublicationService, 'model'>;

  constructor(system: System, publications: Pick<PublicationService, 'model'>) {
    this.#system = system;
    this.#publications = publications;
  }

  /**
   * Changes behind the page's place, oldest first, each record once a page with what happened to it last. What is not among what was asked for
   * or may be seen is told as removed, by its id alone: a copy is right when it follows. @throws CURSOR_EXPIRED, BAD_CURSOR, ATTRIBUTE_UNKNOWN
   */
  async page({ tenantId }: UserViewer, guard: Guard, request: ChangeRequest): Promise<ConnectionOf<RecordChange>> {
    const { entity, page, upTo } = request;
    const after = z.coerce
      .number()
      .int()
      .nonnegative()
      .safeParse(page.after?.[0] ?? 0);
    if (!after.success) throw commonErrors.BAD_CURSOR({});
    const asked = conditionOf(request);
    return this.#asTenant(tenantId, async (db) => {
      if (!(await hasFeed(db))) return connectionFrom(page, [], 0, ({ position }) => [position]);
      const range = sql`entity = ${keyOf(entity)} and position > ${after.data} ${upTo === null ? sql`` : sql`and position <= ${upTo}`}`;
      const totals = await sql`select count(*)::int as n, (select last from record_change_head) as last from record_change where ${range}`.execute(db);
      const { n, last } = totalsRow.parse(totals.rows[0]);
      if (after.data > 0 && after.data < last - KEPT) throw eventErrors.CURSOR_EXPIRED({});
      const { rows } = await sql`
        select c.position, c.kind, c.at, c.record_id, r.id is not null as seen
        from (select * from record_change where ${range} order by position limit ${page.limit + 1}) as c
        left join (select id from ${guard.table(entity)} as r where ${asked}) as r on r.id = c.record_id order by c.position`.execute(db);
      const changes = rows.map((row) => changeOf(changeRow.parse(row)));
      const whole = connectionFrom(page, changes, n, ({ position }) => [position]);
      const lastOf = new Map(whole.nodes.map((change) => [change.recordId, change.position]));
      const edges = whole.edges.filter(({ node }) => lastOf.get(node.recordId) === node.position);
      return { ...whole, edges, nodes: edges.map(({ node }) => node) };
    }); // prettier-ignore
  }

  /** What somebody who follows an entity type is told. @throws BAD_CURSOR, CURSOR_OF_ANOTHER_STREAM */
  async open({ tenantId }: UserViewer, name: string, after: string | null): Promise<EventStream> {
    const model = await this.#publications.model(tenantId);
    const entity = keyOf(model?.entities.find((each) => each.name === name) ?? { name });
    const selection = { tenantId, topics: ['ontology.records-changed' as const], match: { entity }, except: {}, after: sequenceAfter(changeStream(entity), after) }; // prettier-ignore
    return { selection, completes: false, mayEndWith: null };
  }

  #asTenant<T>(tenantId: string, work: (db: Kysely<never>) => Promise<T>): Promise<T> {
    return this.#system.database.unitOfWork(tenantId, (unit) => unit.asTenant((db) => work(db as never)));
  }
}

function changeOf({ position, kind, at, record_id: recordId, seen }: z.infer<typeof changeRow>): RecordChange {
  const shown = kind === 'WHOLE' || seen ? kind : 'REMOVED';
  return Object.assign(new RecordChange(), { position, kind: shown, at, recordId });
}

/** The records that are asked for; masked values are compared as they are shown. */
function conditionOf({ entity, filter }: ChangeRequest): RawBuilder<unknown> {
  if (filter.length > MAX_FILTERS || filter.some(({ values }) => values.length > MAX_VALUES))
    throw commonErrors.INVALID_INPUT({
      reason: `At most ${MAX_FILTERS} attributes with ${MAX_VALUES} values each can be asked for.`,
    });
  const conditions = filter.map(({ attribute: name, values }) => {
    const attribute = entity.attributes.find((each) => each.name === name);
    if (attribute === undefined) throw changesErrors.ATTRIBUTE_UNKNOWN({});
    return sql`${sql.id(attribute.column)}::text = any(${values})`;
  });
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}
