import { inputProblem, type InputProblem } from '../../../kernel/errors/input-problem.type.ts';
import { familyOf, kindsOf } from '../kind-family.ts';
import type { WidgetKind } from '../widget.type.ts';
import { pick } from './apply-arranging.ts';
import { rekinded } from './arrange-edits.ts';
import type { Board, BoardWidget } from './board.ts';
import type { Command } from './command.ts';
import { renamedBoard } from './board-title.ts';
import { retitled } from './naming.ts';
import { done, refused, type Outcome } from './outcome.ts';
import type { Read, Reader, Unread } from './pieces.ts';
import { titles } from './problems.ts';
import { refineErrors } from './refine.errors.ts';
import type { Rewriter, Rewritten } from './rewrite.ts';

type Asking = Extract<Command, { do: 'split' | 'filter' | 'unfilter' | 'period' | 'compare' | 'sort' | 'top' }>;

/** What questions are rewritten with. */
export interface Wording {
  reader: Reader;
  rewriter: Rewriter;
}

/** What is to become of each widget it is about, and how that is told. */
interface Change {
  each: (widget: BoardWidget, read: Read) => Promise<Rewritten>;
  /** What was done, of which widgets. */
  told: (which: string) => string;
  /** Kinds it is about when the whole dashboard is meant. */
  kinds?: readonly WidgetKind[];
  /** What else of the whole dashboard it is about. */
  about?: (read: Read) => boolean;
  kind?: (widget: BoardWidget, after: Read) => WidgetKind;
}

/** Words about time as they follow in a question: `in 2021`, `last quarter`. */
function changeFor(command: Asking, { reader, rewriter }: Wording): Change | { reason: string } {
  switch (command.do) {
    case 'split':
      return {
        each: (widget) => rewriter.split(widget.question, command.by),
        told: (which) => (command.by === null ? `${which} shown in total.` : `Split ${which} by ${command.by}.`),
        kinds: kindsOf('PARTS', 'TABLE'),
        kind: splitKind,
      };
    case 'filter':
      return {
        each: (widget) => rewriter.filter(widget.question, command.value, command.negated),
        told: (which) =>
          command.negated
            ? `Left ${command.value} out of ${which}.`
            : command.instead
              ? `Made ${which} about ${command.value}.`
              : `Filtered ${which} to ${command.value}.`,
      };
    case 'unfilter':
      return {
        each: (widget) => rewriter.unfilter(widget.question, command.value),
        told: (which) => `Took the filter${command.value === null ? 's' : ` on ${command.value}`} off ${which}.`,
      };
    case 'period': {
      const period = command.period === null ? null : reader.period(command.period);
      if (command.period !== null && period === null) return { reason: `“${command.period}” is no time that I know.` };
      return {
        each: (widget) => rewriter.period(widget.question, period?.text ?? null),
        about: ({ plan }) => reader.timed(plan),
        told: (which) => (period === null ? `${which} for all time.` : `Set the period of ${which} to ${period.label}.`),
      };
    }
    case 'compare': {
      const against = command.with === null ? null : (reader.period(command.with)?.text.replace(/^in /, '') ?? command.with);
      return {
        each: (widget) => rewriter.compare(widget.question, against),
        told: (which) => (against === null ? `No longer compares ${which}.` : `Compared ${which} to ${against}.`),
        kinds: kindsOf('NUMBER', 'COURSE', 'PARTS', 'TABLE'),
      };
    }
    case 'top':
      return {
        each: (widget) => rewriter.top(widget.question, command.count, command.direction),
        told: (which) => `Shows the ${command.direction === 'asc' ? 'bottom' : 'top'} ${command.count} in ${which}.`,
        kinds: kindsOf('PARTS', 'TABLE'),
      };
    case 'sort':
      return {
        each: (widget, { plan }) =>
          rewriter.sort(widget.question, command.by, command.direction ?? (plan.order[0]?.direction === 'asc' ? 'desc' : 'asc')),
        told: (which) => `Sorted ${which} by ${command.by}.`,
        kinds: kindsOf('PARTS', 'TABLE'),
      };
  }
}

