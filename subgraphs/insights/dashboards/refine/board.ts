import type { PersonaName } from '../../metrics/metric-definition.ts';
import type { StoredWidget } from '../dashboard.entity.ts';

/** Where a widget stands, in columns and rows from the top left. */
export type Place = StoredWidget['layout'];

/** A widget as it is refined; `key` tells it apart for as long as one refinement takes. */
export interface BoardWidget extends Omit<StoredWidget, 'id'> {
  readonly key: string;
}

/** All that a refinement may change about a dashboard. Immutable: a refinement makes another one. */
export interface Board {
  readonly title: string;
  readonly sentence: string;
  readonly persona: PersonaName | null;
  readonly widgets: readonly BoardWidget[];
}

/** Top to bottom, left to right: the order in which widgets are read, and counted by people. */
export function inOrder<W extends { layout: Place }>(widgets: readonly W[]): W[] {
  return widgets.toSorted((a, b) => a.layout.y - b.layout.y || a.layout.x - b.layout.x);
}
