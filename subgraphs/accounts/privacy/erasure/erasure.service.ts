import { randomUUID } from 'node:crypto';
import { LockMode, type FilterQuery } from '@mikro-orm/core';
import { z } from 'zod';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import { commonErrors } from '../../../kernel/errors/common.errors.ts';
import { type InputProblem, inputProblem } from '../../../kernel/errors/input-problem.type.ts';
import { olderThan } from '../../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../../kernel/pagination/page.ts';
import { masked, normalised, type Identifier } from '../../../kernel/privacy/subject/identifier.ts';
import { DurableRunRow } from '../../../kernel/runs/durable-run.entity.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { UserRow } from '../../user/user.entity.ts';
import { privacyErrors } from '../privacy.errors.ts';
import { ErasureRequestRow } from './erasure.entity.ts';
import { ERASURE_WORKFLOW } from './erasure.workflow.ts';
import type { RequestErasureInput } from './erasure.type.ts';
import { readIdentifiers } from './identifier-input.ts';
import { sealIdentifiers } from './sealed-identifiers.ts';

const MAX_REASON_CHARACTERS = 500;
/** Takes requests to be forgotten, and the decisions on them; the run does the work. */
export class ErasureService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** Takes a request and begins to look for the person. @returns the request, or what has to be corrected */
  async request(viewer: UserViewer, input: RequestErasureInput): Promise<ErasureRequestRow | InputProblem[]> {
    const { identifiers, problems } = readIdentifiers(input.identifiers);
    const reason = input.reason.trim();
    if (reason.length > MAX_REASON_CHARACTERS)
      problems.push(
        inputProblem(commonErrors.INVALID_INPUT({ reason: `A reason has at most ${MAX_REASON_CHARACTERS} characters.` }), 'reason'),
      );
    if (problems.length > 0) return problems;
    const { tenantId, userId } = viewer;
    const id = randomUUID();
    const { secrets, clock, runs, database } = this.system;
    const sealed = sealIdentifiers(identifiers, secrets.vault, { tenantId, purpose: `erasure:${id}` });
    return database.unitOfWork(tenantId, async (unit) => {
      if (await isOwner(unit, identifiers)) return [inputProblem(privacyErrors.SUBJECT_IS_OWNER({}), 'identifiers')];
      const row = unit.em.create(ErasureRequestRow, {
        id, tenantId, status: 'SEARCHING', treatment: input.treatment, identifiers: sealed, subject: identifiers.map(masked), reason,
        includeRelated: input.includeRelated, preview: null, done: null, requestedBy: userId, requestedAt: clock(), confirmedBy: null,
        confirmedAt: null, finishedAt: null, certificate: null, certificateHash: null,
      }); // prettier-ignore
      await unit.em.persist(row).flush();
      unit.emit('accounts.erasure-changed', { requestId: id, status: 'SEARCHING' });
      await runs.start(unit, { id, workflow: ERASURE_WORKFLOW, title: 'Forget a person', subject: { requestId: id }, startedBy: userId });
      return row;
    });
  }

  /** A second person's word: it begins with the commit. @throws NOT_FOUND, ERASURE_NOT_WAITING, ERASURE_SECOND_PERSON */
  async confirm({ tenantId, userId }: UserViewer, id: string): Promise<ErasureRequestRow> {
    const { database, runs, clock } = this.system;
    return database.unitOfWork(tenantId, async (unit) => {
      const row = await this.waiting(unit, id);
      if (row.requestedBy === userId && (await hasOtherKeepers(unit, userId))) throw privacyErrors.ERASURE_SECOND_PERSON({});
      Object.assign(row, { status: 'ERASING', confirmedBy: userId, confirmedAt: clock() });
      await unit.em.flush();
      unit.emit('accounts.erasure-changed', { requestId: id, status: 'ERASING' });
      await runs.tell(unit, id, { step: 'CONFIRM', status: 'SUCCEEDED', detail: 'confirmed' });
      return row;
    });
  }

  /** Takes a request back before it was confirmed; what identified the person goes. @throws NOT_FOUND, ERASURE_NOT_WAITING */
  async cancel({ tenantId }: UserViewer, id: string): Promise<ErasureRequestRow> {
    const { database, runs, clock } = this.system;
    return database.unitOfWork(tenantId, async (unit) => {
      const row = await this.waiting(unit, id);
      Object.assign(row, { status: 'CANCELLED', identifiers: null, finishedAt: clock() });
      await unit.em.flush();
      unit.emit('accounts.erasure-changed', { requestId: id, status: 'CANCELLED' });
      await runs.cancel(unit, id);
      return row;
    });
  }

  /** One request; null when the viewer's tenant has none with this id. */
  async load({ tenantId }: UserViewer, id: string): Promise<ErasureRequestRow | null> {
    if (!z.uuid().safeParse(id).success) return null;
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const row = await unit.em.findOne(ErasureRequestRow, { id, tenantId });
      return row === null ? null : ((await asTheyRun(unit, [row])).at(0) ?? null);
    });
  }

  /** Requests, newest first. @throws BAD_CURSOR */
  page({ tenantId }: UserViewer, page: Page): Promise<ConnectionOf<ErasureRequestRow>> {
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const { em } = unit;
      const where: FilterQuery<ErasureRequestRow> =
        page.after === null ? { tenantId } : { tenantId, $or: olderThan(page.after, 'requestedAt') };
      const rows = await em.find(ErasureRequestRow, where, { orderBy: { requestedAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      return connectionFrom(page, await asTheyRun(unit, rows), await em.count(ErasureRequestRow, { tenantId }), (row) => [
        row.requestedAt.toISOString(),
        row.id,
      ]);
    });
  }

  private async waiting({ em, tenantId }: UnitOfWork, id: string): Promise<ErasureRequestRow> {
    const row = z.uuid().safeParse(id).success
      ? await em.findOne(ErasureRequestRow, { id, tenantId }, { lockMode: LockMode.PESSIMISTIC_WRITE, populate: ['identifiers'] })
      : null;
    if (row === null) throw commonErrors.NOT_FOUND({ what: 'request' });
    if (row.status !== 'AWAITING_CONFIRMATION') throw privacyErrors.ERASURE_NOT_WAITING({ status: row.status });
    return row;
  }
}

