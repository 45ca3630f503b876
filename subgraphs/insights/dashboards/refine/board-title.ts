import { MAX_TITLE_CHARACTERS } from '../limits.ts';
import type { Board, BoardWidget } from './board.ts';
import type { Command } from './command.ts';

const YEARS = /\b(?:(?:Q[1-4]|H[12]) )?(?:19|20)\d\d\b/g;

/** What a dashboard is called once all of it is about something else: a title that says a time or a value says the new one. */
export function renamedBoard(board: Board, after: readonly BoardWidget[], command: Command): string {
  const { title } = board;
  if (command.do === 'period' && command.period !== null) {
    const [said, ...more] = title.match(YEARS) ?? [];
    const only = said !== undefined && more.length === 0 && board.widgets.some(({ question }) => question.includes(said));
    return only ? title.replace(said, command.period.replace(/^(?:in|for|from|during) /i, '')).slice(0, MAX_TITLE_CHARACTERS) : title;
  }
  if (command.do === 'filter' && !command.negated) {
    const [, before = title, last = ''] = /^(.*), ([^,]+)$/.exec(title) ?? [];
    // What stood there was a value, too, when questions said it and no longer do.
    const replaced =
      last !== '' &&
      board.widgets.some(({ question }) => question.includes(last)) &&
      !after.some(({ question }) => question.includes(last));
    return `${replaced ? before : title}, ${command.value}`.slice(0, MAX_TITLE_CHARACTERS);
  }
  if (command.do === 'unfilter') {
    const [, before, last = ''] = /^(.*), ([^,]+)$/.exec(title) ?? [];
    const gone = board.widgets.some(({ question }) => question.includes(last)) && !after.some(({ question }) => question.includes(last));
    return before !== undefined && gone ? before : title;
  }
  return title;
}
