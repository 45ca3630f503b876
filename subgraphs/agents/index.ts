import { type Feature, joinFeatures } from '../kernel/federation/feature.ts';
import type { EntityReference, SubgraphModule } from '../kernel/federation/subgraph-module.ts';
import { agentsPrivacy } from './privacy/places.ts';
import { defineConsumer } from '../kernel/outbox/consumer.ts';
import type { System } from '../kernel/system.ts';
import { requireUser } from '../kernel/viewer/viewer.ts';
import { agentsActions } from './actions.ts';
import { approvalLoader } from './approval/approval.loader.ts';
import { AskApprovals } from './approval/ask-approvals.ts';
import { createApprovals } from './approval/index.ts';
import { ApprovalService } from './approval/approval.service.ts';
import { ApprovalValuesResolver } from './approval/approval-values.resolver.ts';
import { Approval } from './approval/approval.type.ts';
import { AgentChangeResolver } from './agent/agent-change.resolver.ts';
import { AgentChangeService } from './agent/agent-change.service.ts';
import { agentLoader } from './agent/agent.loader.ts';
import { AgentResolver } from './agent/agent.resolver.ts';
import { AgentService } from './agent/agent.service.ts';
import { Agent } from './agent/agent.type.ts';
import { createBudgets } from './budgets/index.ts';
import { createFarm } from './farm/index.ts';
import type { FarmRunner } from './farm/run-farm.ts';
import { createSchedules } from './schedules/index.ts';
import { FeedResolver } from './feed/feed.resolver.ts';
import { FeedService } from './feed/feed.service.ts';
import { DecisionResolver } from './governance/decision.resolver.ts';
import { DecisionService } from './governance/decision.service.ts';
import { GovernanceResolver } from './governance/governance.resolver.ts';
import { GovernanceService } from './governance/governance.service.ts';
import { createFindings } from './findings/index.ts';
import { createGovernor } from './governance/create-governor.ts';
import { JobResolver } from './jobs/job.resolver.ts';
import { JobService } from './jobs/job.service.ts';
import { RunEventsResolver, RunHistoryResolver } from './live/run-events.resolver.ts';
import { RunEventsService } from './live/run-events.service.ts';
import { agentsStreams } from './live/streams.ts';
import { modelsThroughDoor } from './models/models-through-door.ts';
import { createPlanning } from './planning/index.ts';
import { RaciResolver } from './raci/raci.resolver.ts';
import { RunChangeResolver } from './run/run-change.resolver.ts';
import { RunChangeService } from './run/run-change.service.ts';
import { RunValuesResolver, StepValuesResolver } from './run/values.resolver.ts';
import { runLoader } from './run/run.loader.ts';
import { ConnectionRunsResolver, RunResolver } from './run/run.resolver.ts';
import { ReplayedStepResolver, RunReplayResolver } from './run/replay/run-replay.resolver.ts';
import { RunReplayService } from './run/replay/run-replay.service.ts';
import { RunService } from './run/run.service.ts';
import { Run } from './run/run.type.ts';
import { Connection, referTo } from './run/stubs.type.ts';
import { createToolsFeature, type ToolsFeature } from './tools/index.ts';
import { TrustScreen } from './trust/screen.ts';
import { WorkflowRunResolver, WorkflowRunsResolver, RunStepResolver } from './run/workflow-run.resolver.ts';
import type { WorkflowDefinition } from './workflows/definition/definition.ts';
import type { WorkflowPorts } from './workflows/executor/ports.ts';
import { Programs } from './workflows/catalogue/programs.ts';
import { builtInWorkflows } from './playbooks/built-in-workflows.ts';
import { createWorkflowRuns, createWorkflows } from './workflows/feature.ts';
import { UnifyService } from './unify/unify.service.ts';
import { MAP_WORKFLOW } from './unify/workflow.ts';
import { VitalsResolver } from './vitals/vitals.resolver.ts';
import { VitalsService } from './vitals/vitals.service.ts';

/** What a test puts in the place of the product's own, and what a topology adds to it. */
interface Seams {
  ports?: Partial<WorkflowPorts>;
  workflows?: readonly WorkflowDefinition[];
  /** Runs stress tests on an executor of their own; left out: they are rehearsals. */
  stressTests?: FarmRunner;
}

