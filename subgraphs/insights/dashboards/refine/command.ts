import type { WidgetKind } from '../widget.type.ts';
import type { Resize } from './arrange-edits.ts';

/** Words for widgets: `the revenue card`, `all charts`, `it`; null for the whole dashboard. */
export type Target = string | null;

/** A widget that is asked for. */
export interface Wanted {
  what: string;
  /** How it is to be shown; null: as suits it. */
  kind: WidgetKind | null;
  /** Whether it is to be a chart, whichever. */
  drawn: boolean;
}

/** One thing that a sentence asks to be changed. */
export type Command =
  | ({ do: 'add' } & Wanted)
  | { do: 'copy'; target: string }
  | { do: 'remove'; target: string }
  | ({ do: 'replace'; target: string } & Wanted)
  | { do: 'resize'; target: string; resize: Resize }
  | { do: 'move'; target: string; to: Destination }
  | { do: 'swap'; target: string; with: string }
  | { do: 'rename'; target: Target; name: string }
  | { do: 'chart'; target: string; kind: WidgetKind }
  | { do: 'split'; target: Target; by: string | null }
  | { do: 'filter'; target: Target; value: string; negated: boolean; instead: boolean }
  | { do: 'unfilter'; target: Target; value: string | null }
  | { do: 'period'; target: Target; period: string | null }
  | { do: 'compare'; target: Target; with: string | null }
  | { do: 'sort'; target: Target; by: 'value' | 'name'; direction: 'asc' | 'desc' | null }
  | { do: 'top'; target: Target; count: number; direction: 'asc' | 'desc' }
  /** Words that say no more than what it should be about: a period, a value, a dimension. */
  | { do: 'bare'; words: string }
  | { do: 'undo' }
  | { do: 'redo' };

/** Where a widget is moved to. */
export type Destination =
  | { kind: 'edge'; edge: 'top' | 'bottom' }
  | { kind: 'step'; step: 'left' | 'right' | 'up' | 'down' }
  | { kind: 'by'; side: 'above' | 'below' | 'left' | 'right'; other: string };
