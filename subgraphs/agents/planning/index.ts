import type { System } from '../../kernel/system.ts';
import { pilotIdOf } from '../agent/pilots.ts';
import type { Governor } from '../governance/governor.ts';
import { PLAYBOOKS } from '../playbooks/playbook.ts';
import type { Tool, Tools } from '../tools/tool.ts';
import type { Catalogue } from '../workflows/catalogue/catalogue.ts';
import { WorkflowService } from '../workflows/workflow.service.ts';
import { keepPlanWith } from './keep-plan.ts';
import { planTools } from './plan-tools.ts';

/** What agents plan with, where a language model is set up. @param tools all tools there are, these among them */
export function createPlanning(
  system: System,
  { governor, catalogue, tools }: { governor: Governor; catalogue: Catalogue; tools: () => Tools },
): readonly Tool[] {
  return planTools({ governor, tools, keep: keepPlanWith(new WorkflowService(system, catalogue)), playbookOf });
}

/** The playbook of a pilot; null: the agent is none. */
function playbookOf(tenantId: string, agentId: string): string | null {
  return PLAYBOOKS.find(({ pilot }) => pilot !== 'CUSTOM' && pilotIdOf(tenantId, pilot) === agentId)?.name ?? null;
}
