import type { BoundMetric } from '../metrics/bound-metric.ts';
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
}
