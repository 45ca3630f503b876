import { DomainError } from '../../../kernel/errors/domain-error.ts';
import type { ModelFailure } from '../../../kernel/llm/language-model.ts';
import { ToolFailure } from '../../tools/tool.ts';
import type { FlowProblem } from '../machine/flow-state.ts';

/** Why a step comes to nothing, and whether another try may help. */
export interface StepFailure {
  problem: FlowProblem;
  again: boolean;
  /** The effect may have happened all the same. */
  doubt: boolean;
}

const failure = (code: string, message: string, again = false): StepFailure => ({ problem: { code, message }, again, doubt: false });

/** The failures that are the runs' own; tools have theirs. */
export const stepFailures = {
  unknownTool: (name: string) => failure('TOOL_UNKNOWN', `There is no tool ${name}.`),
  noPlane: (tool: string) => failure('TOOL_CALLS_NOBODY', `${tool} calls nobody outside itself, so it goes through no fabric plane.`),
  badInput: (tool: string, reason: string) => failure('TOOL_INPUT_INVALID', `${tool} cannot be called like this: ${reason}`),
  blocked: (code: string, message: string) => failure(code, message),
  costLimit: () => failure('RUN_COST_LIMIT', 'The run would cost more than its agent may spend on one.'),
  tokenLimit: () => failure('RUN_TOKEN_LIMIT', 'The run would take more tokens than its agent may take for one.'),
  denied: (reason: string) => failure('ACTION_DENIED', reason),
  training: (reason: string) => failure('AGENT_IN_TRAINING', reason),
  rejected: (comment: string | null) => failure('ACTION_REJECTED', comment === null ? 'A person said no.' : `A person said no: ${comment}`),
  expired: () => failure('ACTION_EXPIRED', 'Nobody decided in time.'),
  noBudget: (message: string) => failure('BUDGET_EXHAUSTED', message),
  givenUp: () => failure('EFFECT_GIVEN_UP', 'Nobody found out whether it was done, and a person gave it up.'),
  tooLate: (timeoutMs: number) => failure('TOOL_TIMED_OUT', `It did not answer within ${timeoutMs / 1_000} s.`, true),
  tooLarge: (maxBytes: number) => failure('TOOL_OUTPUT_TOO_LARGE', `It answered with more than ${maxBytes / 1_024} KiB.`),
  noModel: () => failure('MODEL_NOT_CONFIGURED', 'No language model is configured.'),
  modelFailed: (trouble: ModelFailure, message: string, again: boolean) => failure(`MODEL_${trouble}`, message, again),
} as const;

/** What a call threw, as a step keeps it. What we did not foresee is not shown, and may have happened. */
export function failureOf(error: unknown): StepFailure {
  if (error instanceof ToolFailure)
    return { problem: { code: error.code, message: error.message }, again: error.again, doubt: error.doubt };
  if (error instanceof DomainError)
    return { problem: { code: error.code, message: error.message }, again: error.extensions.retry, doubt: false };
  return {
    problem: { code: 'TOOL_FAILED', message: 'The call failed for a reason nobody foresaw; the server’s log has it.' },
    again: true,
    doubt: true,
  };
}
