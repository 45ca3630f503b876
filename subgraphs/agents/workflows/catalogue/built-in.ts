import { LockMode } from '@mikro-orm/core';
import { nameBasedUuid } from '../../../kernel/ids/name-based-uuid.ts';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import type { WorkflowDefinition } from '../definition/definition.ts';
import { WorkflowRow } from '../store/workflow.entity.ts';
import { WorkflowVersionRow } from '../store/workflow-version.entity.ts';
import { checksumOf } from './checksum.ts';

/** A workflow that comes with the product. */
export interface BuiltInWorkflow {
  definition: WorkflowDefinition;
  checksum: string;
}

/** The product's workflows, read once. */
export function builtIn(definitions: readonly WorkflowDefinition[]): readonly BuiltInWorkflow[] {
  return definitions.map((definition) => ({ definition, checksum: checksumOf(definition) }));
}

/**
 * Gives the tenant the product's workflows as they are in this version of it. A newer one is published over an older one of the product, never over
 * a version of the tenant's own.
 */
export async function ensureBuiltIn({ em, tenantId }: UnitOfWork, workflows: readonly BuiltInWorkflow[], now: Date): Promise<void> {
  if (workflows.length === 0) return;
  const ids = workflows.map(({ definition, checksum }) => versionIdOf(tenantId, definition.name, checksum));
  if ((await em.count(WorkflowVersionRow, { tenantId, id: { $in: ids } })) === workflows.length) return;
  for (const { definition, checksum } of workflows) {
    const id = versionIdOf(tenantId, definition.name, checksum);
    if ((await em.findOne(WorkflowVersionRow, { tenantId, id })) !== null) continue;
    const { name, title, description } = definition;
    const first = { id: nameBasedUuid(tenantId, `workflow:${name}`), tenantId, name, title, description, origin: 'BUILT_IN' as const };
    await em.upsert(
      WorkflowRow,
      { ...first, createdAt: now, changedAt: now },
      { onConflictFields: ['tenantId', 'name'], onConflictAction: 'ignore' },
    );
    // Locked: of two that bring the same, one does.
    const workflow = await em.findOneOrFail(WorkflowRow, { tenantId, name }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    const versions = await em.find(WorkflowVersionRow, { tenantId, workflowId: workflow.id }, { refresh: true });
    if (versions.some((version) => version.id === id)) continue;
    const published = versions.find(({ status }) => status === 'PUBLISHED');
    const takesOver = published === undefined ? versions.every(({ createdBy }) => createdBy == null) : published.createdBy == null;
    if (takesOver && published !== undefined) {
      published.status = 'RETIRED';
      await em.flush();
    }
    em.create(WorkflowVersionRow, {
      id,
      tenantId,
      workflowId: workflow.id,
      version: Math.max(0, ...versions.map(({ version }) => version)) + 1,
      status: takesOver ? 'PUBLISHED' : 'RETIRED',
      definition,
      text: JSON.stringify(definition, null, 2),
      checksum,
      note: null,
      createdBy: null,
      createdAt: now,
      publishedAt: takesOver ? now : null,
    });
    if (takesOver) Object.assign(workflow, { title, description, changedAt: now });
    await em.flush();
  }
}

/** The same file always makes the same version. */
function versionIdOf(tenantId: string, name: string, checksum: string): string {
  return nameBasedUuid(tenantId, `workflow:${name}:${checksum}`);
}
