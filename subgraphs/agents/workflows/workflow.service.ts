import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { checksumOf } from './catalogue/checksum.ts';
import type { WorkflowDefinition } from './definition/definition.ts';
import type { DefinitionProblem } from './definition/problems.ts';
import { readDefinition } from './definition/read-definition.ts';
import { WorkflowRow } from './store/workflow.entity.ts';
import { WorkflowVersionRow } from './store/workflow-version.entity.ts';
import { workflowErrors } from './workflow.errors.ts';

/** A workflow with one of its versions. */
export interface VersionOfWorkflow {
  workflow: WorkflowRow;
  version: WorkflowVersionRow;
}

export type Saved = { kind: 'SAVED'; saved: VersionOfWorkflow } | { kind: 'FAULTY'; problems: readonly DefinitionProblem[] };

const nameCursor = z.tuple([z.string()]);
const versionCursor = z.tuple([z.int()]);

/** Keeps the tenant's workflows; the only writer of `workflow` and `workflow_version` beside what the product brings. */
export class WorkflowService {
  readonly #system: System;
  readonly #catalogue: Catalogue;

  constructor(system: System, catalogue: Catalogue) {
    this.#system = system;
    this.#catalogue = catalogue;
  }

  /** The tenant's workflows by name. @throws BAD_CURSOR */
  page(viewer: UserViewer, page: Page): Promise<ConnectionOf<WorkflowRow>> {
    const after = cursorOf(nameCursor, page);
    return this.#read(viewer, async ({ em, tenantId }) => {
      const following = after === null ? { tenantId } : { tenantId, name: { $gt: after } };
      const rows = await em.find(WorkflowRow, following, { orderBy: { name: 'asc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(WorkflowRow, { tenantId }), ({ name }) => [name]);
    });
  }

  /** One workflow by its id or its name; null when there is none. */
  find(viewer: UserViewer, by: { id: string } | { name: string }): Promise<WorkflowRow | null> {
    if ('id' in by && !z.uuid().safeParse(by.id).success) return Promise.resolve(null);
    return this.#read(viewer, ({ em, tenantId }) => em.findOne(WorkflowRow, { tenantId, ...by }));
  }

  /** Workflows by id, null for those that are not of the viewer's tenant. */
  load(viewer: UserViewer, ids: readonly string[]): Promise<(WorkflowRow | null)[]> {
    const known = ids.filter((id) => z.uuid().safeParse(id).success);
    return this.#read(viewer, async ({ em, tenantId }) =>
      inOrder(ids, await em.find(WorkflowRow, { tenantId, id: { $in: known } }), ({ id }) => id),
    );
  }

