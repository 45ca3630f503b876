import { inputProblem } from '../../../kernel/errors/input-problem.type.ts';
import { MAX_WIDGETS_AT_ONCE } from '../limits.ts';
import type { WidgetKind } from '../widget.type.ts';
import { pick } from './apply-arranging.ts';
import type { Wording } from './apply-asking.ts';
import { added, rekinded } from './arrange-edits.ts';
import type { Board, BoardWidget } from './board.ts';
import type { Command, Wanted } from './command.ts';
import { fitted } from './fit-kind.ts';
import { KIND_NAMES, oneKind } from './kind-words.ts';
import { retitled, titleOf } from './naming.ts';
import { done, refused, type Outcome } from './outcome.ts';
import type { Read } from './pieces.ts';
import { titles, targetProblem } from './problems.ts';
import { refineErrors } from './refine.errors.ts';

const NOWHERE = { x: 0, y: 0, w: 1, h: 1 };

/** A widget for what is asked for, of the dashboard's own time where the words name none; or why there is none. */
async function made(
  board: Board,
  { what, kind, drawn }: Wanted,
  wording: Wording,
): Promise<Omit<BoardWidget, 'key' | 'layout'> | { reason: string }> {
  const first = await wording.reader.read(what);
  if (!('plan' in first)) return { reason: first.reason };
  const timed = await inTimeOf(board, first, wording);
  const fit = await fitted(timed, kind ?? (drawn ? 'CHART' : 'ANY'), wording);
  if ('reason' in fit) return fit;
  return { title: titleOf(fit.read, wording.reader), kind: fit.kind, question: fit.read.question };
}

/** The question for the period that most of the dashboard is told for, when it names none and can be told for it. */
async function inTimeOf(board: Board, read: Read, { reader, rewriter }: Wording): Promise<Read> {
  if (read.plan.period !== null || !reader.timed(read.plan)) return read;
  const periods = new Map<string, { times: number; label: string }>();
  for (const { question } of board.widgets) {
    const each = await reader.read(question);
    const label = 'plan' in each ? each.plan.period?.label : undefined;
    if (label !== undefined) periods.set(label, { label, times: (periods.get(label)?.times ?? 0) + 1 });
  }
  const [common] = [...periods.values()].toSorted((a, b) => b.times - a.times);
  const text = common === undefined || common.times * 2 < board.widgets.length ? null : (reader.period(common.label)?.text ?? null);
  if (text === null) return read;
  const rewritten = await rewriter.period(read.question, text);
  const after = 'question' in rewritten ? await reader.read(rewritten.question) : null;
  return after !== null && 'plan' in after ? after : read;
}

const unanswerable = (what: string, reason: string): Outcome =>
  refused(inputProblem(refineErrors.REFINEMENT_UNANSWERABLE({ what, reason }), 'text'));

/** Adds a widget, puts one in another's place, or shows one in another way. */
export async function applyAdding(
  board: Board,
  command: Extract<Command, { do: 'add' | 'replace' | 'chart' }>,
  wording: Wording,
  newKey: () => string,
): Promise<Outcome> {
  if (command.do === 'chart') return chart(board, command.target, command.kind, wording);
  if (command.do === 'add' && board.widgets.length >= MAX_WIDGETS_AT_ONCE)
    return refused(inputProblem(refineErrors.DASHBOARD_FULL({ max: MAX_WIDGETS_AT_ONCE }), 'text'));
  const replaced = command.do === 'replace' ? pick(board, command.target) : [];
  if (!Array.isArray(replaced)) return replaced;
  if (command.do === 'replace' && replaced.length !== 1)
    return refused(targetProblem(command.target, { kind: 'several', widgets: replaced }, board.widgets));
  const widget = await made(board, command, wording);
  if ('reason' in widget) return unanswerable(command.what, widget.reason);
  const same = board.widgets.find(({ question, kind }) => question.toLowerCase() === widget.question.toLowerCase() && kind === widget.kind);
  if (same !== undefined)
    return refused(inputProblem(refineErrors.REFINEMENT_UNCHANGED({ reason: `“${same.title}” shows that already.` }), 'text'));
  const shown = `“${widget.title}” as ${oneKind(widget.kind)}`;
  const [old] = replaced;
  if (old === undefined)
    return done({ ...board, widgets: added(board.widgets, { ...widget, key: newKey(), layout: NOWHERE }) }, `Added ${shown}.`);
  const after = board.widgets.map((each) => (each.key === old.key ? { ...widget, key: each.key, layout: each.layout } : each));
  const widgets = widget.kind === old.kind ? after : rekinded(board.widgets, after);
  return done({ ...board, widgets }, `Replaced “${old.title}” with ${shown}.`);
}

async function chart(board: Board, target: string, kind: WidgetKind, wording: Wording): Promise<Outcome> {
  const found = pick(board, target);
  if (!Array.isArray(found)) return found;
  const changed = new Map<string, BoardWidget>();
  const problems: string[] = [];
  for (const widget of found) {
    const read = await wording.reader.read(widget.question);
    if (widget.kind === kind) problems.push(`“${widget.title}” is ${oneKind(kind)} already.`);
    else if (!('plan' in read)) changed.set(widget.key, { ...widget, kind });
    else {
      const fit = await fitted(read, kind, wording);
      if ('reason' in fit) problems.push(`“${widget.title}”: ${fit.reason}`);
      else
        changed.set(widget.key, {
          ...widget,
          kind,
          question: fit.read.question,
          title: retitled(widget.title, read, fit.read, wording.reader),
        });
    }
  }
  const told = problems.map((reason) => inputProblem(refineErrors.REFINEMENT_IMPOSSIBLE({ reason }), 'text'));
  if (changed.size === 0) return refused(...told);
  const after = board.widgets.map((each) => changed.get(each.key) ?? each);
  const named = titles(found.filter(({ key }) => changed.has(key)));
  return done(
    { ...board, widgets: rekinded(board.widgets, after) },
    `Shows ${named} as ${changed.size === 1 ? oneKind(kind) : `${KIND_NAMES[kind]}s`}.`,
    told,
  );
}
