import type { Workflow } from '../../../kernel/runs/workflow.ts';
import type { System } from '../../../kernel/system.ts';
import { AgentService } from '../../agent/agent.service.ts';
import { AskApprovals } from '../../approval/ask-approvals.ts';
import { Ledger } from '../../budgets/ledger.ts';
import { createGovernor } from '../../governance/create-governor.ts';
import { NO_MODELS } from '../../models/no-models.ts';
import { EffectLedger } from '../../tools/effects/effect-ledger.ts';
import { TrustScreen } from '../../trust/screen.ts';
import { Catalogue } from '../../workflows/catalogue/catalogue.ts';
import { Programs } from '../../workflows/catalogue/programs.ts';
import { flowWorkflow } from '../../workflows/executor/flow-workflow.ts';
import { WorkflowRunService } from '../../workflows/runs/workflow-run.service.ts';
import type { Doom, FarmSite } from './site.ts';
import { faultyPorts, WorkerFaults } from './worker-faults.ts';

/**
 * What carries out workflows of agents in the product, with its own governor, budgets, approvals and screening, where faults are done at the seams.
 * @param strike has this process killed of a call; resolves when it is spared
 */
export async function farmExecutor(system: System, site: FarmSite, strike: (doom: Doom) => Promise<void>): Promise<Workflow> {
  const agents = new AgentService(system);
  const programs = new Programs();
  const governor = createGovernor(system, new TrustScreen(system));
  // What agents may do is known before the first of them asks: reading it beside everything else could take longer than it may.
  await governor.rules(site.tenantId);
  const ports = {
    agents,
    governor,
    tools: { find: async () => null, list: async () => [] },
    effects: new EffectLedger(system.clock),
    budgets: new Ledger(system.clock),
    approvals: new AskApprovals(system),
    models: NO_MODELS,
  };
  const runs = new WorkflowRunService(system, new Catalogue(system, []), programs, agents);
  return flowWorkflow({ system, programs, runs, ports: faultyPorts(ports, site, new WorkerFaults(strike)) });
}
