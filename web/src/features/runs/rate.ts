/** A count of records and when it was true (milliseconds). */
export interface Sample {
  at: number;
  records: number;
}

/** The rate is taken over this much of the past, so that it is neither nervous nor stale. */
const WINDOW_MS = 8_000;
const SHORTEST_MS = 400;

/** Adds a sample and forgets those before the window; one that goes back (another sync) starts anew. */
export function addSample(samples: readonly Sample[], next: Sample): readonly Sample[] {
  const last = samples.at(-1);
  if (last && next.records < last.records) return [next];
  if (last && next.records === last.records && next.at <= last.at) return samples;
  return [...samples.filter((each) => next.at - each.at <= WINDOW_MS), next];
}

/** Records per second over the samples; null while there is too little to tell. */
export function rateOf(samples: readonly Sample[]): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < SHORTEST_MS) return null;
  return ((last.records - first.records) * 1_000) / (last.at - first.at);
}
