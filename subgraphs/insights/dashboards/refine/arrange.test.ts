import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placed } from '../layout.ts';
import { WidgetKind } from '../widget.type.ts';
import { applyArranging } from './apply-arranging.ts';
import { isValid } from './arrange.ts';
import { added } from './arrange-edits.ts';
import type { Board, BoardWidget } from './board.ts';
import type { Command } from './command.ts';

const kinds = fc.array(fc.constantFrom(...Object.values(WidgetKind)), { minLength: 1, maxLength: 14 });
const size = fc.constantFrom('more', 'less', 'keep');
const at = fc.nat({ max: 13 });

/** An arranging command about widgets by their number. */
const steps = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('resize' as const),
      at,
      width: fc.constantFrom('more', 'less', 'full', 'half', 'third', 'quarter', 'keep'),
      height: size,
    }),
    fc.record({ do: fc.constant('move' as const), at, where: fc.constantFrom('top', 'bottom', 'left', 'right', 'up', 'down') }),
    fc.record({ do: fc.constant('beside' as const), at, other: at, side: fc.constantFrom('above', 'below', 'left', 'right') }),
    fc.record({ do: fc.constant('swap' as const), at, other: at }),
    fc.record({ do: fc.constant('remove' as const), at }),
    fc.record({ do: fc.constant('copy' as const), at }),
    fc.record({ do: fc.constant('add' as const), kind: fc.constantFrom(...Object.values(WidgetKind)) }),
  ),
  { maxLength: 25 },
);
type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;

const titleAt = ({ widgets }: Board, index: number): string => widgets[index % widgets.length]?.title ?? '';

function commandOf(board: Board, step: Exclude<Step, { do: 'add' }>): Command {
  const target = `"${titleAt(board, step.at)}"`;
  switch (step.do) {
    case 'resize':
      return { do: 'resize', target, resize: { width: step.width, height: step.height } };
    case 'move':
      return step.where === 'top' || step.where === 'bottom'
        ? { do: 'move', target, to: { kind: 'edge', edge: step.where } }
        : { do: 'move', target, to: { kind: 'step', step: step.where as 'left' } };
    case 'beside':
      return { do: 'move', target, to: { kind: 'by', side: step.side as 'left', other: `"${titleAt(board, step.other)}"` } };
    case 'swap':
      return { do: 'swap', target, with: `"${titleAt(board, step.other)}"` };
    case 'remove':
    case 'copy':
      return { do: step.do, target };
  }
}

function applied(board: Board, step: Step, key: string): Board {
  if (step.do === 'add') {
    const widget: BoardWidget = { key, title: key, kind: step.kind, question: key, layout: { x: 0, y: 0, w: 1, h: 1 } };
    return { ...board, widgets: added(board.widgets, widget) };
  }
  const outcome = applyArranging(board, commandOf(board, step) as Parameters<typeof applyArranging>[1], () => key);
  return outcome.kind === 'done'
    ? { ...outcome.board, widgets: outcome.board.widgets.map((each) => (each.key === key ? { ...each, title: key } : each)) }
    : board;
}

test('whatever is done in whatever order, no widget leaves the columns or covers another, and no board is changed in place', () => {
  fc.assert(
    fc.property(kinds, steps, (wanted, sequence) => {
      const layouts = placed(wanted);
      const widgets = wanted.map((kind, index): BoardWidget => ({
        key: `k${index}`,
        title: `Widget ${index}`,
        kind,
        question: `q${index}`,
        layout: layouts[index] ?? { x: 0, y: 0, w: 1, h: 1 },
      }));
      let board: Board = { title: 'T', sentence: '', persona: null, widgets };
      const past: { board: Board; text: string }[] = [];
      sequence.forEach((step, index) => {
        past.push({ board, text: JSON.stringify(board) });
        board = applied(board, step, `new ${index}`);
        expect(isValid(board.widgets), JSON.stringify({ step, layouts: board.widgets.map(({ layout }) => layout) })).toBe(true);
      });
      // What was there before is there to the letter: going back is taking it again.
      for (const each of past.toReversed()) expect(JSON.stringify(each.board)).toBe(each.text);
    }),
    { numRuns: 300 },
  );
});
