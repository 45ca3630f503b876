/** Marks text for the eye; the plain one returns it as it is. */
export interface Style {
  bold: (text: string) => string;
  dim: (text: string) => string;
  good: (text: string) => string;
  warn: (text: string) => string;
  bad: (text: string) => string;
}

const wrap =
  (on: number, off: number) =>
  (text: string): string =>
    `\u001B[${on}m${text}\u001B[${off}m`;

const plain = (text: string): string => text;

/** @param colour whether the reader is a terminal that shows colours */
export function style(colour: boolean): Style {
  if (!colour) return { bold: plain, dim: plain, good: plain, warn: plain, bad: plain };
  return { bold: wrap(1, 22), dim: wrap(2, 22), good: wrap(32, 39), warn: wrap(33, 39), bad: wrap(31, 39) };
}
