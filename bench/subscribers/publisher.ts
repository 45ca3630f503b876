import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { GraphClient } from '../../cli/graph/client.ts';

/** Dashboards that are saved in turn, so that saves need not wait for one another. */
const DASHBOARDS = 8;
const SAVE = `mutation Save($input: SaveDashboardInput!) {
  saveDashboard(input: $input) { __typename ... on DashboardSaved { dashboard { id version } } ... on InputRefused { problems { message } } }
}`;
const reply = z.object({ saveDashboard: z.object({ dashboard: z.object({ id: z.string(), version: z.number() }) }) });
const WIDGETS = [
  { kind: 'TEXT', title: 'How many accounts', question: 'How many accounts are there?', layout: { x: 0, y: 0, w: 4, h: 2 } },
] as const;

interface Saved {
  id: string;
  version: number;
}

/** What an event's title says: its number, and when it was asked for, in milliseconds of this process's clock. */
export interface Marked {
  number: number;
  sentAt: number;
}

/** Has events happen: saves dashboards of the product through its graph, as a person would; each is one event of the feed. */
export class Publisher {
  private readonly client: GraphClient;
  private readonly turns: Promise<Saved>[];
  private next = 0;
  /** Milliseconds that each save took, its reply included. */
  readonly durations: number[] = [];

  constructor(client: GraphClient) {
    this.client = client;
    this.turns = Array.from({ length: DASHBOARDS }, () => this.save(null, 'bench'));
  }

  /** One event. @param padding what the title has beyond its mark */
  async publish(number: number, padding = ''): Promise<void> {
    const place = this.next++ % DASHBOARDS;
    const turn = Promise.resolve(this.turns[place]).then(async (saved) => {
      const sentAt = performance.now();
      const now = await this.save(saved ?? null, `${number} ${sentAt} ${padding}`);
      this.durations.push(performance.now() - sentAt);
      return now;
    });
    this.turns[place] = turn;
    await turn;
  }

  /** So many events a second, numbered from `first`. @returns when the last one was saved */
  async atRate(first: number, count: number, perSecond: number): Promise<void> {
    const started = performance.now();
    const under: Promise<void>[] = [];
    for (let index = 0; index < count; index++) {
      const due = started + (index * 1_000) / perSecond;
      const early = due - performance.now();
      if (early > 0) await wait(early);
      under.push(this.publish(first + index));
    }
    await Promise.all(under);
  }

  private async save(saved: Saved | null, title: string): Promise<Saved> {
    const input = { ...(saved === null ? {} : saved), title, sentence: '', widgets: WIDGETS };
    const { saveDashboard } = await this.client.request(SAVE, { input }, reply);
    return saveDashboard.dashboard;
  }
}

/** The mark in a title; null when the event is not one of the benchmark's. */
export function markIn(title: string): Marked | null {
  const [number, sentAt] = title.split(' ').map(Number);
  return Number.isInteger(number) && Number.isFinite(sentAt) ? { number: number ?? 0, sentAt: sentAt ?? 0 } : null;
}
