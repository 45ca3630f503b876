import type { EntitySchema } from '@mikro-orm/postgresql';
import { BudgetRow } from './budgets/budget.entity.ts';
import { DiscardedJobRow } from './jobs/discarded-job.entity.ts';
import { AgentRow, AgentVersionRow } from './agent/agent.entity.ts';
import { PilotFindingRow } from './findings/finding.entity.ts';
import { ActionPolicyRow, GovernanceDecisionRow, GovernanceRow } from './governance/governance.entity.ts';
import { McpServerRow } from './mcp/mcp-server.entity.ts';
import { EffectRow } from './tools/effects/effect.entity.ts';
import { ToolHostRow } from './tools/hosts/tool-host.entity.ts';
import { TicketRow } from './tools/tickets/ticket.entity.ts';
import { FarmRunRow } from './farm/farm-run.entity.ts';
import { FiringRow, ScheduleRow } from './schedules/schedule.entity.ts';
import { RunRow } from './run/run.entity.ts';
import { WorkflowRow } from './workflows/store/workflow.entity.ts';
import { WorkflowRunRow } from './workflows/store/workflow-run.entity.ts';
import { WorkflowStepRow } from './workflows/store/workflow-step.entity.ts';
import { WorkflowVersionRow } from './workflows/store/workflow-version.entity.ts';

/** The tables of this subgraph; approvals are the kernel's. */
export const agentsEntities: readonly EntitySchema[] = [
  ActionPolicyRow,
  AgentRow,
  AgentVersionRow,
  BudgetRow,
  DiscardedJobRow,
  EffectRow,
  FarmRunRow,
  FiringRow,
  GovernanceDecisionRow,
  GovernanceRow,
  McpServerRow,
  PilotFindingRow,
  RunRow,
  ScheduleRow,
  TicketRow,
  WorkflowRow,
  WorkflowRunRow,
  WorkflowStepRow,
  WorkflowVersionRow,
  ToolHostRow,
];
