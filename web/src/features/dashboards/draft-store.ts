import type { DashboardOutlineFragment } from '../../gql/graphql.ts';
import { isChanged } from './editing.ts';
import type { Editing } from './editing.ts';
import type { Draft } from './draft.ts';

const PREFIX = 'autonomos.board.';
/** Drafts of more dashboards than these are forgotten, the oldest first. */
const MOST_KEPT = 20;
const MAX_CHARACTERS = 600_000;

/** Unsaved work on a dashboard, as this browser keeps it. */
export interface KeptDraft {
  /** The version it was made on. */
  readonly origin: DashboardOutlineFragment;
  readonly draft: Draft;
  /** When it was kept, in milliseconds since 1970. */
  readonly at: number;
}

const keyOf = (viewer: string, id: string) => `${PREFIX}${viewer}.${id}`;

function isKept(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null) return false;
  const { origin, draft, at } = value as Partial<Record<keyof KeptDraft, unknown>>;
  const holds = (each: unknown) => typeof each === 'object' && each !== null && 'widgets' in each && Array.isArray(each.widgets);
  return holds(origin) && holds(draft) && typeof at === 'number';
}

interface Packed {
  texts: readonly string[];
  kept: unknown;
}

/** As text; the documents of operations, which many widgets share, once each. */
function packed(kept: KeptDraft): string {
  const texts: string[] = [];
  const inner = JSON.stringify(kept, (key, value: unknown) => {
    if (key !== 'query' || typeof value !== 'string') return value;
    if (!texts.includes(value)) texts.push(value);
    return texts.indexOf(value);
  });
  return JSON.stringify({ texts, kept: JSON.parse(inner) } satisfies Packed);
}

function unpacked(text: string | null): unknown {
  const { texts = [], kept } = JSON.parse(text ?? '{}') as Partial<Packed>;
  return JSON.parse(JSON.stringify(kept ?? null), (key, value: unknown) =>
    key === 'query' && typeof value === 'number' ? (texts[value] ?? '') : value,
  );
}

function read(key: string): KeptDraft | null {
  try {
    const value = unpacked(localStorage.getItem(key));
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
}

/** What this person left unsaved on a dashboard in this browser; null when there is nothing, or nothing of it is new. */
export function keptDraft(viewer: string, { id }: DashboardOutlineFragment): KeptDraft | null {
  const kept = read(keyOf(viewer, id));
  return kept && isChanged({ origin: kept.origin, draft: kept.draft }) ? kept : null;
}

function forgetOldest(): void {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  const oldest = keys.map((key) => ({ key, at: read(key)?.at ?? 0 })).toSorted((a, b) => b.at - a.at);
  for (const { key } of oldest.slice(MOST_KEPT)) localStorage.removeItem(key);
}

/** Keeps unsaved work in this browser until it is saved; true when it is kept. */
export function keepDraft(viewer: string, editing: Editing): boolean {
  const key = keyOf(viewer, editing.origin.id);
  try {
    if (!isChanged(editing)) {
      localStorage.removeItem(key);
      return true;
    }
    const text = packed({ origin: editing.origin, draft: editing.draft, at: Date.now() });
    if (text.length > MAX_CHARACTERS) return false;
    localStorage.setItem(key, text);
    forgetOldest();
    return true;
  } catch {
    return false;
  }
}

/** Forgets what was left unsaved. */
export function dropDraft(viewer: string, id: string): void {
  try {
    localStorage.removeItem(keyOf(viewer, id));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
