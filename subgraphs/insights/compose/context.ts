import type { BoundMetric } from '../metrics/bound-metric.ts';
import type { Clock } from '../language/clock.ts';
import type { DataProfile } from '../model/data-profile.ts';
import type { ModelIndex } from '../model/model-index.ts';
import type { Learnt } from './learnt.ts';

/** All that is known when a question is read; immutable for the length of a question. */
export interface Context {
  model: ModelIndex;
  metrics: Map<string, BoundMetric>;
  profile: DataProfile;
  /** YYYY-MM-DD by the system's clock, UTC. */
  today: string;
  /** What people's feedback says of words; absent: nothing. */
  learnt?: Learnt | undefined;
  /** From when relative times are counted: the day of the question, or where the data end when that is long ago. */
  clock: Clock;
}