  /** Versions by id, null for those that are not of the viewer's tenant. */
  loadVersions(viewer: UserViewer, ids: readonly string[]): Promise<(WorkflowVersionRow | null)[]> {
    const known = ids.filter((id) => z.uuid().safeParse(id).success);
    return this.#read(viewer, async ({ em, tenantId }) =>
      inOrder(ids, await em.find(WorkflowVersionRow, { tenantId, id: { $in: known } }), ({ id }) => id),
    );
  }

  /** The published and the newest version of each workflow; null: there is none. */
  currentVersions(
    viewer: UserViewer,
    ids: readonly string[],
  ): Promise<{ published: WorkflowVersionRow | null; latest: WorkflowVersionRow | null }[]> {
    return this.#read(viewer, async ({ em, tenantId }) => {
      const rows = await em.find(WorkflowVersionRow, { tenantId, workflowId: { $in: [...ids] } }, { orderBy: { version: 'desc' } });
      const of = Map.groupBy(rows, ({ workflowId }) => workflowId);
      return ids.map((id) => {
        const versions = of.get(id) ?? [];
        return { published: versions.find(({ status }) => status === 'PUBLISHED') ?? null, latest: versions[0] ?? null };
      });
    });
  }

  /** The versions of a workflow, newest first. @throws BAD_CURSOR */
  versions(viewer: UserViewer, workflowId: string, page: Page): Promise<ConnectionOf<WorkflowVersionRow>> {
    const after = cursorOf(versionCursor, page);
    return this.#read(viewer, async ({ em, tenantId }) => {
      const all = { tenantId, workflowId };
      const following = after === null ? all : { ...all, version: { $lt: after } };
      const rows = await em.find(WorkflowVersionRow, following, { orderBy: { version: 'desc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(WorkflowVersionRow, all), ({ version }) => [version]);
    });
  }

  /** One version by its number. @throws WORKFLOW_NOT_FOUND, WORKFLOW_VERSION_NOT_FOUND */
  version(viewer: UserViewer, name: string, version: number): Promise<VersionOfWorkflow> {
    return this.#read(viewer, (unit) => versionOf(unit, name, version));
  }

  /** Keeps a text as a new version, or finds that the newest says the same. Names are made by saving: a new one makes a new workflow. */
  async save({ tenantId, userId }: UserViewer, text: string, note: string | null): Promise<Saved> {
    const read = readDefinition(text);
    if (read.kind === 'FAULTY') return read;
    const { definition } = read;
    const saved = await this.#system.database.unitOfWork(tenantId, async (unit) => {
      await this.#catalogue.ensure(unit);
      const workflow = await this.#workflowFor(unit, definition);
      const { em } = unit;
      const latest = await em.findOne(WorkflowVersionRow, { tenantId, workflowId: workflow.id }, { orderBy: { version: 'desc' } });
      const checksum = checksumOf(definition);
      if (latest !== null && latest.checksum === checksum && latest.text === text) return { workflow, version: latest };
      const now = this.#system.clock();
      const version = em.create(WorkflowVersionRow, {
        id: randomUUID(),
        tenantId,
        workflowId: workflow.id,
        version: (latest?.version ?? 0) + 1,
        status: 'DRAFT',
        definition,
        text,
        checksum,
        note,
        createdBy: userId,
        createdAt: now,
        publishedAt: null,
      });
      Object.assign(workflow, { title: definition.title, description: definition.description, changedAt: now });
      await em.flush();
      return { workflow, version };
    });
    return { kind: 'SAVED', saved };
  }

  /** DRAFT or RETIRED → PUBLISHED; the one that was published is retired. @throws WORKFLOW_NOT_FOUND, WORKFLOW_VERSION_NOT_FOUND, WORKFLOW_NOT_PUBLISHABLE */
  publish(viewer: UserViewer, name: string, number: number): Promise<VersionOfWorkflow> {
    return this.#change(viewer, name, number, async ({ em, tenantId }, { workflow, version }) => {
      if (version.status === 'PUBLISHED') throw workflowErrors.WORKFLOW_NOT_PUBLISHABLE({ version: number, status: version.status });
      const before = await em.findOne(WorkflowVersionRow, { tenantId, workflowId: workflow.id, status: 'PUBLISHED' });
      if (before !== null) {
        before.status = 'RETIRED';
        await em.flush();
      }
      Object.assign(version, { status: 'PUBLISHED', publishedAt: this.#system.clock() });
    });
  }

  /** PUBLISHED → RETIRED: nothing runs by this name any more. @throws WORKFLOW_NOT_FOUND, WORKFLOW_VERSION_NOT_FOUND, WORKFLOW_NOT_RETIRABLE */
  retire(viewer: UserViewer, name: string, number: number): Promise<VersionOfWorkflow> {
    return this.#change(viewer, name, number, async (_unit, { version }) => {
      if (version.status !== 'PUBLISHED') throw workflowErrors.WORKFLOW_NOT_RETIRABLE({ version: number, status: version.status });
      version.status = 'RETIRED';
    });
  }

  #change(
    { tenantId }: UserViewer,
    name: string,
    number: number,
    change: (unit: UnitOfWork, found: VersionOfWorkflow) => Promise<void>,
  ): Promise<VersionOfWorkflow> {
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      await this.#catalogue.ensure(unit);
      // Locked by the workflow: of two that publish at once, one comes after the other.
      const workflow = await unit.em.findOne(WorkflowRow, { tenantId, name }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (workflow === null) throw workflowErrors.WORKFLOW_NOT_FOUND({ name });
      const found = await versionOf(unit, name, number);
      await change(unit, found);
      found.workflow.changedAt = this.#system.clock();
      await unit.em.flush();
      return found;
    });
  }

  async #workflowFor({ em, tenantId }: UnitOfWork, { name, title, description }: WorkflowDefinition): Promise<WorkflowRow> {
    const now = this.#system.clock();
    const row = { id: randomUUID(), tenantId, name, title, description, origin: 'TENANT' as const, createdAt: now, changedAt: now };
    await em.upsert(WorkflowRow, row, { onConflictFields: ['tenantId', 'name'], onConflictAction: 'ignore' });
    return em.findOneOrFail(WorkflowRow, { tenantId, name }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  }

  #read<Result>({ tenantId }: UserViewer, work: (unit: UnitOfWork) => Promise<Result>): Promise<Result> {
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      await this.#catalogue.ensure(unit);
      return work(unit);
    });
  }
}

async function versionOf({ em, tenantId }: UnitOfWork, name: string, number: number): Promise<VersionOfWorkflow> {
  const workflow = await em.findOne(WorkflowRow, { tenantId, name });
  if (workflow === null) throw workflowErrors.WORKFLOW_NOT_FOUND({ name });
  const version = await em.findOne(WorkflowVersionRow, { tenantId, workflowId: workflow.id, version: number });
  if (version === null) throw workflowErrors.WORKFLOW_VERSION_NOT_FOUND({ name, version: number });
  return { workflow, version };
}

function cursorOf<Value>(schema: z.ZodType<readonly [Value]>, { after }: Page): Value | null {
  if (after === null) return null;
  const parsed = schema.safeParse(after);
  if (!parsed.success) throw commonErrors.BAD_CURSOR({});
  return parsed.data[0];
}
