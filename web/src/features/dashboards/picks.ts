/** Where picked values stand in the address, one parameter each. */
export const PICKED = 'only';
const BETWEEN = '~';
/** More values than these at once leave nothing to look at. */
const MOST_PICKS = 4;

/** A value that was picked in a widget. */
export interface Pick {
  widget: string;
  value: string;
}

/** What was picked, out of the address; what is no pick is passed over. Pure. */
export function readPicks(texts: readonly string[]): readonly Pick[] {
  return texts.slice(0, MOST_PICKS).flatMap((text) => {
    const at = text.indexOf(BETWEEN);
    return at > 0 && at < text.length - 1 ? [{ widget: text.slice(0, at), value: text.slice(at + 1) }] : [];
  });
}

/** Picks as the address holds them. Pure. */
export function writePicks(picks: readonly Pick[]): readonly string[] {
  return picks.map(({ widget, value }) => `${widget}${BETWEEN}${value}`);
}

/** With a value picked; picked again it is let go of, and one widget has one value picked. Pure. */
export function togglePick(now: readonly Pick[], { widget, value }: Pick): readonly Pick[] {
  const others = now.filter((each) => each.widget !== widget);
  const again = now.some((each) => each.widget === widget && each.value === value);
  return again ? others : [...others, { widget, value }].slice(-MOST_PICKS);
}
