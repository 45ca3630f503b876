import type { Feature } from '../../kernel/federation/feature.ts';
import type { Loop } from '../../kernel/outbox/loop.ts';
import type { System } from '../../kernel/system.ts';
import type { AgentService } from '../agent/agent.service.ts';
import type { RunService } from '../run/run.service.ts';
import type { Tools } from '../tools/tool.ts';
import { ApprovalChangeResolver } from '../live/approval-change.resolver.ts';
import { startApprovalClock } from './approval-clock.ts';
import { ApprovalHappeningResolver, ApprovalResolver } from './approval.resolver.ts';
import type { ApprovalService } from './approval.service.ts';
import { DecideResolver } from './decide.resolver.ts';
import { DecideService } from './decide.service.ts';

interface Parts {
  approvals: ApprovalService;
  runs: RunService;
  agents: AgentService;
  tools: Pick<Tools, 'find'>;
}

/** What agents ask people, and what people decide. */
export function createApprovals(system: System, { approvals, runs, agents, tools }: Parts): Feature {
  let clock: Loop | null = null;
  return {
    resolvers: [
      new ApprovalResolver({ approvals, runs, agents }),
      new ApprovalHappeningResolver(),
      new ApprovalChangeResolver(approvals),
      new DecideResolver(new DecideService(system, tools)),
    ],
    async start() {
      clock = startApprovalClock(system);
    },
    async stop() {
      await clock?.stop();
    },
  };
}
