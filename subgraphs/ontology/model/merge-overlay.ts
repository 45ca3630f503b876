import { type Overlay, overlaySchema } from './overlay.ts';

type Node = { readonly [name: string]: unknown };

/** Something two people changed differently. */
export interface OverlayConflict {
  /** Where: keys joined by dots, such as `entities.Account.attributes.industry.label`. */
  readonly path: string;
  readonly mine: string | null;
  readonly theirs: string | null;
}

/** Whose change stands where both made one. */
export type Side = 'MINE' | 'THEIRS';

/**
 * Puts two people's edits of the same overlay together, leaf by leaf: what one of them left alone is taken from the other. Where both changed
 * the same thing differently `keep` decides, and the conflict is told.
 */
export function mergeOverlays(
  base: Overlay,
  mine: Overlay,
  theirs: Overlay,
  keep: Side = 'MINE',
): { overlay: Overlay; conflicts: OverlayConflict[] } {
  const conflicts: OverlayConflict[] = [];
  const overlay = merge([], base, mine, theirs, { keep, conflicts });
  return { overlay: overlaySchema.parse({ entities: {}, ...overlay }), conflicts };
}

interface Merging {
  readonly keep: Side;
  readonly conflicts: OverlayConflict[];
}

function merge(path: readonly string[], base: Node | undefined, mine: Node, theirs: Node, merging: Merging): Node | undefined {
  const merged: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const value = mergeOne([...path, name], base?.[name], mine[name], theirs[name], merging);
    if (value !== undefined) merged[name] = value;
  }
  return Object.keys(merged).length === 0 ? undefined : merged;
}

function mergeOne(path: readonly string[], base: unknown, mine: unknown, theirs: unknown, merging: Merging): unknown {
  if (isNode(mine) && isNode(theirs)) return merge(path, isNode(base) ? base : undefined, mine, theirs, merging);
  if (isEqual(mine, theirs) || isEqual(theirs, base)) return mine;
  if (isEqual(mine, base)) return theirs;
  merging.conflicts.push({ path: path.join('.'), mine: shown(mine), theirs: shown(theirs) });
  return merging.keep === 'MINE' ? mine : theirs;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Independent of the order of keys: the database keeps its own. */
function isEqual(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  if (!isNode(value)) return JSON.stringify(value ?? null);
  const entries = Object.keys(value).toSorted();
  return `{${entries.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

function shown(value: unknown): string | null {
  if (value === undefined) return null;
  if (isNode(value)) return 'several edits';
  return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value);
}
