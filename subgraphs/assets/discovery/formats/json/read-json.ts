import { type Step, TreeSplitter } from '../../snapshot/tree-splitter.ts';
import type { JsonFormat, Reading } from '../format.ts';
import { LineSplitter } from '../input/line-splitter.ts';
import { MOST_CHARACTERS, type Numbered } from '../numbered.ts';
import { type Entry, refused } from '../outcome.ts';
import { parsed } from './values.ts';

/** An element may hold many records, as a resource its instances and a module its resources. */
const MOST_ELEMENT_CHARACTERS = 16 * MOST_CHARACTERS;

type Read = Pick<JsonFormat, 'read'>;

/** Where the splitter goes into a document whose lists are known. */
function stepsTo(lists: readonly string[], isList: boolean): (path: readonly string[]) => Step {
  return (path) => {
    const place = path.join('.');
    if (lists.includes(place)) return place === '' && !isList ? 'WHOLE' : 'ELEMENTS';
    return lists.some((list) => path.length === 0 || list.startsWith(`${place}.`)) ? 'ENTER' : 'WHOLE';
  };
}

/**
 * Reads the elements of the lists of a document, or of several one after the other, keeping one of them at a time.
 * @param isList whether the document itself is a list
 */
export async function* readJson(
  chunks: AsyncIterable<string>,
  format: Read,
  lists: readonly string[],
  isList: boolean,
  reading: Reading,
): AsyncGenerator<Numbered[]> {
  const splitter = new TreeSplitter(stepsTo(lists, isList), MOST_ELEMENT_CHARACTERS);
  const counted = new Map<string, number>();
  const numbered = (list: string, entries: readonly Entry[]): Numbered[] =>
    entries.map((entry) => {
      const number = (counted.get(list) ?? 0) + 1;
      counted.set(list, number);
      return { list, number, entry };
    });
  const read = (pieces: readonly { path: readonly string[]; text: string | null }[]): Numbered[] =>
    pieces.flatMap(({ path, text }) => {
      const list = path.join('.');
      return lists.includes(list) ? numbered(list, entriesOf(format, text, list, reading)) : [];
    });
  for await (const chunk of chunks) yield read(splitter.push(chunk));
  yield read(splitter.end());
  if (!splitter.whole)
    yield numbered([...counted.keys()].at(-1) ?? lists[0] ?? '', [{ id: null, outcome: refused('TRUNCATED', 'It ends too early.') }]);
}

/** Reads lines that are a JSON value each: one that is broken costs no other. */
export async function* readJsonLines(chunks: AsyncIterable<string>, format: Read, reading: Reading): AsyncGenerator<Numbered[]> {
  const splitter = new LineSplitter(MOST_ELEMENT_CHARACTERS);
  let number = 0;
  const read = (lines: readonly (string | null)[]): Numbered[] =>
    lines.flatMap((line) => {
      number += 1;
      if (line?.trim() === '') return [];
      return entriesOf(format, line, '', reading).map((entry) => ({ list: '', number, entry }));
    });
  for await (const chunk of chunks) yield read(splitter.push(chunk));
  yield read(splitter.end());
}

function entriesOf(format: Read, text: string | null, list: string, reading: Reading): readonly Entry[] {
  if (text === null) return [{ id: null, outcome: refused('TOO_LONG') }];
  const element = parsed(text);
  return element === undefined ? [{ id: null, outcome: refused('NOT_JSON') }] : format.read(element, list, reading);
}
