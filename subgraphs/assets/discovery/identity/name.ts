/** Whether a name is that of a copy which is not the thing in use: `Payroll (legacy)`, `crm-staging`, `crm non-prod`. */
export function isCopy(name: string, marks: ReadonlySet<string>): boolean {
  return withoutMarked(wordsOf(name), marks).isMarked;
}

/** A name as names are compared: letters and digits, in lower case. Empty for a name of signs only. */
export function comparable(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** What people write into a field that has to be filled in. */
const SAYS_NOTHING = new Set(['unknown', 'na', 'none', 'null', 'undefined', 'tbd', 'unspecified']);

/** A name as names are compared; empty for one that only says that there is none. */
export function comparableName(name: string | null): string {
  const compared = comparable(name ?? '');
  return SAYS_NOTHING.has(compared) ? '' : compared;
}

/** A name without the words that mark a copy, as names are compared. */
export function withoutMarks(name: string, marks: ReadonlySet<string>): string {
  return withoutMarked(wordsOf(name), marks).words.join('');
}

/** A mark is one word, or two that are written apart: `non-prod`. */
function withoutMarked(words: readonly string[], marks: ReadonlySet<string>): { words: string[]; isMarked: boolean } {
  const left: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', next] = [words[at], words[at + 1]];
    if (next !== undefined && next !== '' && marks.has(`${word}${next}`)) at += 1;
    else if (!marks.has(word)) left.push(word);
  }
  return { words: left, isMarked: left.length < words.length };
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
}
