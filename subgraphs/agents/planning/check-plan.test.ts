import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineTool } from '../tools/define-tool.ts';
import { suspicionOf, SUSPECT_FROM } from '../trust/injection.ts';
import { briefOf } from './brief.ts';
import { checkPlan, toolsForPlans, type Planner } from './check-plan.ts';

const tool = (name: string, input: z.ZodType = z.strictObject({ title: z.string().min(1) })) =>
  defineTool({
    name,
    title: name,
    description: 'Does it.',
    complexity: 1,
    effect: 'READ',
    input,
    call: () => Promise.resolve({ output: null }),
  });
const planner: Planner & { agent: { instructions: string } } = {
  agent: {
    name: 'Clerk',
    instructions: 'Be brief.',
    tools: ['open-*', 'graph.*', 'plans.*', 'findings.*'],
    limits: { maxSteps: 3, maxCost: { tokens: 1, micros: 1 }, forbidden: ['graph.mutate'] },
  },
  tools: ['open-ticket', 'graph.query', 'graph.mutate', 'plans.keep', 'findings.keep', 'notify'].map((name) => tool(name)),
};
const plan = (steps: readonly object[], over: object = {}): object => ({ name: 'plan-it', title: 'It', steps, ...over });
const ticket = (over: object = {}): object => ({ id: 'ticket', kind: 'TOOL', tool: 'open-ticket', input: { title: 'Look' }, ...over });
const problemsOf = (workflow: unknown): readonly string[] => {
  const checked = checkPlan(workflow, planner);
  return checked.kind === 'FITS' ? [] : checked.problems;
};

test('a plan with the agent’s tools and within its limits holds', () => {
  expect(checkPlan(plan([ticket()]), planner)).toMatchObject({ kind: 'FITS', definition: { name: 'plan-it', steps: [{ id: 'ticket' }] } });
  expect(toolsForPlans(planner).map(({ name }) => name)).toEqual(['open-ticket', 'graph.query']);
});

test.each<[string, unknown, string]>([
  ['is nothing', null, 'expected object'],
  ['is a text', 'do it', 'expected object'],
  ['has no steps', plan([]), 'steps'],
  ['waits for itself', plan([ticket({ dependsOn: ['ticket'] })]), 'steps[0]'],
  ['reads what is not there', plan([ticket({ input: { title: '{{steps.nothing.output}}' } })]), 'nothing'],
  ['is called like another workflow', plan([ticket()], { name: 'act-on-finding' }), 'plan-<something>'],
  ['makes up a tool', plan([ticket({ tool: 'shell.run' })]), '“shell.run”'],
  ['uses a tool that is not the agent’s', plan([ticket({ tool: 'notify' })]), '“notify”'],
  ['uses a tool that is forbidden', plan([ticket({ tool: 'graph.mutate' })]), '“graph.mutate”'],
  ['publishes plans', plan([ticket({ tool: 'plans.keep' })]), '“plans.keep”'],
  ['hides a tool in what undoes a step', plan([ticket({ compensate: { tool: 'shell.run', input: {} } })]), '[0].compensate.tool'],
  [
    'hides a tool within a loop',
    plan([{ id: 'all', kind: 'MAP', over: [1], maxItems: 2, steps: [ticket({ tool: 'shell.run' })] }]),
    'steps[0].steps[0].tool',
  ],
  ['calls a tool as it cannot be called', plan([ticket({ input: { title: '' } })]), 'steps[0].input.title'],
  ['starts another workflow', plan([{ id: 'other', kind: 'WORKFLOW', workflow: 'plan' }]), 'starts no other workflow'],
  ['has too many steps', plan([1, 2, 3, 4].map((each) => ticket({ id: `t${each}` }))), 'at most 3'],
  ['never ends', plan([{ id: 'on', kind: 'REPEAT', until: { exists: 'round' }, steps: [ticket()] }]), 'maxRounds'],
])('a plan that %s is refused with what is wrong', (_name, workflow, says) => {
  expect(problemsOf(workflow).join('\n')).toContain(says);
});

test('what a plan is written with names the agent’s tools alone, and reads like orders to nobody', () => {
  const brief = briefOf(planner, 'finops-sweep');
  expect(brief).toMatchObject({ playbook: 'finops-sweep', maxSteps: 3, tools: [{ name: 'open-ticket' }, { name: 'graph.query' }] });
  expect(suspicionOf(JSON.stringify(brief)).score).toBeLessThan(SUSPECT_FROM);
});
