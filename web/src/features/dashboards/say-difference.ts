import { samePlace } from './draft.ts';
import type { DraftWidget } from './draft.ts';
import { KINDS } from './kinds.ts';

/** What an edition did to a widget, in a few words. Pure. */
export function changeWords(base: DraftWidget | null, now: DraftWidget | null): string {
  if (now === null) return base === null ? 'not there' : 'removed';
  if (base === null) return 'added';
  const words = [
    base.title === now.title ? null : `renamed to “${now.title}”`,
    base.question === now.question ? null : `asks “${now.question}”`,
    base.kind === now.kind ? null : `as ${KINDS[now.kind].label.toLowerCase()}`,
    samePlace(base.layout, now.layout) ? null : placed(base, now),
  ].filter((each) => each !== null);
  return words.length === 0 ? 'as it was' : words.join(', ');
}

function placed({ layout: was }: DraftWidget, { layout: now }: DraftWidget): string {
  const size = was.w * was.h;
  if (now.w * now.h !== size) return now.w * now.h > size ? 'made bigger' : 'made smaller';
  return 'moved';
}