/** The agents that work for a tenant, what they did, and what they ask people for. */
export function createAgents(system: System, seams: Seams = {}): SubgraphModule {
  const agents = new AgentService(system);
  const governor = createGovernor(system, new TrustScreen(system));
  const programs = new Programs();
  const runs = new RunService(system, programs);
  const budgets = createBudgets(system, { agents, runs });
  const definitions = seams.workflows ?? builtInWorkflows();
  const { catalogue, workflowRuns } = createWorkflowRuns({ system, agents, programs, definitions });
  const findings = createFindings(system, { agents, runs, workflowRuns });
  const tools: ToolsFeature = createToolsFeature(system, { agents, runs }, (ask) => [
    ...findings.tools(ask),
    ...createPlanning(system, { governor, catalogue, tools: () => tools.tools }),
  ]);
  const ports = {
    agents,
    governor,
    tools: tools.tools,
    effects: tools.effects,
    budgets: budgets.ledger,
    approvals: new AskApprovals(system),
    models: modelsThroughDoor(tools.ask),
    ...seams.ports,
  };
  const workflows = createWorkflows({ system, programs, catalogue, runs: workflowRuns, ports });
  const approvals = new ApprovalService(system);
  const unify = new UnifyService(system, agents);
  const runEvents = new RunEventsService(system);
  const feed = new FeedService(system);
  const changes = new RunChangeService(system, workflowRuns);
  const changed = (tenantId: string): void => governor.forget(tenantId);
  const agentChanges = new AgentChangeService({ system, agents, changed });
  const governance = new GovernanceService({ system, agents, changed });
  const decisions = new DecisionService(system, () => governor.written());
  const references: EntityReference[] = [
    {
      name: 'Agent',
      type: Agent,
      resolve: ({ id = '' }, { viewer, loaders }) => agentLoader(loaders, agents, requireUser(viewer)).load(id),
    },
    { name: 'Run', type: Run, resolve: ({ id = '' }, { viewer, loaders }) => runLoader(loaders, runs, requireUser(viewer), 'id').load(id) },
    {
      name: 'Approval',
      type: Approval,
      resolve: ({ id = '' }, { viewer, loaders }) => approvalLoader(loaders, approvals, requireUser(viewer)).load(id),
    },
    { name: 'Connection', type: Connection, resolve: ({ id = '' }) => referTo(Connection, id) },
    ...workflows.references,
  ];
  const core: Feature = {
    resolvers: [
      new AgentResolver(agents, runs),
      new AgentChangeResolver(agentChanges, agents),
      new RaciResolver(agents),
      new GovernanceResolver(governance, agents),
      new DecisionResolver({ decisions, governor, agents, runs }),
      new VitalsResolver(new VitalsService(system), agents),
      new RunResolver({ runs, agents, approvals }),
      new ConnectionRunsResolver(runs),
      new WorkflowRunResolver(runs, workflows.service),
      new RunValuesResolver(system.dataAccess),
      new StepValuesResolver(system.dataAccess),
      new RunReplayResolver({ replays: new RunReplayService(system, programs), runs, dataAccess: system.dataAccess }),
      new ReplayedStepResolver(system.dataAccess),
      new ApprovalValuesResolver(system.dataAccess),
      new RunStepResolver(runs, approvals),
      new WorkflowRunsResolver(runs),
      ...workflows.resolvers,
      new RunChangeResolver(changes),
      new JobResolver(new JobService(system, changes), system.dataAccess),
      new RunEventsResolver(runs, approvals),
      new RunHistoryResolver(runEvents),
      new FeedResolver({ feed, runs, approvals }),
    ],
    references,
    privacy: agentsPrivacy,
    streams: agentsStreams(runEvents, feed),
    workflows: [MAP_WORKFLOW, ...workflows.workflows],
    stop: () => governor.close(),
    consumers: [
      ...workflows.consumers,
      defineConsumer('agents.unify-connections', {
        'accounts.tenant-registered': (event) => unify.tenantRegistered(event),
        'connectors.sync-started': (event) => unify.syncStarted(event),
        'connectors.schema-discovered': (event) => unify.schemaDiscovered(event),
        'connectors.sync-finished': (event) => unify.syncFinished(event),
        'connectors.connection-removed': (event) => unify.connectionRemoved(event),
        'ontology.mapping-proposed': (event) => unify.mappingProposed(event),
        'ontology.mapping-withdrawn': (event) => unify.mappingWithdrawn(event),
        'ontology.publishing-failed': (event) => unify.publishingFailed(event),
        'ontology.published': (event) => unify.published(event),
        'ontology.canonical-changed': (event) => unify.canonicalChanged(event),
        'insights.metrics-refreshed': (event) => unify.metricsRefreshed(event),
      }),
    ],
  };
  const asked = createApprovals(system, { approvals, runs, agents, tools: tools.tools });
  const schedules = createSchedules(system, { agents, runs, workflowRuns });
  const features = [core, budgets, tools.feature, asked, findings.feature, createFarm(system, runs, seams.stressTests ?? null), schedules];
  return { name: 'agents', actions: agentsActions, ...joinFeatures(features) };
}
