import type { Json } from '../../workflows/json.ts';
import { type Model, readModel } from './model.ts';

/** Asks the graph as the agent's own viewer. @throws ToolFailure */
export type AskGraph = (document: string, variables?: Readonly<Record<string, Json>>) => Promise<unknown>;

/** What an analysis sees: the graph, the business model behind it, and the time. */
export interface Look {
  ask: AskGraph;
  now: Date;
  /** Read once, when first asked for. */
  model(): Promise<Model>;
}

/** A look at the graph as it is now. */
export function lookAt(ask: AskGraph, now: Date): Look {
  let model: Promise<Model> | undefined;
  return { ask, now, model: () => (model ??= readModel(ask)) };
}

const DAY_MS = 86_400_000;

/** YYYY-MM-DD of so many days from then. */
export function dayFrom(now: Date, days = 0): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one day or time to another; negative when it is the other way round. */
export function daysBetween(from: string | Date, to: string | Date): number {
  return Math.floor((new Date(to).getTime() - new Date(from).getTime()) / DAY_MS);
}
