import type { Keyword } from './keywords.ts';
import type { ScenarioName } from '../metrics/metric-definition.ts';
import type { TimePhrase } from './time-range.ts';

/** How a phrase was recognised; the less direct, the less sure. */
export type Match = 'label' | 'synonym' | 'partial';

/** What a phrase of a question can stand for. */
export type Meaning =
  /** `scenario`: as it was planned or is expected, and not as it was. */
  | { kind: 'metric'; metric: string; match: Match; scenario?: ScenarioName }
  | { kind: 'entity'; entity: string; match: Match }
  | { kind: 'attribute'; entity: string; attribute: string; match: Match }
  | { kind: 'relation'; entity: string; relation: string; match: Match }
  | { kind: 'value'; entity: string; attribute: string; value: string; match: Match }
  | { kind: 'keyword'; keyword: Keyword }
  | { kind: 'time'; phrase: TimePhrase }
  | { kind: 'number'; value: number; percent: boolean; plain: boolean }
  | { kind: 'quoted'; text: string };

/** A stretch of the question with all it can mean; no meaning at all means it was not understood. */
export interface Item {
  /** Index of the first word and behind the last. */
  from: number;
  to: number;
  start: number;
  end: number;
  text: string;
  meanings: Meaning[];
  /** The word it was read as, when it was misspelt. */
  corrected: string | null;
  /** Whether it was written short: `custs` for customers. */
  short: boolean;
}
