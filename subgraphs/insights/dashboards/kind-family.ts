import type { WidgetKind } from './widget.type.ts';

/** What kinds have in common: what they need of an answer, and where they stand on a dashboard. */
export type KindFamily = 'TEXT' | 'NUMBER' | 'COURSE' | 'PARTS' | 'TABLE';

const FAMILIES: Readonly<Record<WidgetKind, KindFamily>> = {
  TEXT: 'TEXT',
  KPI: 'NUMBER',
  GAUGE: 'NUMBER',
  LINE: 'COURSE',
  AREA: 'COURSE',
  STACKED: 'COURSE',
  BAR: 'PARTS',
  DONUT: 'PARTS',
  FUNNEL: 'PARTS',
  WATERFALL: 'PARTS',
  HEAT_MAP: 'PARTS',
  SCATTER: 'PARTS',
  TABLE: 'TABLE',
};

/** The family of a kind. */
export function familyOf(kind: WidgetKind): KindFamily {
  return FAMILIES[kind];
}

/** All kinds of some families. */
export function kindsOf(...families: readonly KindFamily[]): WidgetKind[] {
  return (Object.keys(FAMILIES) as WidgetKind[]).filter((kind) => families.includes(FAMILIES[kind]));
}
