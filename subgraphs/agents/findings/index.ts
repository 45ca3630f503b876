import { sql } from 'kysely';
import type { Feature } from '../../kernel/federation/feature.ts';
import { pruneTables } from '../../kernel/privacy/prune-table.ts';
import type { System } from '../../kernel/system.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { AgentService } from '../agent/agent.service.ts';
import type { RunService } from '../run/run.service.ts';
import { playbookTools } from '../playbooks/tools/playbook-tools.ts';
import type { AskDoor } from '../tools/through-door.ts';
import type { Tool } from '../tools/tool.ts';
import type { WorkflowRuns } from '../workflows/start-run.ts';
import { AgentFindingsResolver } from './agent-findings.resolver.ts';
import { FindingKeeper } from './finding-keeper.ts';
import { FindingResolver } from './finding.resolver.ts';
import { FindingService } from './finding.service.ts';
import { PilotFinding } from './finding.type.ts';
import { viewFinding } from './finding-view.ts';

/** What pilots found, and what became of it. */
export function createFindings(
  system: System,
  services: { agents: AgentService; runs: RunService; workflowRuns: WorkflowRuns },
): { feature: Feature; tools: (door: AskDoor) => readonly Tool[] } {
  const findings = new FindingService(system, services.workflowRuns);
  const keeper = new FindingKeeper(system, services.workflowRuns);
  const feature: Feature = {
    resolvers: [new FindingResolver({ findings, ...services }), new AgentFindingsResolver(findings)],
    references: [
      {
        name: 'PilotFinding',
        type: PilotFinding,
        resolve: async ({ id = '' }, { viewer, loaders }) => {
          const user = requireUser(viewer);
          const row = await loaders.get('agents.finding', (ids: readonly string[]) => findings.load(user, ids)).load(id);
          return row === null ? null : viewFinding(row);
        },
      },
    ],
    privacy: {
      places: [{ scope: 'PLATFORM', table: 'pilot_finding', kind: 'RUNS', title: 'what pilots found', erase: 'VALUES' }],
      retention: [
        {
          name: 'RUNS',
          ...pruneTables([{ scope: 'PLATFORM', table: 'pilot_finding', column: 'last_seen_at', and: sql`t.status = 'RESOLVED'` }]),
        },
      ],
    },
  };
  return { feature, tools: (door) => playbookTools({ door, keeper, clock: system.clock }) };
}
