import type { AgentStanding } from '../governance/governor.ts';
import { meetsAny } from '../governance/pattern.ts';
import type { Tool } from '../tools/tool.ts';
import type { StepDefinition, ToolUse, WorkflowDefinition } from '../workflows/definition/definition.ts';
import { parseDefinition } from '../workflows/definition/read-definition.ts';
import { stepLists } from '../workflows/definition/step-lists.ts';

/** What a plan is held against. */
export interface Planner {
  agent: Pick<AgentStanding, 'name' | 'tools' | 'limits'>;
  /** All tools that the tenant has. */
  tools: readonly Tool[];
}

export type CheckedPlan = { kind: 'FITS'; definition: WorkflowDefinition } | { kind: 'FAULTY'; problems: readonly string[] };

/** So that a plan takes the place of nothing that anybody relies on. */
const PLAN_NAME = /^plan-[a-z0-9-]+$/u;
/** What keeps plans and findings is for the product's own workflows. */
const NOT_IN_PLANS = ['plans.*', 'findings.*'];

/** The tools that a plan of this agent may use. */
export function toolsForPlans({ agent, tools }: Planner): readonly Tool[] {
  return tools.filter(({ name }) => meetsAny(agent.tools, name) && !meetsAny([...agent.limits.forbidden, ...NOT_IN_PLANS], name));
}

/** Holds a plan against what every workflow is held against, and against what its agent has: tools, steps, a name that is free. */
export function checkPlan(workflow: unknown, planner: Planner): CheckedPlan {
  const read = parseDefinition(workflow);
  if (read.kind === 'FAULTY')
    return { kind: 'FAULTY', problems: read.problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)) };
  const { definition } = read;
  const known = new Map(toolsForPlans(planner).map((tool) => [tool.name, tool]));
  const all = stepLists(definition).flatMap(({ steps, path }) => steps.map((step, index) => ({ step, path: `${path}[${index}]` })));
  const problems = [
    ...(PLAN_NAME.test(definition.name) ? [] : ['name: A plan is called plan-<something>.']),
    ...(all.length <= planner.agent.limits.maxSteps
      ? []
      : [`steps: There are ${all.length}; ${planner.agent.name} takes at most ${planner.agent.limits.maxSteps} in a run.`]),
    ...all.flatMap(({ step, path }) => stepProblems(step, path, known)),
  ];
  return problems.length > 0 ? { kind: 'FAULTY', problems } : { kind: 'FITS', definition };
}

function stepProblems(step: StepDefinition, path: string, known: ReadonlyMap<string, Tool>): string[] {
  if (step.kind === 'WORKFLOW') return [`${path}: A plan starts no other workflow; write its steps.`];
  return [
    ...(step.kind === 'TOOL' ? useProblems(step, path, known) : []),
    ...(step.compensate === undefined ? [] : useProblems(step.compensate, `${path}.compensate`, known)),
  ];
}

function useProblems({ tool, input }: ToolUse, path: string, known: ReadonlyMap<string, Tool>): string[] {
  const definition = known.get(tool);
  if (definition === undefined) return [`${path}.tool: “${tool}” is none of the tools that are listed.`];
  // What is filled in when it runs can be held against the tool only then.
  if (JSON.stringify(input).includes('{{')) return [];
  const [issue] = definition.input.safeParse(input).error?.issues ?? [];
  return issue === undefined ? [] : [`${[`${path}.input`, ...issue.path.map(String)].join('.')}: ${issue.message}`];
}
