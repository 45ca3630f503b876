import type { AnswerFacts, ConfidenceFacts, DeltaFacts, RunQuery, TrendFacts } from '../answer/answer-types.ts';
import type { DataHealth } from '../answer/confidence-data.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import type { DomainName, GoodDirectionName } from '../metrics/metric-definition.ts';
import type { CorrelationFacts } from './correlation.ts';
import type { Neighbour } from './neighbour.ts';

/** Values of a course that are shown. */
export const MAX_SPARKLINE = 24;

/** A number of a galaxy. */
export interface GalaxyNodeFacts {
  id: string;
  label: string;
  question: string;
  orbit: 'CENTRE' | 'EXACT' | 'LIKELY' | 'HYPOTHESIS';
  domain: DomainName;
  unit: AnswerFacts['unit'];
  value: number | null;
  formattedValue: string | null;
  /** The time it is told for, in words; null: all there is, or as it stands. */
  period: string | null;
  /** Whether it is told under the conditions of the centre. */
  sameConditions: boolean;
  delta: DeltaFacts | null;
  goodDirection: GoodDirectionName;
  trend: TrendFacts | null;
  confidence: ConfidenceFacts;
  /** 0…1: the share of the data behind it that is whole. */
  quality: number;
  freshness: string | null;
  sparkline: number[];
}
/** How two of them hang together. */
export interface GalaxyEdgeFacts {
  from: string;
  to: string;
  relation: Neighbour['relation'];
  explanation: string;
  correlation: CorrelationFacts | null;
}
/** An answer and the numbers around it. */
export interface GalaxyFacts {
  nodes: GalaxyNodeFacts[];
  edges: GalaxyEdgeFacts[];
}

/** What a galaxy is made with. */
export interface Making {
  knowledge: Knowledge;
  /** Runs statements as the tenant, a few in one transaction. */
  asking: <T>(work: (run: RunQuery) => Promise<T>) => Promise<T>;
  health: DataHealth;
  /** YYYY-MM-DD. */
  today: string;
}
