import type { Replay } from '../graph/replay.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

const WORDS: Readonly<Record<string, string>> = {
  SAME: 'the same',
  INPUT: 'asked otherwise, same result',
  RESULT: 'another result',
  ADDED: 'new',
  REMOVED: 'gone',
  UNANSWERED: 'no recorded answer',
};

/** A replay as a table of its steps, and what it comes to. */
export function replayText({ same, status, problem, version, run, steps }: Replay, style: Style): string {
  const columns = [{ label: 'Step' }, { label: 'Run' }, { label: 'Replay' }, { label: 'Compared', maxWidth: 80 }];
  const rows = steps.map((step) => [
    step.key,
    step.statusBefore?.toLowerCase() ?? '–',
    step.status?.toLowerCase() ?? '–',
    [WORDS[step.change] ?? step.change.toLowerCase(), ...(step.change === 'SAME' || step.problem === null ? [] : [step.problem])].join(
      ': ',
    ),
  ]);
  const end =
    status === null ? 'stops where the run has no answer' : `ends as ${status.toLowerCase()}${problem === null ? '' : `: ${problem}`}`;
  const verdict = same ? style.good('It comes to the same.') : style.bad('It does not come to the same.');
  return `${table(columns, rows)}\n\nThe run ended as ${run.status.toLowerCase()}; by version ${version.version} it ${end}. ${verdict}`;
}
