import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { type ConnectionOf, type Page, connectionFrom } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { isId } from '../id.ts';
import type { SourceObjectService } from '../objects/source-object.service.ts';
import { SourceObjectRow } from '../objects/source-object.entity.ts';
import { REPLAY_WORKFLOW } from '../repairs/replay.workflow.ts';
import { quarantineErrors } from './quarantine.errors.ts';

/** Which records. */
export interface WantedRecords {
  connectionId: string | null;
  objectId: string | null;
  code: string | null;
}

const MAX_RAW_CHARACTERS = 2_000;
const MAX_COUNTS = 200;
const DISCARD_BATCH = 5_000;

const recordSchema = z.object({
  id: z.uuid(),
  object_id: z.uuid(),
  line: z.coerce.number(),
  code: z.string(),
  reason: z.string(),
  raw: z.string(),
  created_at: z.coerce.string(),
});
const countSchema = z.object({ object_id: z.uuid(), code: z.string(), reason: z.string(), records: z.coerce.number() });
const totalSchema = z.object({ total: z.coerce.number() });

/** Reads what is in quarantine over all objects, has it replayed or thrown away. */
export class QuarantineService {
  readonly #system: System;
  readonly #objects: SourceObjectService;

  constructor(system: System, objects: SourceObjectService) {
    this.#system = system;
    this.#objects = objects;
  }

  /** Records in quarantine, by object and line, for those who see raw values. */
  async page(viewer: UserViewer, wanted: WantedRecords, page: Page): Promise<ConnectionOf<z.infer<typeof recordSchema>>> {
    const key = (row: z.infer<typeof recordSchema>): string[] => [row.object_id, String(row.line), row.id];
    const nothing = connectionFrom<z.infer<typeof recordSchema>>(page, [], 0, key);
    const after = page.after === null ? null : cursorOf(page.after);
    if (!(await this.#objects.seesRawValues(viewer))) return nothing;
    return this.#system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const which = await whichOf(unit, wanted);
      if (which === null) return nothing;
      return unit.asTenant(async (db) => {
        const beyond =
          after === null ? sql`true` : sql`(object_id, line, id) > (${after.objectId}::uuid, ${after.line}::bigint, ${after.id}::uuid)`;
        const { rows } =
          await sql`select id, object_id, line, code, reason, left(raw, ${MAX_RAW_CHARACTERS}) as raw, created_at::text as created_at
          from quarantined_record where ${which} and ${beyond} order by object_id, line, id limit ${page.limit + 1}`.execute(db);
        const { rows: totals } = await sql`select count(*) as total from quarantined_record where ${which}`.execute(db);
        return connectionFrom(
          page,
          rows.map((row) => recordSchema.parse(row)),
          totalSchema.parse(totals[0]).total,
          key,
        );
      });
    });
  }

  /** How many there are, by object, code and reason, the most first; reasons without the values that stand in them for those who may not see them. */
  async counts(viewer: UserViewer, wanted: WantedRecords): Promise<{ objectId: string; code: string; reason: string; records: number }[]> {
    const sees = await this.#objects.seesRawValues(viewer);
    return this.#system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const which = await whichOf(unit, wanted);
      if (which === null) return [];
      return unit.asTenant(async (db) => {
        const reason = sees ? sql`regexp_replace(reason, '“[^”]*”', '…', 'g')` : sql`''`;
        const { rows } = await sql`select object_id, code, ${reason} as reason, count(*) as records from quarantined_record where ${which}
          group by 1, 2, 3 order by 4 desc, 1, 2, 3 limit ${MAX_COUNTS}`.execute(db);
        return rows.map((row) => countSchema.parse(row)).map(({ object_id: objectId, ...row }) => ({ objectId, ...row }));
      });
    });
  }

  /** Starts a run that brings in what waits because its object has changed, as it is read now. @returns the run, or what is wrong */
  async replay({ tenantId, userId }: UserViewer, objectId: string): Promise<string | InputProblem[]> {
    return this.#foreseen(async () =>
      this.#system.database.unitOfWork(tenantId, async (unit) => {
        const object = await objectOf(unit, objectId);
        const runId = randomUUID();
        const subject = { connectionId: object.connectionId, objectId };
        await this.#system.runs.start(unit, {
          id: runId,
          workflow: REPLAY_WORKFLOW,
          title: `Replay of ${object.name}`,
          subject,
          startedBy: userId,
        });
        return runId;
      }),
    );
  }

  /** Throws away what is in quarantine of one object, all or of one code. @returns how many records, or what is wrong */
  async discard({ tenantId }: UserViewer, objectId: string, code: string | null): Promise<number | InputProblem[]> {
    return this.#foreseen(async () => {
      let discarded = 0;
      for (let more = true; more;) {
        const gone = await this.#system.database.unitOfWork(tenantId, async (unit) => {
          const object = await objectOf(unit, objectId);
          const rows = await unit.asTenant(async (db) => {
            const result = await sql`delete from quarantined_record where id = any(array(
              select id from quarantined_record where object_id = ${objectId}::uuid and ${code === null ? sql`true` : sql`code = ${code}`} limit ${DISCARD_BATCH}
            ))`.execute(db);
            return Number(result.numAffectedRows ?? 0);
          });
          object.quarantinedCount = Math.max(0, object.quarantinedCount - rows);
          if (rows > 0)
            unit.audit({
              action: 'quarantine.discarded', subject: { type: 'SourceObject', id: objectId }, before: { records: rows, reason: code ?? 'all' }, after: null,
            }); // prettier-ignore
          return rows;
        });
        discarded += gone;
        more = gone === DISCARD_BATCH;
      }
      return discarded;
    });
  }

  async #foreseen<T>(work: () => Promise<T>): Promise<T | InputProblem[]> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DomainError && !error.extensions.retry) return [inputProblem(error, 'objectId')];
      throw error;
    }
  }
}

async function objectOf({ em }: UnitOfWork, id: string): Promise<SourceObjectRow> {
  const object = isId(id) ? await em.findOne(SourceObjectRow, { id }) : null;
  if (object === null) throw quarantineErrors.OBJECT_NOT_FOUND({});
  return object;
}

/** The condition; null when nothing can fit it. */
async function whichOf({ em }: UnitOfWork, { connectionId, objectId, code }: WantedRecords): Promise<RawBuilder<unknown> | null> {
  if ([connectionId, objectId].some((id) => id !== null && !isId(id))) return null;
  const ofCode = code === null ? sql`true` : sql`code = ${code}`;
  if (connectionId === null && objectId === null) return ofCode;
  const where = { ...(connectionId === null ? {} : { connectionId }), ...(objectId === null ? {} : { id: objectId }) };
  const objects = await em.find(SourceObjectRow, where, { fields: ['id'] });
  return objects.length === 0 ? null : sql`object_id = any(${objects.map(({ id }) => id)}::uuid[]) and ${ofCode}`;
}

const cursorSchema = z.tuple([z.uuid(), z.string().regex(/^\d{1,18}$/u), z.uuid()]);

function cursorOf(key: NonNullable<Page['after']>): { objectId: string; line: string; id: string } {
  const { data } = cursorSchema.safeParse(key);
  if (data === undefined) throw commonErrors.BAD_CURSOR({});
  const [objectId, line, id] = data;
  return { objectId, line, id };
}
