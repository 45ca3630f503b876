import { inputProblem, type InputProblem } from '../../../kernel/errors/input-problem.type.ts';
import { MAX_WIDGETS_AT_ONCE } from '../limits.ts';
import { applyAdding } from './apply-adding.ts';
import { applyArranging } from './apply-arranging.ts';
import { applyAsking, type Wording } from './apply-asking.ts';
import { isValid } from './arrange.ts';
import type { Board } from './board.ts';
import type { Command } from './command.ts';
import { refused, type Outcome } from './outcome.ts';
import type { Reader } from './pieces.ts';
import { readCommand, sentencesOf } from './read-commands.ts';
import { refineErrors } from './refine.errors.ts';
import { Rewriter } from './rewrite.ts';

/** A sentence longer than this is no refinement. */
export const MAX_TEXT_CHARACTERS = 500;

/** What became of a text: the dashboard, what was done in sentences, and what was not. */
export interface Refined {
  board: Board;
  done: string[];
  problems: InputProblem[];
}

const notUnderstood = (said: string): Outcome =>
  refused(inputProblem(refineErrors.REFINEMENT_NOT_UNDERSTOOD({ said: said.slice(0, 80) }), 'text'));

/** Words alone: a time it is to be told for, something to be about, or something to be split by. */
async function applyBare(board: Board, words: string, wording: Wording): Promise<Outcome> {
  const period = wording.reader.period(words);
  const text = words.replace(/^(?:for|in|about|show(?: me)?|to|with)\s+/i, '').trim();
  if (period !== null) return applyAsking(board, { do: 'period', target: null, period: words }, wording);
  if (text === '' || text.split(' ').length > MAX_BARE_WORDS) return notUnderstood(words);
  const about = await applyAsking(board, { do: 'filter', target: null, value: text, negated: false, instead: true }, wording);
  return about.kind === 'done' ? about : notUnderstood(words);
}
const MAX_BARE_WORDS = 5;

async function apply(board: Board, command: Command, wording: Wording, newKey: () => string): Promise<Outcome> {
  switch (command.do) {
    case 'add':
    case 'replace':
    case 'chart':
      return applyAdding(board, command, wording, newKey);
    case 'copy':
      return board.widgets.length >= MAX_WIDGETS_AT_ONCE ? full() : applyArranging(board, command, newKey);
    case 'remove':
    case 'resize':
    case 'move':
    case 'swap':
    case 'rename':
      return applyArranging(board, command, newKey);
    case 'split':
    case 'filter':
    case 'unfilter':
    case 'period':
    case 'compare':
    case 'sort':
    case 'top':
      return applyAsking(board, command, wording);
    case 'bare':
      return applyBare(board, command.words, wording);
    case 'undo':
    case 'redo':
      return refused(inputProblem(refineErrors.NOTHING_TO_UNDO({}), 'text'));
  }
}

const full = (): Outcome => refused(inputProblem(refineErrors.DASHBOARD_FULL({ max: MAX_WIDGETS_AT_ONCE }), 'text'));

/** Whether a text asks for what was there before. */
export function asksUndo(text: string): boolean {
  return readCommand(text)?.do === 'undo';
}

/** Carries out what a text asks, sentence by sentence; a sentence that cannot be carried out leaves the dashboard as it was. */
export async function refine(board: Board, text: string, reader: Reader): Promise<Refined> {
  const wording: Wording = { reader, rewriter: new Rewriter(reader) };
  let keys = 0;
  const newKey = (): string => {
    keys += 1;
    return `new ${keys}`;
  };
  const refined: Refined = { board, done: [], problems: [] };
  for (const sentence of sentencesOf(text)) {
    const command = readCommand(sentence);
    const outcome = command === null ? notUnderstood(sentence) : await apply(refined.board, command, wording, newKey);
    refined.problems.push(...outcome.problems);
    if (outcome.kind === 'refused') continue;
    if (!isValid(outcome.board.widgets)) refined.problems.push(...full().problems);
    else {
      refined.board = outcome.board;
      refined.done.push(outcome.done);
    }
  }
  if (refined.done.length === 0 && refined.problems.length === 0) refined.problems.push(...notUnderstood(text).problems);
  return refined;
}
