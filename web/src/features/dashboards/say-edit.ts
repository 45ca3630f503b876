import { placeText } from './arrange.ts';
import type { Place } from './arrange.ts';
import { samePlace } from './draft.ts';
import type { Draft, DraftWidget } from './draft.ts';
import type { Change } from './editing.ts';
import { KINDS } from './kinds.ts';

const area = ({ w, h }: Place) => w * h;

/** Which widget an arrangement is about: the one that is named, else the one that went farthest. */
function mainOf(before: Draft, after: Draft, about: string | undefined): [was: DraftWidget, now: DraftWidget] | null {
  const was = new Map(before.widgets.map((each) => [each.id, each]));
  const pairs = after.widgets.flatMap((now): [DraftWidget, DraftWidget][] => {
    const old = was.get(now.id);
    return old && !samePlace(old.layout, now.layout) ? [[old, now]] : [];
  });
  const named = pairs.find(([, now]) => now.id === about);
  if (named) return named;
  const far = ([{ layout: a }, { layout: b }]: [DraftWidget, DraftWidget]) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  return pairs.toSorted((one, other) => far(other) - far(one))[0] ?? null;
}

function arrangement(before: Draft, after: Draft, about: string | undefined): string {
  const main = mainOf(before, after, about);
  if (!main) return 'Arranged';
  const [{ layout: was }, { layout: now, title }] = main;
  if (was.w === now.w && was.h === now.h) return `Moved ${title} to column ${now.x + 1}, row ${now.y + 1}`;
  const words = area(now) > area(was) ? 'bigger' : 'smaller';
  return `Made ${title} ${words}: ${placeText(now).split(', ').slice(2).join(', ')}`;
}

/** What a change did, in a sentence. Pure. */
export function sentenceOf(change: Change, before: Draft, after: Draft): string {
  const titleOf = (id: string) => before.widgets.find((each) => each.id === id)?.title ?? 'a widget';
  switch (change.kind) {
    case 'arrange':
      return arrangement(before, after, change.about);
    case 'tidy':
      return 'Tidied the layout';
    case 'rename':
      return `Renamed the dashboard to “${change.title}”`;
    case 'retitle':
      return `Renamed ${titleOf(change.id)} to “${change.title}”`;
    case 'show-as':
      return `${titleOf(change.id)} as ${KINDS[change.as].label.toLowerCase()}`;
    case 'add':
      return `Added ${change.widget.title}`;
    case 'duplicate':
      return `Duplicated ${titleOf(change.id)}`;
    case 'remove':
      return `Removed ${titleOf(change.id)}`;
    case 'put':
    case 'become':
      return change.done;
  }
}
