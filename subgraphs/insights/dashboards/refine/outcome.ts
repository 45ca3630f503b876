import type { InputProblem } from '../../../kernel/errors/input-problem.type.ts';
import type { Board } from './board.ts';

/** What became of one sentence: another dashboard and what was done, and what was left as it was; or why nothing was done. */
export type Outcome =
  | { kind: 'done'; board: Board; done: string; problems: InputProblem[] }
  | { kind: 'refused'; problems: InputProblem[] };

/** Nothing was done, for this reason. */
export const refused = (...problems: InputProblem[]): Outcome => ({ kind: 'refused', problems });

/** Something was done. */
export const done = (board: Board, sentence: string, problems: InputProblem[] = []): Outcome => ({
  kind: 'done',
  board,
  done: sentence,
  problems,
});
