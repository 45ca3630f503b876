import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { insightsErrors } from '../insights.errors.ts';
import type { ModelIndex } from '../model/model-index.ts';
import type { QueryPlanInput } from '../plan/graph/query-plan.input.ts';
import { type PlanFault, takePlan } from '../plan/graph/take-plan.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { strictFaults } from '../plan/strict-plan.ts';
import { validatePlan } from '../plan/validate-plan.ts';

/** Parts of a plan beyond which it is not looked at. */
const MAX_PARTS = 3_000;
/** Problems that are told at a time. */
const MAX_PROBLEMS = 20;

export type CheckedPlan = { kind: 'valid'; plan: QueryPlan } | { kind: 'invalid'; problems: InputProblem[] };

const invalid = (faults: readonly PlanFault[]): CheckedPlan => ({
  kind: 'invalid',
  problems: faults
    .slice(0, MAX_PROBLEMS)
    .map(({ at, text }) => inputProblem(insightsErrors.PLAN_INVALID({ reason: text }), at === '' ? 'plan' : `plan.${at}`)),
});

/** How many values a plan is made of, counted no further than `MAX_PARTS`. */
function partsOf(value: unknown): number {
  let parts = 0;
  const open: unknown[] = [value];
  while (open.length > 0 && parts <= MAX_PARTS) {
    const each = open.pop();
    parts += 1;
    if (typeof each === 'object' && each !== null) open.push(...Object.values(each).slice(0, MAX_PARTS));
  }
  return parts;
}

/** A candidate plan from anywhere but our own reading, held against the model as the viewer sees it. Never throws. */
export function checkCandidate(candidate: unknown, model: ModelIndex): CheckedPlan {
  if (partsOf(candidate) > MAX_PARTS) return invalid([{ at: '', text: `A plan has at most ${MAX_PARTS} parts.` }]);
  const { plan, problems } = validatePlan(candidate, model);
  if (plan === null) return invalid(problems.map((text) => ({ at: '', text: `${text.replace(/\.$/u, '')}.` })));
  const faults = strictFaults(plan, model);
  return faults.length > 0 ? invalid(faults) : { kind: 'valid', plan };
}

/** A plan as the graph takes it, held against the model as the viewer sees it. */
export function checkInput(input: QueryPlanInput, model: ModelIndex): CheckedPlan {
  const { candidate, faults } = takePlan(input);
  return faults.length > 0 ? invalid(faults) : checkCandidate(candidate, model);
}
