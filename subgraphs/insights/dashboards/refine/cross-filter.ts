import { inputProblem } from '../../../kernel/errors/input-problem.type.ts';
import { applyAsking, type Wording } from './apply-asking.ts';
import type { Board } from './board.ts';
import { done, refused, type Outcome } from './outcome.ts';
import type { Reader } from './pieces.ts';
import { refineErrors } from './refine.errors.ts';
import { Rewriter } from './rewrite.ts';

/** Has a value that was picked in one widget be what all others are about: a period where it is one, else a condition. */
export async function crossFiltered(board: Board, key: string, value: string, reader: Reader): Promise<Outcome> {
  const wording: Wording = { reader, rewriter: new Rewriter(reader) };
  const picked = board.widgets.find((each) => each.key === key);
  if (picked === undefined)
    return refused(inputProblem(refineErrors.WIDGET_NOT_FOUND({ said: key.slice(0, 40), titles: 'others' }), 'widget'));
  const read = await reader.read(picked.question);
  const dated = 'plan' in read && read.plan.groupBy.some(({ grain }) => grain !== null);
  const period = dated ? reader.period(value) : null;
  const others = { ...board, widgets: board.widgets.filter((each) => each.key !== key) };
  const outcome =
    period === null
      ? await applyAsking(others, { do: 'filter', target: null, value, negated: false, instead: true }, wording)
      : await applyAsking(others, { do: 'period', target: null, period: value }, wording);
  if (outcome.kind === 'refused') return outcome;
  const changed = new Map(outcome.board.widgets.map((each) => [each.key, each]));
  const widgets = board.widgets.map((each) => changed.get(each.key) ?? each);
  const many = widgets.filter((each, at) => each !== board.widgets[at]).length;
  return done({ ...board, widgets }, `${many} of ${others.widgets.length} other widgets show ${value} only.`, outcome.problems);
}
