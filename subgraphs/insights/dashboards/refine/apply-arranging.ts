import { inputProblem } from '../../../kernel/errors/input-problem.type.ts';
import { MAX_TITLE_CHARACTERS } from '../limits.ts';
import { beside, ownRow, removed, resized, swapped, added } from './arrange-edits.ts';
import { inOrder, type Board, type BoardWidget } from './board.ts';
import type { Command, Destination } from './command.ts';
import { done, refused, type Outcome } from './outcome.ts';
import { targetOf } from './quoted.ts';
import { targetProblem, titles } from './problems.ts';
import { refineErrors } from './refine.errors.ts';
import { findTargets } from './targets.ts';

type Arranging = Extract<Command, { do: 'copy' | 'remove' | 'resize' | 'move' | 'swap' | 'rename' }>;

const impossible = (reason: string): Outcome => refused(inputProblem(refineErrors.REFINEMENT_IMPOSSIBLE({ reason }), 'text'));
const unchanged = (reason: string): Outcome => refused(inputProblem(refineErrors.REFINEMENT_UNCHANGED({ reason }), 'text'));

/** The widgets that words mean, or the refusal that says why they mean none. */
export function pick(board: Board, words: string): BoardWidget[] | Outcome {
  const [only] = board.widgets;
  if (board.widgets.length === 1 && only !== undefined && /^(?:it|this|that)$/i.test(words.trim())) return [only];
  const found = findTargets(words, board.widgets);
  return found.kind === 'found' ? found.widgets : refused(targetProblem(words, found, board.widgets));
}

function pickOne(board: Board, words: string): BoardWidget | Outcome {
  const found = pick(board, words);
  if (!Array.isArray(found)) return found;
  const [one, ...more] = found;
  return one !== undefined && more.length === 0 ? one : refused(targetProblem(words, { kind: 'several', widgets: found }, board.widgets));
}

const isWidget = (found: BoardWidget | Outcome): found is BoardWidget => 'key' in found;

/** Arranges, names, copies and removes widgets; asks no data. */
export function applyArranging(board: Board, command: Arranging, newKey: () => string): Outcome {
  switch (command.do) {
    case 'rename':
      return rename(board, command.target, command.name);
    case 'remove':
      return remove(board, command.target);
    case 'copy':
      return copy(board, command.target, newKey);
    case 'resize':
      return resize(board, command);
    case 'swap':
      return swap(board, command.target, command.with);
    case 'move':
      return move(board, command.target, command.to);
  }
}

function rename(board: Board, target: string | null, name: string): Outcome {
  const title = name.trim();
  if (title.length === 0 || title.length > MAX_TITLE_CHARACTERS) return impossible(`A title has 1 to ${MAX_TITLE_CHARACTERS} characters.`);
  if (target === null)
    return board.title === title
      ? unchanged(`It is called “${title}” already.`)
      : done({ ...board, title }, `Called the dashboard “${title}”.`);
  const one = pickOne(board, target);
  if (!isWidget(one)) return one;
  if (one.title === title) return unchanged(`It is called “${title}” already.`);
  const widgets = board.widgets.map((each) => (each.key === one.key ? { ...each, title } : each));
  return done({ ...board, widgets }, `Renamed “${one.title}” to “${title}”.`);
}

function remove(board: Board, target: string): Outcome {
  if (targetOf(target) === null) return impossible('A dashboard keeps at least one widget.');
  const found = pick(board, target);
  if (!Array.isArray(found)) return found;
  if (found.length === board.widgets.length) return impossible('A dashboard keeps at least one widget.');
  return done(
    {
      ...board,
      widgets: removed(
        board.widgets,
        found.map(({ key }) => key),
      ),
    },
    `Removed ${titles(found)}.`,
  );
}

function copy(board: Board, target: string, newKey: () => string): Outcome {
  const one = pickOne(board, target);
  if (!isWidget(one)) return one;
  const title = `${one.title.slice(0, MAX_TITLE_CHARACTERS - 7)} (copy)`;
  return done({ ...board, widgets: added(board.widgets, { ...one, key: newKey(), title }) }, `Copied “${one.title}”.`);
}

