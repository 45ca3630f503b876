import { ToolFailure, type ToolCall } from '../tools/tool.ts';
import type { Json } from '../workflows/json.ts';
import type { WorkflowService } from '../workflows/workflow.service.ts';

/** Keeps a plan as a published workflow. Again: changes nothing. @throws ToolFailure, DomainError */
export type KeepPlan = (call: Pick<ToolCall, 'tenantId' | 'agentId'>, workflow: Json) => Promise<{ name: string; version: number }>;

const NOTE = 'Planned by an agent, and agreed to by a person.';

export function keepPlanWith(workflows: Pick<WorkflowService, 'save' | 'publish'>): KeepPlan {
  return async ({ tenantId, agentId }, workflow) => {
    const by = { kind: 'user', tenantId, userId: agentId, role: 'AGENT' } as const;
    const saved = await workflows.save(by, JSON.stringify(workflow, null, 2), NOTE);
    if (saved.kind === 'FAULTY') throw new ToolFailure('PLAN_INVALID', saved.problems[0]?.message ?? 'The plan does not hold.');
    const { name } = saved.saved.workflow;
    const { version, status } = saved.saved.version;
    if (status !== 'PUBLISHED') await workflows.publish(by, name, version);
    return { name, version };
  };
}
