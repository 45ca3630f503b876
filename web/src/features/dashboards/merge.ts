import { movedUp, readingOrder } from './arrange.ts';
import { arranged, sameContent, samePlace } from './draft.ts';
import type { Draft, DraftWidget } from './draft.ts';

/** Whose edition of something is taken; `both`: what each of the two changed, where that does not clash. */
export type Take = 'mine' | 'theirs' | 'both';

/** One thing that the two editions do not have alike: a widget, or the dashboard's name. */
export interface Difference {
  /** The widget's id, or NAME. */
  readonly id: string;
  readonly title: string;
  /** As it was in the version that both started from; null where it was not there. */
  readonly base: DraftWidget | null;
  readonly mine: DraftWidget | null;
  readonly theirs: DraftWidget | null;
  /** What merging does with it; null when both changed the same: a person decides. */
  readonly merged: Take | null;
}

/** Stands for the name of the dashboard among the differences. */
export const NAME = 'name of the dashboard';

type Pair = readonly [DraftWidget | null, DraftWidget | null];

const alike = ([a, b]: Pair): boolean => (a === null || b === null ? a === b : sameContent(a, b) && samePlace(a.layout, b.layout));

/** What an edition did to a widget, field by field. */
function touched(base: DraftWidget, now: DraftWidget) {
  return {
    content: !sameContent({ ...base, title: now.title }, now),
    title: base.title !== now.title,
    place: !samePlace(base.layout, now.layout),
  };
}

function decide(base: DraftWidget | null, mine: DraftWidget | null, theirs: DraftWidget | null): Take | null {
  if (alike([mine, base])) return 'theirs';
  if (alike([theirs, base])) return 'mine';
  if (base === null || mine === null || theirs === null) return null;
  const [a, b] = [touched(base, mine), touched(base, theirs)];
  return (a.content && b.content) || (a.title && b.title) || (a.place && b.place) ? null : 'both';
}

const byId = ({ widgets }: Draft) => new Map(widgets.map((each) => [each.id, each]));

/** Everything that two editions of a dashboard do not have alike, widgets in reading order. Pure. */
export function differences(base: Draft, mine: Draft, theirs: Draft): readonly Difference[] {
  const [was, own, other] = [byId(base), byId(mine), byId(theirs)];
  const order = readingOrder([...theirs.widgets, ...mine.widgets, ...base.widgets]).map(({ id }) => id);
  const ids = [...new Set(order)];
  const widgets = ids.flatMap((id): Difference[] => {
    const editions = { base: was.get(id) ?? null, mine: own.get(id) ?? null, theirs: other.get(id) ?? null };
    if (alike([editions.mine, editions.theirs])) return [];
    const title = (editions.mine ?? editions.theirs)?.title ?? '';
    return [{ id, title, ...editions, merged: decide(editions.base, editions.mine, editions.theirs) }];
  });
  if (mine.title === theirs.title) return widgets;
  const merged = mine.title === base.title ? 'theirs' : theirs.title === base.title ? 'mine' : null;
  return [{ id: NAME, title: 'Name', base: null, mine: null, theirs: null, merged }, ...widgets];
}

function both({ base, mine, theirs }: Difference): DraftWidget | null {
  if (!base || !mine || !theirs) return mine ?? theirs;
  const [a, b] = [touched(base, mine), touched(base, theirs)];
  const content = b.content ? theirs : mine;
  return { ...content, title: b.title && !a.title ? theirs.title : mine.title, layout: b.place && !a.place ? theirs.layout : mine.layout };
}

function taken(difference: Difference, take: Take): DraftWidget | null {
  if (take === 'both') return both(difference);
  return take === 'mine' ? difference.mine : difference.theirs;
}

/** One draft out of two editions: what they have alike, and of each difference what was taken. Nothing overlaps in it. Pure. */
export function mergedDraft(mine: Draft, theirs: Draft, found: readonly Difference[], takes: ReadonlyMap<string, Take>): Draft {
  const differing = new Map(found.map((each) => [each.id, each]));
  const takeOf = (each: Difference): Take => takes.get(each.id) ?? each.merged ?? 'mine';
  const agreed = theirs.widgets.filter(({ id }) => !differing.has(id));
  const chosen = found.flatMap((each) => (each.id === NAME ? [] : [taken(each, takeOf(each))])).filter((each) => each !== null);
  const name = differing.get(NAME);
  const title = name && takeOf(name) === 'mine' ? mine.title : theirs.title;
  const widgets = readingOrder([...agreed, ...chosen]);
  return arranged({ title, widgets }, movedUp(widgets));
}

/** Those that nobody but a person can decide, and has not yet. */
export function undecided(found: readonly Difference[], takes: ReadonlyMap<string, Take>): readonly Difference[] {
  return found.filter(({ id, merged }) => merged === null && !takes.has(id));
}
