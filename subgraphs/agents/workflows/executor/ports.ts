import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import type { Approvals } from '../../approval/ask.ts';
import type { Budgets } from '../../budgets/budgets.ts';
import type { Governor } from '../../governance/governor.ts';
import type { Models } from '../../models/models.ts';
import type { Effects } from '../../tools/effects.ts';
import type { Tools } from '../../tools/tool.ts';

/** What carries out a workflow works with; each is somebody else's. */
export interface WorkflowPorts {
  tools: Tools;
  effects: Effects;
  governor: Governor;
  budgets: Budgets;
  approvals: Approvals;
  agents: Agents;
  models: Models;
}

/** The agents of a tenant, as far as a run has to know them. */
export interface Agents {
  /** null: there is none of this id, or it was removed. */
  find(unit: UnitOfWork, agentId: string): Promise<RunningAgent | null>;
}

/** An agent with the limits of each of its runs. */
export interface RunningAgent {
  id: string;
  name: string;
  enabled: boolean;
  maxSteps: number;
  /** Millionths of a dollar. */
  maxCostMicros: number;
  maxTokens: number;
}
