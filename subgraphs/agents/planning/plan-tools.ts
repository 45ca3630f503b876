import { z } from 'zod';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import type { Governor } from '../governance/governor.ts';
import { defineTool } from '../tools/define-tool.ts';
import { ToolFailure, type Tool, type ToolCall, type Tools } from '../tools/tool.ts';
import type { WorkflowDefinition } from '../workflows/definition/definition.ts';
import { json } from '../workflows/json-schema.ts';
import type { Json } from '../workflows/json.ts';
import { briefOf } from './brief.ts';
import { checkPlan, type CheckedPlan, type Planner } from './check-plan.ts';
import type { KeepPlan } from './keep-plan.ts';

interface PlanDeps {
  governor: Pick<Governor, 'standing'>;
  /** All there are; asked when they are needed, for these are some of them. */
  tools: () => Tools;
  keep: KeepPlan;
  /** Name of the playbook that an agent has without a plan. */
  playbookOf: (tenantId: string, agentId: string) => string | null;
}

const NO_PLAN = 'No language model wrote a plan.';
const checkInput = z.strictObject({
  workflow: json.default(null).describe('The plan, as a workflow.'),
  otherwise: json.default(null).describe('The one to take when that is null.'),
});
const keepInput = z.strictObject({ workflow: json.describe('The plan, as a workflow.') });

/** What a plan is written with, checked with and kept with. None of them asks a model. */
export function planTools({ governor, tools, keep, playbookOf }: PlanDeps): readonly Tool[] {
  const plannerOf = async ({ tenantId, agentId }: ToolCall) => {
    const agent = await governor.standing(tenantId, agentId);
    if (agent === null) throw new ToolFailure('AGENT_UNKNOWN', 'There is no such agent.');
    return { agent, tools: await tools().list(tenantId) } satisfies Planner;
  };
  return [
    defineTool({
      name: 'plans.brief',
      title: 'See what plans are made of',
      description: 'Tells how workflows are written, which tools the agent has, and which playbook it has without a plan.',
      complexity: 1,
      effect: 'READ',
      input: z.strictObject({}),
      call: async (_input, call) => ({ output: briefOf(await plannerOf(call), playbookOf(call.tenantId, call.agentId)) }),
    }),
    defineTool({
      name: 'plans.check',
      title: 'Check a plan',
      description: 'Holds a plan against what every workflow is held against, and against the tools and limits of the agent.',
      complexity: 1,
      effect: 'READ',
      input: checkInput,
      async call({ workflow, otherwise }, call) {
        const plan = workflow ?? otherwise;
        if (plan === null) return { output: shown(plan, { kind: 'FAULTY', problems: [NO_PLAN] }) };
        return { output: shown(plan, checkPlan(plan, await plannerOf(call))) };
      },
    }),
    defineTool({
      name: 'plans.keep',
      title: 'Publish a plan',
      description: 'Keeps a plan as a workflow and publishes it, so that it can be run and scheduled. The same plan is kept once.',
      complexity: 3,
      effect: 'KEYED',
      input: keepInput,
      describe: ({ workflow }) => ({ intent: `Publish the plan “${titleOf(workflow)}”.`, touches: 1 }),
      async call({ workflow }, call) {
        const checked = checkPlan(workflow, await plannerOf(call));
        if (checked.kind === 'FAULTY') throw new ToolFailure('PLAN_INVALID', checked.problems[0] ?? 'The plan does not hold.');
        return { output: await guarded(() => keep(call, workflow)) };
      },
    }),
  ];
}

function shown(workflow: Json, checked: CheckedPlan): Json {
  if (checked.kind === 'FAULTY') return { ok: false, problems: checked.problems, workflow, title: titleOf(workflow), steps: [] };
  const { definition } = checked;
  return { ok: true, problems: [], workflow, title: definition.title, steps: stepsOf(definition) };
}

/** Each step in a line, for the person who decides. */
function stepsOf({ steps }: WorkflowDefinition): string[] {
  return steps.map((step) => `${step.title}: ${step.kind === 'TOOL' ? step.tool : step.kind.toLowerCase()}`);
}

function titleOf(workflow: Json): string {
  const title = z.object({ title: z.string() }).safeParse(workflow).data?.title;
  return title === undefined ? 'without a title' : title.slice(0, 200);
}

async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) throw new ToolFailure(error.code, error.message, { again: error.extensions.retry, cause: error });
    throw error;
  }
}
