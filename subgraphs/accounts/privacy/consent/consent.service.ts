import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import { commonErrors } from '../../../kernel/errors/common.errors.ts';
import { type InputProblem, inputProblem } from '../../../kernel/errors/input-problem.type.ts';
import { nameBasedUuid } from '../../../kernel/ids/name-based-uuid.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../../kernel/pagination/page.ts';
import { tenantKey } from '../../../kernel/privacy/tenant-key.ts';
import { withoutPersonalData } from '../../../kernel/privacy/without-personal-data.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { privacyErrors } from '../privacy.errors.ts';
import { ConsentEventRow } from './consent.entity.ts';
import type { ConsentInput } from './consent.type.ts';
import { subjectOf } from './subject.ts';

const MAX_HISTORY = 100;
const LIMITS = { subject: 254, purpose: 200, source: 200, evidence: 2_000 } as const;
const pairSchema = z.object({ subject_digest: z.string(), purpose: z.string(), latest: z.coerce.date(), total: z.coerce.number() });
const cursorSchema = z.tuple([z.iso.datetime(), z.string(), z.string()]);

/** One person's events for one purpose, newest first. */
export interface ConsentHistory {
  id: string;
  events: ConsentEventRow[];
}

/** The only writer of `consent_event`. */
export class ConsentService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  async record(viewer: UserViewer, input: ConsentInput): Promise<ConsentHistory | InputProblem[]> {
    const problems = problemsOf(input, this.system.clock());
    if (problems.length > 0) return problems;
    return this.system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const key = await tenantKey(unit, this.system.secrets.vault);
      const subject = subjectOf(key, input.subject);
      const { purpose, legalBasis, source, at = null } = input;
      const evidence = withoutPersonalData(input.evidence, key);
      return this.add(unit, viewer, { ...subject, purpose, legalBasis, source, evidence, state: 'GRANTED', at });
    });
  }

  /** @returns null when nothing was agreed to for this purpose */
  async withdraw(
    viewer: UserViewer,
    input: { id: string; source: string; evidence: string; at: Date | null },
  ): Promise<ConsentHistory | InputProblem[]> {
    const problems = problemsOf({ ...input, subject: 'kept', purpose: 'kept' }, this.system.clock());
    if (problems.length > 0) return problems;
    return this.system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const known = (await this.pairs(unit)).find((pair) => idOf(unit.tenantId, pair.subject_digest, pair.purpose) === input.id);
      const last = known === undefined ? undefined : (await history(unit, known.subject_digest, known.purpose)).at(0);
      if (last === undefined) return [inputProblem(commonErrors.NOT_FOUND({ what: 'consent' }), 'id')];
      const key = await tenantKey(unit, this.system.secrets.vault);
      return this.add(unit, viewer, {
        digest: last.subjectDigest,
        shown: last.subject,
        purpose: last.purpose,
        legalBasis: last.legalBasis,
        source: input.source,
        evidence: withoutPersonalData(input.evidence, key),
        state: 'WITHDRAWN',
        at: input.at,
      });
    });
  }

  /** Consents, last changed first; of one person when a subject is given. @throws BAD_CURSOR */
  page(viewer: UserViewer, subject: string | null, page: Page): Promise<ConnectionOf<ConsentHistory>> {
    return this.system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const digest = subject === null ? null : subjectOf(await tenantKey(unit, this.system.secrets.vault), subject).digest;
      const after = page.after === null ? null : cursorSchema.safeParse(page.after);
      if (after !== null && !after.success) throw commonErrors.BAD_CURSOR({});
      const pairs = await this.pairs(unit, digest, after === null ? null : after.data, page.limit + 1);
      const nodes: (ConsentHistory & { key: [string, string, string] })[] = [];
      for (const { subject_digest, purpose, latest } of pairs)
        nodes.push({
          id: idOf(unit.tenantId, subject_digest, purpose),
          events: await history(unit, subject_digest, purpose),
          key: [latest.toISOString(), subject_digest, purpose],
        });
      return connectionFrom(page, nodes, pairs[0]?.total ?? 0, ({ key }) => key);
    });
  }

  private async add(
    unit: UnitOfWork,
    viewer: UserViewer,
    event: Pick<ConsentEventRow, 'purpose' | 'legalBasis' | 'source' | 'evidence' | 'state'> & {
      digest: string;
      shown: string;
      at: Date | null;
    },
  ): Promise<ConsentHistory> {
    const now = this.system.clock();
    const row = unit.em.create(ConsentEventRow, {
      id: randomUUID(), tenantId: unit.tenantId, subjectDigest: event.digest, subject: event.shown, purpose: event.purpose.trim(),
      legalBasis: event.legalBasis, source: event.source.trim(), state: event.state, at: event.at ?? now, evidence: event.evidence,
      recordedBy: viewer.userId, recordedAt: now,
    }); // prettier-ignore
    await unit.em.persist(row).flush();
    const { subjectDigest, purpose } = row;
    return { id: idOf(unit.tenantId, subjectDigest, purpose), events: await history(unit, subjectDigest, purpose) };
  }

  /** Who agreed to what: one row a person and purpose. */
  private async pairs(unit: UnitOfWork, digest: string | null = null, after: [string, string, string] | null = null, limit = 10_000) {
    const { rows } = await sql`
      with pair as (
        select subject_digest, purpose, max(recorded_at) as latest from consent_event
        where tenant_id = ${unit.tenantId}::uuid ${digest === null ? sql`` : sql`and subject_digest = ${digest}`} group by subject_digest, purpose
      )
      select *, (select count(*) from pair) as total from pair
      ${after === null ? sql`` : sql`where (date_trunc('milliseconds', latest), subject_digest, purpose) < (${after[0]}::timestamptz, ${after[1]}, ${after[2]})`}
      order by date_trunc('milliseconds', latest) desc, subject_digest desc, purpose desc limit ${sql.lit(limit)}`.execute(unit.sql);
    return rows.map((row) => pairSchema.parse(row));
  }
}

const idOf = (tenantId: string, digest: string, purpose: string): string => nameBasedUuid(tenantId, `consent ${digest} ${purpose}`);

function history({ em, tenantId }: UnitOfWork, subjectDigest: string, purpose: string): Promise<ConsentEventRow[]> {
  return em.find(
    ConsentEventRow,
    { tenantId, subjectDigest, purpose },
    { orderBy: { recordedAt: 'desc', id: 'desc' }, limit: MAX_HISTORY },
  );
}

function problemsOf(input: Record<keyof typeof LIMITS, string> & { at?: Date | null }, now: Date): InputProblem[] {
  const wrong = (field: string, reason: string): InputProblem => inputProblem(privacyErrors.CONSENT_INVALID({ reason }), field);
  const problems = (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).flatMap((field) => {
    const length = input[field].trim().length;
    return length >= 1 && length <= LIMITS[field] ? [] : [wrong(field, `${field} must have 1 to ${LIMITS[field]} characters.`)];
  });
  return input.at != null && input.at > now ? [...problems, wrong('at', 'It cannot have been given in the future.')] : problems;
}
