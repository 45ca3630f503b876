import type { WidgetKind } from '../widget.type.ts';

/** What people call each way to show an answer; longer phrases first. */
const WORDS: readonly (readonly [WidgetKind, RegExp])[] = [
  ['STACKED', /\b(?:stacked(?: (?:bar|column|area))?(?: ?(?:chart|graph|plot|bars|columns))?|stack)\b/i],
  ['HEAT_MAP', /\bheat ?map(?: chart)?\b/i],
  ['SCATTER', /\b(?:scatter|bubble)(?: ?(?:chart|graph|plot))?\b/i],
  ['WATERFALL', /\b(?:waterfall|bridge)(?: ?(?:chart|graph|plot))?\b/i],
  ['FUNNEL', /\bfunnel(?: ?(?:chart|graph|plot))?\b/i],
  ['DONUT', /\b(?:pie|donut|doughnut|ring)(?: ?(?:chart|graph|plot))?\b/i],
  ['GAUGE', /\b(?:gauge|dial|speedometer)(?: ?(?:chart|graph))?\b/i],
  ['AREA', /\barea(?: ?(?:chart|graph|plot))?\b/i],
  ['LINE', /\b(?:line (?:chart|graph|plot)|time ?series|trend ?line|trend (?:chart|graph)|lines?|curve|trend)\b/i],
  ['BAR', /\b(?:(?:bar|column) ?(?:chart|graph|plot)?|histogram|bars|columns)\b/i],
  ['TABLE', /\b(?:data ?table|table|grid|list|rows)\b/i],
  [
    'KPI',
    /\b(?:(?:kpi|metric|number|score|stat) ?(?:card|tile|box|widget)|kpi|big number|single number|scorecard|stat|card|tile|number)\b/i,
  ],
  ['TEXT', /\b(?:plain text|text|sentence|words|note)\b/i],
];
/** Words for any widget at all, and for those that are drawn. */
export const WIDGET_WORD =
  /\b(?:widgets?|panels?|charts?|graphs?|plots?|visuali[sz]ations?|box(?:es)?|cards?|tiles?|kpis?|tables?|one)\b/gi;

/** The way to show an answer that these words name; null when they name none. */
export function kindNamed(words: string): WidgetKind | null {
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** What a kind is called in a sentence. */
export const KIND_NAMES: Readonly<Record<WidgetKind, string>> = {
  KPI: 'number',
  GAUGE: 'gauge',
  LINE: 'line chart',
  AREA: 'area chart',
  STACKED: 'stacked chart',
  DONUT: 'donut',
  FUNNEL: 'funnel',
  WATERFALL: 'waterfall',
  HEAT_MAP: 'heat map',
  SCATTER: 'scatter plot',
  BAR: 'bar chart',
  TABLE: 'table',
  TEXT: 'text',
};

/** `a bar chart`, `an area chart`, `text`. */
export function oneKind(kind: WidgetKind): string {
  const name = KIND_NAMES[kind];
  return kind === 'TEXT' ? name : `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

const KIND_PHRASE =
  '(?:(?:stacked (?:bar|column|area)|stacked|line|bar|column|pie|donut|doughnut|area|trend|funnel|waterfall|scatter|bubble|gauge|heat ?map) ?(?:chart|graph|plot)?|histogram|time ?series|(?:kpi|metric|number|score|stat) ?(?:card|tile|box)|scorecard|table|list|kpi|card|tile|chart|graph|plot|widget|panel|visuali[sz]ation|number|text|big number)';
const LEADING = new RegExp(
  `^(?:an? |the |another |new )*(${KIND_PHRASE}s?) (?:of|for|showing|with|about|that shows) (?:the |our )?(.+)$`,
  'i',
);
const TRAILING = new RegExp(`^(.+?) (?:(?:as|in|on|using) (?:an? |the )?)?((?:an? )?${KIND_PHRASE})$`, 'i');

const ONLY_KIND = new RegExp(`^(?:an? )?${KIND_PHRASE}s?$`, 'i');

/** Whether words name nothing but a way to show an answer: `a bar chart`, `line`. */
export function isKind(words: string): boolean {
  return (
    ONLY_KIND.test(words.trim()) ||
    /^(?:an? )?(?:line|bar|pie|donut|doughnut|ring|column|area|stack|funnel|waterfall|bridge|gauge|dial|scatter|heat ?map)s?$/i.test(
      words.trim(),
    )
  );
}

/** `a bar chart of revenue by region` → revenue by region, as bars. What is left is what is asked; `chart` alone leaves the kind open. */
export function kindAndRest(words: string): { kind: WidgetKind | null; drawn: boolean; rest: string } {
  const text = words.trim();
  const [leading, trailing] = [LEADING.exec(text), TRAILING.exec(text)];
  const [said, of] = leading !== null ? [leading[1], leading[2]] : trailing !== null ? [trailing[2], trailing[1]] : [];
  const rest = (of ?? text).replace(/^(?:an?|the|our|another|new)\s+/i, '').trim();
  if (said === undefined) return { kind: null, drawn: false, rest };
  const plain = /^(?:an? )?(?:chart|graph|plot|widget|panel|visuali[sz]ation)s?$/i.test(said);
  return { kind: plain ? null : kindNamed(said), drawn: /chart|graph|plot|visuali/i.test(said), rest };
}
