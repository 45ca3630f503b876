import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { agentScheduleErrors } from './schedule.errors.ts';
import type { SaveScheduleInput } from './schedule.type.ts';
import type { TimingWish } from './timing.ts';

const MAX_NAME_CHARACTERS = 120;
const MAX_INPUT_CHARACTERS = 8_000;
const MAX_KEY_CHARACTERS = 200;
const WORKFLOW_NAME = /^[a-z0-9][a-z0-9-]{0,79}$/u;
const INPUT_NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,79}$/u;

/** What says when, of what is asked for or of what there is. */
type TimingFields = Pick<SaveScheduleInput, 'timing' | 'at' | 'everySeconds' | 'cron' | 'on'>;

export const timingWish = ({ timing, at, everySeconds, cron, on }: TimingFields, timeZone: string): TimingWish => ({
  timing,
  at: at ?? null,
  everySeconds: everySeconds ?? null,
  cron: cron ?? null,
  timeZone,
  on: on ?? null,
});

/** What is wrong with what is asked for, but its timing. */
export function inputProblemsOf(input: SaveScheduleInput): InputProblem[] {
  const wrong = (field: keyof SaveScheduleInput, reason: string): InputProblem =>
    inputProblem(agentScheduleErrors.AGENT_SCHEDULE_INVALID({ reason }), field);
  const within = (field: 'debounceSeconds' | 'maxCatchUp' | 'maxConcurrent' | 'maxQueued', from: number, to: number): InputProblem[] =>
    input[field] >= from && input[field] <= to ? [] : [wrong(field, `This is a number from ${from} to ${to}.`)];
  const nameLength = input.name.trim().length;
  return [
    ...(nameLength < 1 || nameLength > MAX_NAME_CHARACTERS ? [wrong('name', `A name has 1 to ${MAX_NAME_CHARACTERS} characters.`)] : []),
    ...(WORKFLOW_NAME.test(input.workflow.trim())
      ? []
      : [wrong('workflow', 'A workflow’s name has lower case letters, digits and hyphens.')]),
    ...(input.workflowVersion == null || input.workflowVersion >= 1 ? [] : [wrong('workflowVersion', 'Versions begin with 1.')]),
    ...(JSON.stringify(input.input ?? {}).length <= MAX_INPUT_CHARACTERS
      ? []
      : [wrong('input', `The input has at most ${MAX_INPUT_CHARACTERS} characters.`)]),
    ...((input.onlyFor?.length ?? 1) >= 1 && (input.onlyFor?.length ?? 1) <= MAX_KEY_CHARACTERS
      ? []
      : [wrong('onlyFor', `This has 1 to ${MAX_KEY_CHARACTERS} characters.`)]),
    ...(input.eventInput == null || INPUT_NAME.test(input.eventInput) ? [] : [wrong('eventInput', 'This is no name of an input.')]),
    ...within('debounceSeconds', 0, 86_400),
    ...within('maxCatchUp', 1, 50),
    ...within('maxConcurrent', 1, 100),
    ...within('maxQueued', 1, 1_000),
  ];
}