/** The requests as the runs that carry them out stand: one that failed says so nowhere else. */
async function asTheyRun({ em, tenantId }: UnitOfWork, rows: readonly ErasureRequestRow[]): Promise<ErasureRequestRow[]> {
  const open = rows.filter(({ status }) => status === 'SEARCHING' || status === 'ERASING').map(({ id }) => id);
  if (open.length === 0) return [...rows];
  const failed = await em.find(DurableRunRow, { tenantId, id: { $in: open }, status: ['FAILED', 'CANCELLED'] }, { fields: ['id'] });
  const ids = new Set(failed.map(({ id }) => id));
  return rows.map((row) => (ids.has(row.id) ? Object.assign(Object.create(row) as ErasureRequestRow, { status: 'FAILED' as const }) : row));
}

async function isOwner({ em, tenantId }: UnitOfWork, identifiers: readonly Identifier[]): Promise<boolean> {
  const emails = identifiers.filter(({ kind }) => kind === 'EMAIL').map(normalised);
  return emails.length > 0 && (await em.count(UserRow, { tenantId, role: 'OWNER', email: { $in: emails } })) > 0;
}

/** Somebody else who could confirm. */
async function hasOtherKeepers({ em, tenantId }: UnitOfWork, userId: string): Promise<boolean> {
  return (await em.count(UserRow, { tenantId, role: { $in: ['OWNER', 'ADMIN'] }, id: { $ne: userId } })) > 0;
}
