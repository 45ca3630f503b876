import { expect, test } from 'vitest';
import type { FindingKeeper } from '../findings/finding-keeper.ts';
import { ACT_ON_FINDING } from '../findings/propose-findings.ts';
import { FindingAction } from './report.ts';
import { ANALYSES, analysesOf } from './analyses.ts';
import { builtInWorkflows } from './built-in-workflows.ts';
import { PLAYBOOKS } from './playbook.ts';
import { findingTools } from './tools/finding-tools.ts';
import { playbookTools } from './tools/playbook-tools.ts';

const workflows = builtInWorkflows();
const toolsOf = (name: string): string[] =>
  workflows.find((each) => each.name === name)?.steps.flatMap((step) => (step.kind === 'TOOL' ? [step.tool] : [])) ?? [];
const tools = playbookTools({
  door: () => Promise.resolve({ data: null, replyLost: false }),
  keeper: {} as FindingKeeper,
  clock: () => new Date(),
});

test('every pilot has a playbook, and its workflow makes all analyses of the pilot and keeps what they tell', () => {
  for (const { name, pilot } of PLAYBOOKS)
    expect(toolsOf(name).toSorted()).toEqual([...analysesOf(pilot).map((each) => each.name), 'findings.keep'].toSorted());
  expect(PLAYBOOKS.flatMap(({ pilot }) => analysesOf(pilot))).toHaveLength(ANALYSES.length);
});

test('whatever can be proposed is done by a step of the workflow that asks, with a tool there is', () => {
  const steps = workflows.find(({ name }) => name === ACT_ON_FINDING)?.steps ?? [];
  const conditions = JSON.stringify(steps.map(({ when }) => when ?? null));
  for (const action of Object.values(FindingAction)) expect(conditions).toContain(`"${action}"`);
  const known = new Set([...tools.map(({ name }) => name), 'open-ticket', 'plans.brief', 'plans.check', 'plans.keep']);
  expect(workflows.flatMap(({ name }) => toolsOf(name)).filter((name) => !known.has(name))).toEqual([]);
});

test('a sweep of which no analysis could be made has failed; what others tell is kept', async () => {
  const kept: number[] = [];
  const keeper: Pick<FindingKeeper, 'keep'> = {
    keep: (_call, reports) =>
      Promise.resolve({ added: 0, updated: 0, resolved: 0, proposed: [], needs: [], reports: kept.push(reports.length) }),
  };
  const [keep] = findingTools(keeper as FindingKeeper);
  const about = { tenantId: '', agentId: '', runId: '', path: 'keep', idempotencyKey: '', signal: new AbortController().signal };
  const told = { analysis: 'finops.renewals', findings: [], further: [], complete: true, examined: 0, needs: [] };
  await expect(keep?.call({ ...about, input: { reports: [null, null] } })).rejects.toMatchObject({ code: 'ANALYSES_FAILED', again: false });
  await keep?.call({ ...about, input: { reports: [null, told] } });
  expect(kept).toEqual([1]);
});

test('a sweep stays within the steps that an agent may do by default', () => {
  for (const { steps } of workflows) expect(steps.length).toBeLessThanOrEqual(20);
});
