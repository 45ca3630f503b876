/** Whether a name is that of a copy which is not the thing in use: `Payroll (legacy)`, `crm-staging`. */
export function isCopy(name: string, marks: ReadonlySet<string>): boolean {
  return wordsOf(name).some((word) => marks.has(word));
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
  return wordsOf(name)
    .filter((word) => !marks.has(word))
    .join('');
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
}