/** A split number is drawn; what is no longer split is one number again. */
function splitKind({ kind }: BoardWidget, { plan }: Read): WidgetKind {
  const [by] = plan.groupBy;
  if (by === undefined) return kind === 'TEXT' ? kind : 'KPI';
  const dated = by.grain !== null && !['weekday', 'monthOfYear', 'hour'].includes(by.grain);
  const family = familyOf(kind);
  // Two groups at once, or two numbers, are drawn as they were only while they are there.
  const parted = kind === 'STACKED' || kind === 'HEAT_MAP' ? plan.groupBy.length < 2 : kind === 'SCATTER' && plan.measures.length < 2;
  if (family === 'NUMBER' || parted || (family === 'COURSE' && kind !== 'STACKED' && !dated)) return dated ? 'LINE' : 'BAR';
  return family === 'PARTS' && kind !== 'HEAT_MAP' && dated ? 'LINE' : kind;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Changes what widgets ask: each question is rewritten and read back, and stays as it is where that cannot be. */
export async function applyAsking(board: Board, command: Asking, wording: Wording): Promise<Outcome> {
  const change = changeFor(command, wording);
  const fail = (reason: string): Outcome => refused(inputProblem(refineErrors.REFINEMENT_IMPOSSIBLE({ reason }), 'text'));
  if ('reason' in change) return fail(change.reason);
  const picked = command.target === null ? null : pick(board, command.target);
  if (picked !== null && !Array.isArray(picked)) return picked;
  const meant = picked ?? board.widgets.filter(({ kind }) => change.kinds?.includes(kind) ?? true);
  const asked = new Set(board.widgets.map(({ question }) => question.toLowerCase()));
  const changed = new Map<string, BoardWidget>();
  const left: { widget: BoardWidget; reason: string }[] = [];
  for (const widget of meant) {
    const before = await readWidget(widget, wording);
    if (picked === null && 'plan' in before && change.about?.(before) === false) continue;
    const rewritten = 'plan' in before ? await change.each(widget, before) : before;
    if (!('question' in rewritten)) left.push({ widget, reason: rewritten.reason });
    else if (rewritten.question.toLowerCase() === widget.question.toLowerCase()) left.push({ widget, reason: 'it is so already.' });
    else if (asked.has(rewritten.question.toLowerCase())) left.push({ widget, reason: 'another widget asks the same.' });
    else {
      const after = await wording.reader.read(rewritten.question);
      if (!('plan' in before && 'plan' in after)) continue;
      asked.add(rewritten.question.toLowerCase());
      const kind = change.kind?.(widget, after) ?? widget.kind;
      changed.set(widget.key, {
        ...widget,
        kind,
        question: rewritten.question,
        title: retitled(widget.title, before, after, wording.reader),
      });
    }
  }
  const [first] = left;
  if (changed.size === 0)
    return fail(first === undefined ? 'There is nothing on this dashboard that it could be done to.' : `${titles(meant)}: ${first.reason}`);
  const after = board.widgets.map((each) => changed.get(each.key) ?? each);
  const rekind = after.some((each, at) => each.kind !== board.widgets[at]?.kind);
  const widgets = rekind ? rekinded(board.widgets, after) : after;
  const whole = picked === null;
  const which = whole
    ? left.length === 0
      ? change.kinds === undefined
        ? 'everything'
        : titles([...changed.values()])
      : `${changed.size} of ${meant.length} widgets`
    : titles(picked);
  const next = { ...board, widgets, title: whole ? renamedBoard(board, after, command) : board.title };
  return done(
    next,
    capital(change.told(which)),
    left.map(({ widget, reason }) => leftAsItWas(widget, reason)),
  );
}

/** What a widget asks; one that shows the result of an operation asks nothing that could be put in other words. */
async function readWidget({ question, view }: BoardWidget, { reader }: Wording): Promise<Read | Unread> {
  return view == null
    ? reader.read(question)
    : { reason: 'it shows the result of an operation, which is changed in its document.', unknown: [] };
}

function leftAsItWas({ title }: BoardWidget, reason: string): InputProblem {
  return inputProblem(refineErrors.REFINEMENT_IMPOSSIBLE({ reason: `“${title}” stays as it was: ${reason}` }), 'text');
}