function resize(board: Board, { target, resize: how }: Extract<Command, { do: 'resize' }>): Outcome {
  const found = pick(board, target);
  if (!Array.isArray(found)) return found;
  const widgets = found.reduce((all, { key }) => resized(all, key, how), [...board.widgets]);
  const sizes = (all: readonly BoardWidget[]): string =>
    JSON.stringify(found.map(({ key }) => all.find((each) => each.key === key)?.layout).map((layout) => [layout?.w, layout?.h]));
  if (sizes(widgets) === sizes(board.widgets))
    return unchanged(`${titles(found)} cannot be any ${WORDS[`${how.width} ${how.height}`] ?? 'other size'}.`);
  const said = WORDS[`${how.width} ${how.height}`] ?? (how.width === 'keep' ? 'another height' : (SHARES[how.width] ?? how.width));
  return done({ ...board, widgets }, `Made ${titles(found)} ${said}.`);
}
const WORDS: Readonly<Record<string, string>> = {
  'more more': 'bigger',
  'less less': 'smaller',
  'more keep': 'wider',
  'less keep': 'narrower',
  'keep more': 'taller',
  'keep less': 'shorter',
};
const SHARES: Readonly<Record<string, string>> = {
  full: 'as wide as the page',
  half: 'half as wide as the page',
  third: 'a third of the page wide',
  quarter: 'a quarter of the page wide',
};

function swap(board: Board, target: string, other: string): Outcome {
  const [a, b] = [pickOne(board, target), pickOne(board, other)];
  if (!isWidget(a)) return a;
  if (!isWidget(b)) return b;
  if (a.key === b.key) return unchanged('It is one and the same widget.');
  return done({ ...board, widgets: swapped(board.widgets, a.key, b.key) }, `Swapped “${a.title}” and “${b.title}”.`);
}

/** The nearest widget in a direction. */
function neighbour(
  widgets: readonly BoardWidget[],
  { key, layout }: BoardWidget,
  step: 'left' | 'right' | 'up' | 'down',
): BoardWidget | null {
  const sideways = step === 'left' || step === 'right';
  const beyond = widgets.filter((other) => {
    if (other.key === key) return false;
    const { x, y, w, h } = other.layout;
    const level = sideways ? y < layout.y + layout.h && layout.y < y + h : x < layout.x + layout.w && layout.x < x + w;
    const past = { left: x + w <= layout.x, right: x >= layout.x + layout.w, up: y + h <= layout.y, down: y >= layout.y + layout.h }[step];
    return level && past;
  });
  const distance = (other: BoardWidget): number => (sideways ? Math.abs(other.layout.x - layout.x) : Math.abs(other.layout.y - layout.y));
  return beyond.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

function move(board: Board, target: string, to: Destination): Outcome {
  const one = pickOne(board, target);
  if (!isWidget(one)) return one;
  const { widgets } = board;
  if (to.kind === 'step') {
    const next = neighbour(widgets, one, to.step);
    if (next === null) return unchanged(`“${one.title}” is as far ${to.step} as it goes.`);
    return done(
      { ...board, widgets: swapped(widgets, one.key, next.key) },
      `Moved “${one.title}” ${to.step}, in place of “${next.title}”.`,
    );
  }
  if (to.kind === 'edge') return toEdge(board, one, to.edge);
  const other = pickOne(board, to.other);
  if (!isWidget(other)) return other;
  if (other.key === one.key) return unchanged('It is one and the same widget.');
  if (to.side === 'left' || to.side === 'right')
    return done({ ...board, widgets: beside(widgets, one.key, other.key, to.side) }, `Moved “${one.title}” beside “${other.title}”.`);
  const y = to.side === 'above' ? other.layout.y : other.layout.y + other.layout.h;
  return done({ ...board, widgets: ownRow(widgets, one.key, y) }, `Moved “${one.title}” ${to.side} “${other.title}”.`);
}

function toEdge(board: Board, one: BoardWidget, edge: 'top' | 'bottom'): Outcome {
  const ordered = inOrder(board.widgets);
  const last = edge === 'top' ? ordered[0] : ordered.at(-1);
  if (last === undefined || last.key === one.key) return unchanged(`“${one.title}” is at the ${edge} already.`);
  const bottom = Math.max(...board.widgets.map(({ layout }) => layout.y + layout.h));
  // Numbers change places with numbers: a row of its own is for what is drawn.
  const widgets =
    one.kind === 'KPI' && last.kind === 'KPI'
      ? swapped(board.widgets, one.key, last.key)
      : ownRow(board.widgets, one.key, edge === 'top' ? 0 : bottom);
  return done({ ...board, widgets }, `Moved “${one.title}” to the ${edge}.`);
}
