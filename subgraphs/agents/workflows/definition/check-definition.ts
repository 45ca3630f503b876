import { isForm } from '../../../kernel/llm/form-problem.ts';
import type { StepDefinition, WorkflowDefinition } from './definition.ts';
import { checkOrder } from './check-order.ts';
import { checkReferences } from './check-references.ts';
import type { DefinitionProblem } from './problems.ts';
import { stepLists, type StepList } from './step-lists.ts';
import { WAIT_TOPICS } from '../runs/wait-topics.ts';

/** Steps of a definition, inner ones included. */
export const MAX_STEPS = 500;
/** Lists of steps within one another. */
export const MAX_DEPTH = 8;

/**
 * What is wrong with a definition although it is well-formed: steps nobody can get to or that wait for one another, names and paths that lead
 * nowhere, too much of it. Empty: it can run, and it will end.
 */
export function checkDefinition(definition: WorkflowDefinition): readonly DefinitionProblem[] {
  const lists = stepLists(definition);
  const count = lists.reduce((sum, { steps }) => sum + steps.length, 0);
  if (count > MAX_STEPS)
    return [{ path: 'steps', code: 'TOO_MANY_STEPS', message: `There are ${count} steps; at most ${MAX_STEPS} can be.` }];
  const deep = lists.find(({ depth }) => depth > MAX_DEPTH);
  if (deep !== undefined)
    return [{ path: deep.path, code: 'TOO_DEEP', message: `Steps may stand within one another ${MAX_DEPTH} levels deep.` }];
  const ordered = lists.flatMap((list) => [...checkOrder(list), ...checkForms(list)]);
  return ordered.length > 0 ? ordered : checkReferences(definition, lists);
}

const TOPICS: ReadonlySet<string> = new Set(WAIT_TOPICS);
/** Kinds of steps that go to anybody themselves. */
const CALLS: ReadonlySet<StepDefinition['kind']> = new Set(['TOOL']);

/** What one step says that cannot be. */
function checkForms({ steps, path }: StepList): readonly DefinitionProblem[] {
  return steps.flatMap((step, index) => formProblems(step).map((problem) => ({ ...problem, path: `${path}[${index}]${problem.path}` })));
}

function formProblems(step: StepDefinition): readonly DefinitionProblem[] {
  if (step.plane !== undefined && !CALLS.has(step.kind))
    return [{ path: '.plane', code: 'INVALID', message: 'Only a step that calls a tool goes through a fabric plane.' }];
  if (step.kind === 'MODEL' && !isForm(step.form))
    return [{ path: '.form', code: 'INVALID', message: 'It has to be a JSON Schema that values can be held against.' }];
  if (step.kind === 'WAIT' && step.forMs === undefined && step.until === undefined && step.event === undefined)
    return [{ path: '', code: 'INVALID', message: 'It has to be said how long, until when or for what event it waits.' }];
  if (step.kind === 'WAIT' && step.forMs !== undefined && step.until !== undefined)
    return [{ path: '.until', code: 'INVALID', message: 'Say either how long or until when.' }];
  if (step.kind === 'WAIT' && step.event !== undefined && step.forMs === undefined && step.until === undefined)
    return [{ path: '.event', code: 'UNBOUNDED', message: 'An event may never come: say forMs or until when to go on without it.' }];
  if (step.kind === 'WAIT' && step.event !== undefined && !TOPICS.has(step.event.topic))
    return [
      {
        path: '.event.topic',
        code: 'UNKNOWN_TOPIC',
        message: `Nothing is told of as “${step.event.topic}”; there is ${WAIT_TOPICS.join(', ')}.`,
      },
    ];
  if (step.kind === 'PARALLEL') {
    const ids = step.branches.map(({ id }) => id);
    const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at);
    if (twice !== -1)
      return [{ path: `.branches[${twice}].id`, code: 'DUPLICATE_ID', message: `Another branch is called “${ids[twice]}” as well.` }];
  }
  return [];
}
