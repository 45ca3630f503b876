/** The size of every label in a chart. */
export const LABEL_PX = 12;
const USUAL_PX = 6.8;
const NARROW_PX = 3.4;
const WIDE_PX = 9.6;
const VERY_WIDE_PX = 12.4;

/** The width of a text at 12 px, rather too much than too little: measured by kinds of characters, so that it is the same everywhere. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    width +=
      character > '\u2e7f'
        ? VERY_WIDE_PX
        : /[iljtfrI1.,:;'|!() ]/.test(character)
          ? NARROW_PX + (character === '1' ? 2.4 : 0.6)
          : /[mwMW@%]/.test(character)
            ? WIDE_PX + 1
            : /[A-Z]/.test(character)
              ? WIDE_PX - 1.2
              : USUAL_PX;
  }
  return width;
}

/** A text cut to fit into so many pixels, with an ellipsis; nothing when not even two characters fit. */
export function fitText(text: string, px: number): string {
  if (textWidth(text) <= px) return text;
  let width = textWidth('…');
  let kept = '';
  for (const character of text) {
    width += textWidth(character);
    if (width > px) break;
    kept += character;
  }
  return kept.length < 2 ? '' : `${kept.trimEnd()}…`;
}
