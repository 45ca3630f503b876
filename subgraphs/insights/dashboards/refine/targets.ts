import { allowedTypos, editDistance } from '../../language/distance.ts';
import { stem } from '../../language/stem.ts';
import { kindsOf } from '../kind-family.ts';
import type { WidgetKind } from '../widget.type.ts';
import { inOrder, type BoardWidget } from './board.ts';
import { unquoted } from './quoted.ts';

/** Which widgets words mean; or that they mean none, or several that are equally good. */
export type Found = { kind: 'found'; widgets: BoardWidget[] } | { kind: 'none' } | { kind: 'several'; widgets: BoardWidget[] };

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  fifth: 5,
  '5th': 5,
  sixth: 6,
  '6th': 6,
  seventh: 7,
  '7th': 7,
  eighth: 8,
  '8th': 8,
  ninth: 9,
  '9th': 9,
  tenth: 10,
  '10th': 10,
  last: -1,
};
/** Words that name a class of widgets, and no one of them. */
const CLASSES: readonly (readonly [RegExp, readonly WidgetKind[]])[] = [
  [/^(?:line (?:chart|graph)|trend(?: chart)?|line|time ?series)s?$/, ['LINE', 'AREA']],
  [/^(?:area (?:chart|graph)|area)s?$/, ['AREA']],
  [/^stacked (?:chart|graph|bar|column|area)s?$/, ['STACKED']],
  [/^(?:(?:bar|column) (?:chart|graph)|bar|histogram)s?$/, ['BAR']],
  [/^(?:(?:pie|donut|doughnut) (?:chart|graph)|pie|donut|doughnut)s?$/, ['DONUT', 'BAR']],
  [/^funnel(?: chart)?s?$/, ['FUNNEL']],
  [/^waterfall(?: chart)?s?$/, ['WATERFALL']],
  [/^heat ?maps?$/, ['HEAT_MAP']],
  [/^scatter(?: ?(?:plot|chart))?s?$/, ['SCATTER']],
  [/^gauges?$/, ['GAUGE']],
  [/^(?:table|list)s?$/, ['TABLE']],
  [/^(?:kpi|kpi (?:card|tile)|number|card|tile|scorecard|metric|stat)s?$/, ['KPI', 'GAUGE']],
  [/^(?:text|note|sentence)s?$/, ['TEXT']],
  [/^(?:chart|graph|plot|visual|visualisation|visualization)s?$/, kindsOf('COURSE', 'PARTS')],
  [/^(?:widget|panel|box|one|thing|item)(?:s|es)?$/, kindsOf('TEXT', 'NUMBER', 'COURSE', 'PARTS', 'TABLE')],
];
const FILLER = new Set([
  'the',
  'a',
  'an',
  'our',
  'my',
  'this',
  'that',
  'of',
  'for',
  'in',
  'by',
  'on',
  'with',
  'about',
  'called',
  'named',
  'titled',
  'per',
  'and',
  'all',
  'every',
  'each',
  'both',
  'showing',
  'these',
  'those',
]);

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? [];
const telling = (text: string): string[] =>
  words(text)
    .filter((word) => !FILLER.has(word))
    .map((word) => stem(word));

