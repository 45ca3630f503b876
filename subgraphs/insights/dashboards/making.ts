import { randomUUID } from 'node:crypto';
import { Watched } from '../progress/watched.ts';
import type { StoredWidget } from './dashboard.entity.ts';
import { placed } from './layout.ts';
import type { Made } from './make-dashboard.ts';
import type { Shown } from './trial.ts';

/** A dashboard while it is being made. */
export interface MakingState {
  stage: 'READING' | 'CHOOSING';
  /** What it is going to be called; null until that is known. */
  title: string | null;
  /** What was found to be worth showing until now, placed as if that were all. */
  widgets: Omit<StoredWidget, 'id'>[];
}

/** A dashboard that is being made: what it comes to, and what can be told of it until then. */
export interface DashboardMaking {
  /** Names this beginning of it. */
  run: string;
  seen: Watched<MakingState>;
  made: Promise<Made>;
}

/** What a making is told by whoever does it. */
export interface Tell {
  title: (title: string) => void;
  found: (shown: readonly Shown[]) => void;
}

/** What was found as widgets, each with its place. */
export function widgetsOf(shown: readonly Shown[]): Omit<StoredWidget, 'id'>[] {
  const layouts = placed(shown.map(({ idea }) => idea.kind));
  return shown.map(({ idea, question }, index) => ({
    title: idea.title,
    kind: idea.kind,
    question,
    layout: layouts[index] ?? { x: 0, y: 0, w: 12, h: 2 },
  }));
}

/** Begins to make a dashboard, and tells of it. */
export function beginMaking(make: (tell: Tell) => Promise<Made>): DashboardMaking {
  const seen = new Watched<MakingState>({ stage: 'READING', title: null, widgets: [] });
  const made = make({
    title: (title) => seen.tell({ ...seen.state, stage: 'CHOOSING', title }),
    found: (shown) => seen.tell({ ...seen.state, widgets: widgetsOf(shown) }),
  }).finally(() => seen.end());
  return { run: randomUUID(), seen, made };
}
