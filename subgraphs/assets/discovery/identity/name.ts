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

function wordsOf(name: string): string[] {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
}
