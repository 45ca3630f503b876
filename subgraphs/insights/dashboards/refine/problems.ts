import { type InputProblem, inputProblem } from '../../../kernel/errors/input-problem.type.ts';
import { refineErrors } from './refine.errors.ts';
import type { BoardWidget } from './board.ts';
import type { Found } from './targets.ts';

const NAMED = 5;

/** Titles in a sentence, a few of them. */
export function titles(widgets: readonly Pick<BoardWidget, 'title'>[]): string {
  const named = widgets.slice(0, NAMED).map(({ title }) => `“${title}”`);
  const more = widgets.length - named.length;
  if (more > 0) return `${named.join(', ')} and ${more} more`;
  return named.length <= 1 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

/** Why words do not mean one widget. */
export function targetProblem(words: string, found: Exclude<Found, { kind: 'found' }>, all: readonly BoardWidget[]): InputProblem {
  const said = words.slice(0, 80);
  return found.kind === 'several'
    ? inputProblem(refineErrors.WIDGET_AMBIGUOUS({ said, titles: titles(found.widgets) }), 'text')
    : inputProblem(refineErrors.WIDGET_NOT_FOUND({ said, titles: titles(all) }), 'text');
}
