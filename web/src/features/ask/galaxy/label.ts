/** Mean advance of a 12 px Inter character, in pixels; good enough to keep labels apart before they are drawn. */
export const LABEL_CHAR_PX = 6.3;
export const LABEL_LINE_PX = 15;

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
  lines.push(line);
  const kept = lines.slice(0, maxLines);
  const cut = lines.length > maxLines;
  return kept.map((text, index) => {
    const last = cut && index === kept.length - 1;
    return text.length > maxChars ? `${text.slice(0, maxChars - 1)}…` : last ? `${text.slice(0, maxChars - 1)}…` : text;
  });
}
