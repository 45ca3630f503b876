/** Mean advance of a 12 px Inter character, in pixels; good enough to keep labels apart before they are drawn. */
export const LABEL_CHAR_PX = 6.3;
export const LABEL_LINE_PX = 15;
/** The same of the answer's own name, which is larger. */
export const SUN_CHAR_PX = 7.4;
export const SUN_LINE_PX = 18;

/** Whole letters, so that no letter of any script is cut in two. */
const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How wide a text is, in letters of the usual width; pictures take two. */
export function widthOf(text: string): number {
  return Array.from(LETTERS.segment(text), ({ segment }) => (/\p{Extended_Pictographic}/u.test(segment) ? 2 : 1)).reduce<number>(
    (sum, each) => sum + each,
    0,
  );
}

/** At most `most` letters; one that goes on ends in "…". */
function cut(text: string, most: number, goesOn: boolean): string {
  const letters = Array.from(LETTERS.segment(text.slice(0, most * 8)), ({ segment }) => segment);
  const whole = letters.length <= most && text.length <= most * 8;
  if (whole && !goesOn) return text;
  return `${letters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}

/** Breaks a label into at most `maxLines` lines of at most `maxChars` characters; what does not fit ends in "…". */
export function wrapLabel(label: string, maxChars: number, maxLines: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of label.trim().split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (longer.length <= maxChars) line = longer;
    else {
      if (line) lines.push(line);
      line = word;
    }
  }
  if (line) lines.push(line);
  const kept = lines.slice(0, maxLines);
  return kept.map((text, index) => cut(text, maxChars, lines.length > maxLines && index === kept.length - 1));
}
