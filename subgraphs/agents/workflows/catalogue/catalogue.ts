import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import type { System } from '../../../kernel/system.ts';
import { WorkflowRow } from '../store/workflow.entity.ts';
import { WorkflowVersionRow } from '../store/workflow-version.entity.ts';
import { workflowErrors } from '../workflow.errors.ts';
import { ensureBuiltIn, type BuiltInWorkflow } from './built-in.ts';

/** What there is to be run: a tenant's workflows and the product's. */
export class Catalogue {
  readonly #system: System;
  readonly #builtIn: readonly BuiltInWorkflow[];

  constructor(system: System, workflows: readonly BuiltInWorkflow[]) {
    this.#system = system;
    this.#builtIn = workflows;
  }

  /** Makes the product's workflows the tenant's, too. */
  ensure(unit: UnitOfWork): Promise<void> {
    return ensureBuiltIn(unit, this.#builtIn, this.#system.clock());
  }

  /** The version that a run of this name goes by; null: the one that is published. @throws WORKFLOW_NOT_FOUND */
  async runnable(unit: UnitOfWork, name: string, version: number | null): Promise<WorkflowVersionRow> {
    const { em, tenantId } = unit;
    await this.ensure(unit);
    const workflow = await em.findOne(WorkflowRow, { tenantId, name }, { disableIdentityMap: true });
    const which = version === null ? { status: 'PUBLISHED' as const } : { version };
    const found =
      workflow === null
        ? null
        : await em.findOne(WorkflowVersionRow, { tenantId, workflowId: workflow.id, ...which }, { disableIdentityMap: true });
    if (found === null) throw workflowErrors.WORKFLOW_NOT_FOUND({ name: version === null ? name : `${name} version ${version}` });
    return found;
  }
}
