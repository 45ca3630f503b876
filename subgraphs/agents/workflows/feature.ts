import type { SubgraphModule } from '../../kernel/federation/subgraph-module.ts';
import type { System } from '../../kernel/system.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { builtIn } from './catalogue/built-in.ts';
import { Catalogue } from './catalogue/catalogue.ts';
import type { Programs } from './catalogue/programs.ts';
import type { WorkflowDefinition } from './definition/definition.ts';
import type { WorkflowDeps } from './executor/deps.ts';
import { flowWorkflow } from './executor/flow-workflow.ts';
import type { WorkflowPorts } from './executor/ports.ts';
import { WorkflowRunService } from './runs/workflow-run.service.ts';
import { waitConsumer } from './runs/wait.consumer.ts';
import { toVersion, WorkflowResolver, WorkflowVersionResolver } from './workflow.resolver.ts';
import { workflowLoader, versionLoader } from './workflow.loader.ts';
import { WorkflowService } from './workflow.service.ts';
import { Workflow, WorkflowVersion } from './workflow.type.ts';

/** Workflows of agents: kept, run, and shown. */
export interface WorkflowFeature extends Required<Pick<SubgraphModule, 'resolvers' | 'references' | 'workflows' | 'consumers'>> {
  service: WorkflowService;
}

interface RunParts {
  system: System;
  agents: WorkflowPorts['agents'];
  programs: Programs;
  /** What comes with the product. */
  definitions: readonly WorkflowDefinition[];
}

/** What starts runs, before there is anything that carries them out: tools of agents start runs, too. */
export function createWorkflowRuns({ system, agents, programs, definitions }: RunParts): {
  catalogue: Catalogue;
  workflowRuns: WorkflowRunService;
} {
  const catalogue = new Catalogue(system, builtIn(definitions));
  return { catalogue, workflowRuns: new WorkflowRunService(system, catalogue, programs, agents) };
}

export function createWorkflows({ catalogue, ...deps }: WorkflowDeps & { catalogue: Catalogue }): WorkflowFeature {
  const { system } = deps;
  const service = new WorkflowService(system, catalogue);
  return {
    service,
    resolvers: [new WorkflowResolver(service), new WorkflowVersionResolver(service)],
    references: [
      {
        name: 'Workflow',
        type: Workflow,
        resolve: ({ id = '' }, { viewer, loaders }) => workflowLoader(loaders, service, requireUser(viewer)).load(id),
      },
      {
        name: 'WorkflowVersion',
        type: WorkflowVersion,
        resolve: async ({ id = '' }, { viewer, loaders }) => {
          const row = await versionLoader(loaders, service, requireUser(viewer)).load(id);
          return row === null ? null : toVersion(row);
        },
      },
    ],
    workflows: [flowWorkflow(deps)],
    consumers: [waitConsumer(system)],
  };
}