function classOf(text: string): readonly WidgetKind[] | null {
  return CLASSES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** `the second bar chart` → bar charts, 2; `all tables` → tables, every; null for words that name something. */
function byPlace(text: string, widgets: readonly BoardWidget[]): Found | null {
  const bare = text.toLowerCase().replace(/^(?:the |this |that |my |our )+/, '');
  const [, each, rest] = /^(all(?: of)?(?: the)?|every|each|both(?: the)?|these|those) (.+)$/.exec(bare) ?? [];
  const [, ordinal = '', of] = /^(\S+) (.+)$/.exec(bare) ?? [];
  const which = ORDINALS[ordinal];
  const kinds = classOf(each === undefined ? (which === undefined ? bare : (of ?? '')) : (rest ?? ''));
  if (kinds === null) return null;
  const found = inOrder(widgets).filter(({ kind }) => kinds.includes(kind));
  if (which !== undefined) {
    const one = found.at(which < 0 ? which : which - 1);
    return one === undefined ? { kind: 'none' } : { kind: 'found', widgets: [one] };
  }
  const plural = each !== undefined || /[^s]s$/.test(bare);
  if (found.length === 0) return { kind: 'none' };
  return plural || found.length === 1 ? { kind: 'found', widgets: found } : { kind: 'several', widgets: found };
}

function near(a: string, b: string): boolean {
  const limit = Math.min(allowedTypos(a), allowedTypos(b));
  return a === b || (limit > 0 && editDistance(a, b, limit) <= limit);
}

/** How well a widget is named: by its title above all, else by its question. 0…1 */
function score(wanted: readonly string[], { title, question }: BoardWidget): number {
  const [said, asked] = [telling(title), telling(question)];
  const inTitle = wanted.filter((word) => said.some((each) => near(word, each))).length;
  const inQuestion = wanted.filter((word) => !said.some((each) => near(word, each)) && asked.some((each) => near(word, each))).length;
  if (inTitle + inQuestion < wanted.length) return 0;
  const exactness = inTitle / Math.max(1, said.length);
  return (inTitle + inQuestion * 0.6) / wanted.length + exactness * 0.5;
}

/** Kind words at the end of a name, as a preference: `the revenue card`. */
function kindSaid(text: string): { name: string; kinds: readonly WidgetKind[] | null } {
  const bare = text.trim().replace(/^(?:the|this|that|my|our)\s+/i, '');
  const [, name = bare, kind = ''] =
    /^(.+?) ((?:(?:line|bar|column|pie|trend|kpi|number|data) )?(?:charts?|graphs?|plots?|cards?|tiles?|tables?|kpis?|lines?|bars?|widgets?|panels?|box(?:es)?|lists?|numbers?|one|trend))$/i.exec(
      bare,
    ) ?? [];
  const [, ofKind = '', ofName] =
    /^((?:line|bar|kpi|pie|column)? ?(?:chart|graph|card|table|widget|kpi|tile|panel|number|list)s?) (?:of|for|showing|about|with|called|named|titled) (.+)$/i.exec(
      bare,
    ) ?? [];
  if (ofName !== undefined) return { name: ofName, kinds: classOf(ofKind.trim().toLowerCase()) };
  return { name, kinds: kind === '' ? null : classOf(kind.toLowerCase()) };
}

/** The widgets that words mean: by their class and place (`the second table`, `all charts`), else by what they are called. */
export function findTargets(text: string, widgets: readonly BoardWidget[]): Found {
  const asked = unquoted(text);
  if (/^(?:it|this|that)$/i.test(asked)) return { kind: 'several', widgets: inOrder(widgets) };
  const titled = widgets.filter(({ title }) => title.toLowerCase() === asked.toLowerCase());
  if (titled.length === 1) return { kind: 'found', widgets: titled };
  const placed = byPlace(asked, widgets);
  if (placed !== null) return placed;
  const together = asked.split(/\s+and\s+(?:the\s+)?|,\s*(?:and\s+)?(?:the\s+)?/i);
  const one = byName(asked, widgets);
  if (one.kind === 'found' || together.length === 1) return one;
  const each = together.map((part) => findTargets(part, widgets));
  const failed = each.find(({ kind }) => kind !== 'found');
  if (failed !== undefined) return one.kind === 'several' ? one : failed;
  return { kind: 'found', widgets: [...new Set(each.flatMap((found) => (found.kind === 'found' ? found.widgets : [])))] };
}

function byName(asked: string, widgets: readonly BoardWidget[]): Found {
  const { name, kinds } = kindSaid(asked);
  const wanted = telling(name);
  if (wanted.length === 0) return { kind: 'none' };
  const every = /^(?:all|every|both)\b/i.test(asked.trim());
  const scored = inOrder(widgets)
    .map((widget) => ({ widget, score: score(wanted, widget) * (kinds === null || kinds.includes(widget.kind) ? 1 : 0.8) }))
    .filter((each) => each.score > 0);
  if (scored.length === 0) {
    // `tile` may be part of the name.
    return kinds === null || name === asked ? { kind: 'none' } : nameWhole(asked, widgets);
  }
  if (every) return { kind: 'found', widgets: scored.map(({ widget }) => widget) };
  const best = Math.max(...scored.map((each) => each.score));
  const top = scored.filter((each) => each.score >= best - 0.02).map(({ widget }) => widget);
  const [only] = top;
  return top.length === 1 && only !== undefined ? { kind: 'found', widgets: [only] } : { kind: 'several', widgets: top };
}

function nameWhole(asked: string, widgets: readonly BoardWidget[]): Found {
  const wanted = telling(asked);
  const [only, ...more] = inOrder(widgets).filter((widget) => score(wanted, widget) > 0);
  return only !== undefined && more.length === 0 ? { kind: 'found', widgets: [only] } : { kind: 'none' };
}
