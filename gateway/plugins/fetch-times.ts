import type { GatewayContext } from '../context.ts';
import type { Source } from '../sources/source.ts';

/** What an operation waited for at one subgraph. */
export interface FetchTime {
  fetches: number;
  /** Of all fetches together; those that ran side by side count each. */
  milliseconds: number;
}

/** Remembers which fetches were long enough to matter to a slow operation; quick ones are not even noted. */
export class FetchTimes {
  private readonly noticedMs: number;
  private readonly times = new WeakMap<GatewayContext, Map<string, FetchTime>>();

  constructor(noticedMs: number) {
    this.noticedMs = noticedMs;
  }

  /** The same sources, their fetches timed. */
  allTimed(sources: ReadonlyMap<string, Source>): ReadonlyMap<string, Source> {
    return new Map([...sources].map(([name, source]) => [name, this.timed(source)]));
  }

  private timed(source: Source): Source {
    return {
      name: source.name,
      fetch: async (operation, variables, context) => {
        const started = performance.now();
        try {
          return await source.fetch(operation, variables, context);
        } finally {
          const took = performance.now() - started;
          if (took >= this.noticedMs) this.note(context, source.name, took);
        }
      },
      open: (operation, variables, context) => source.open(operation, variables, context),
      close: () => source.close(),
    };
  }

  /** By subgraph, as far as fetches were noted. */
  of(context: GatewayContext): Readonly<Record<string, FetchTime>> {
    return Object.fromEntries(this.times.get(context) ?? []);
  }

  private note(context: GatewayContext, subgraph: string, took: number): void {
    let times = this.times.get(context);
    if (times === undefined) this.times.set(context, (times = new Map()));
    const before = times.get(subgraph);
    const milliseconds = Math.round(((before?.milliseconds ?? 0) + took) * 10) / 10;
    times.set(subgraph, { fetches: (before?.fetches ?? 0) + 1, milliseconds });
  }
}
