export interface Column {
  label: string;
  align?: 'left' | 'right';
  /** Longest text shown; the rest is cut with an ellipsis. */
  maxWidth?: number;
}

const GAP = '  ';
const DEFAULT_MAX_WIDTH = 48;

/**
 * Lines up cells in columns, headings first.
 * @param rows one string per column; control characters are shown as spaces, so that data cannot write on the terminal
 */
export function table(columns: Column[], rows: string[][]): string {
  const clean = rows.map((row) => columns.map((column, index) => cut(printable(row[index] ?? ''), column.maxWidth ?? DEFAULT_MAX_WIDTH)));
  const widths = columns.map((column, index) =>
    Math.max(displayWidth(column.label), ...clean.map((row) => displayWidth(row[index] ?? ''))),
  );
  const line = (cells: string[]): string =>
    cells
      .map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]?.align ?? 'left'))
      .join(GAP)
      .trimEnd();
  return [line(columns.map((column) => column.label)), line(widths.map((width) => '─'.repeat(width))), ...clean.map(line)].join('\n');
}

/** Indents every line. */
export function indent(text: string, by = '  '): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : `${by}${line}`))
    .join('\n');
}

/** Text from a source without anything a terminal would obey. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'right' ? space + text : text + space;
}

function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (displayWidth(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** Columns a terminal needs: East Asian wide characters and emoji take two. */
function displayWidth(text: string): number {
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(text))
    width +=
      /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}！-～]/u.test(segment) &&
      !/^[\d#*©®™]/.test(segment)
        ? 2
        : 1;
  return width;
}
