import type { LineFormat, Reading } from '../format.ts';
import { LineSplitter } from '../input/line-splitter.ts';
import type { Entry } from '../outcome.ts';
import { refused } from '../outcome.ts';
import { MOST_CHARACTERS, type Numbered } from '../numbered.ts';

/** Reads the lines of a log. */
export async function* readLines(chunks: AsyncIterable<string>, format: LineFormat, reading: Reading): AsyncGenerator<Numbered[]> {
  const [splitter, read] = [new LineSplitter(MOST_CHARACTERS), format.reader()];
  let number = 0;
  const numbered = (lines: readonly (string | null)[]): Numbered[] => {
    const entries: Numbered[] = [];
    for (const line of lines) {
      number += 1;
      const entry: Entry | null =
        line === null ? { id: null, outcome: refused('TOO_LONG') } : line.trim() === '' ? null : read(line, reading);
      if (entry !== null) entries.push({ list: '', number, entry });
    }
    return entries;
  };
  for await (const chunk of chunks) yield numbered(splitter.push(chunk));
  yield numbered(splitter.end());
}
