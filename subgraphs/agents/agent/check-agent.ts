import { inputProblem, type InputProblem } from '../../kernel/errors/input-problem.type.ts';
import { isPattern } from '../governance/pattern.ts';
import type { AgentProfile } from './agent.entity.ts';
import { agentErrors } from './agent.errors.ts';

const MAX_NAME_CHARACTERS = 80;
const MAX_PURPOSE_CHARACTERS = 500;
const MAX_INSTRUCTIONS_CHARACTERS = 20_000;
const MAX_TOOLS = 200;
const MAX_STEPS = 500;
const MICROS = 1_000_000;
const MAX_COST_DOLLARS = 100_000;
const MAX_TOKENS = 100_000_000;

const invalid = (field: string, reason: string): InputProblem => inputProblem(agentErrors.AGENT_INVALID({ reason }), field);

/** What has to be corrected in what is said of an agent; what is left out is not looked at. */
export function profileProblems(says: Partial<AgentProfile>): InputProblem[] {
  const { name, purpose, instructions, maturity, tools, forbidden, maxSteps, maxCostMicros, maxTokens } = says;
  return [
    ...(name === undefined ? [] : text('name', name, 1, MAX_NAME_CHARACTERS)),
    ...(purpose === undefined ? [] : text('purpose', purpose, 1, MAX_PURPOSE_CHARACTERS)),
    ...(instructions === undefined ? [] : text('instructions', instructions, 0, MAX_INSTRUCTIONS_CHARACTERS)),
    ...(maturity === undefined || (maturity >= 0 && maturity <= 1) ? [] : [invalid('maturity', 'A maturity is between 0 and 1.')]),
    ...(tools === undefined ? [] : patterns('tools', tools)),
    ...(forbidden === undefined ? [] : patterns('limits.forbidden', forbidden)),
    ...(maxSteps === undefined ? [] : range('limits.maxSteps', maxSteps, 1, MAX_STEPS)),
    ...(maxCostMicros === undefined ? [] : range('limits.maxCost', maxCostMicros / MICROS, 0, MAX_COST_DOLLARS)),
    ...(maxTokens === undefined ? [] : range('limits.maxTokens', maxTokens, 0, MAX_TOKENS)),
  ];
}

function text(field: string, value: string, min: number, max: number): InputProblem[] {
  const { length } = value.trim();
  return length >= min && length <= max ? [] : [invalid(field, `${field} has ${min} to ${max} characters; it has ${length}.`)];
}

function range(field: string, value: number, min: number, max: number): InputProblem[] {
  return value >= min && value <= max ? [] : [invalid(field, `${field} is between ${min} and ${max}.`)];
}

function patterns(field: string, values: readonly string[]): InputProblem[] {
  if (values.length > MAX_TOOLS) return [invalid(field, `${field} has at most ${MAX_TOOLS} entries; it has ${values.length}.`)];
  const wrong = values.find((value) => !isPattern(value));
  return wrong === undefined
    ? []
    : [invalid(field, `\`${wrong.slice(0, 60)}\` names no action: write a name such as graph.query, or a pattern such as graph.*.`)];
}
