import type { Signal } from './confidence-signals.ts';
import type { WhatIfFacts } from '../analysis/what-if/what-if.ts';
import type { Verification } from '../verified/preferred.ts';
import type { AnalysisAsk } from '../compose/analysis-asked.ts';
import type { Interpretation } from '../compose/attempt.ts';
import type { ChartWish } from '../compose/wishes.ts';
import type { ReadToken } from '../compose/interpret.ts';
import type { DomainName, GoodDirectionName, PersonaName } from '../metrics/metric-definition.ts';
import type { QueryPlan, Unit } from '../plan/query-plan.ts';
import type { CompiledQuery } from 'kysely';

/** Runs a compiled plan as the tenant and returns its rows; refuses what would cost too much. */
export type RunQuery = (query: CompiledQuery) => Promise<Record<string, unknown>[]>;

export interface ConfidenceFacts {
  score: number;
  tier: 'HIGH' | 'MEDIUM' | 'LOW';
  reasons: { text: string; effect: number }[];
  /** How likely the reading is right, whatever the data are worth. */
  reading: number;
  /** What was measured of the reading; empty where a plan was given as it is. */
  signals: Signal[];
}
export interface TrendFacts {
  direction: 'IMPROVING' | 'DECLINING' | 'STABLE';
  /** Relative, 0.1 = +10 %; null when what it is compared with is nought. */
  change: number | null;
  goodDirection: GoodDirectionName;
}
export interface DeltaFacts {
  absolute: number;
  relative: number | null;
  versus: string;
  previousValue: number;
}
export interface SeriesFacts {
  period: string;
  start: string;
  value: number | null;
}
/** Yes or no, what it was judged against, and the reason in a sentence. */
export interface VerdictFacts {
  answer: 'YES' | 'NO' | 'UNCLEAR';
  basis: 'BUDGET' | 'PREVIOUS_PERIOD' | 'OTHER_METRIC' | 'LIMIT' | 'EXISTENCE' | 'NONE';
  text: string;
}
export interface LineageFacts {
  connectionId: string;
  objectId: string;
  columns: string[];
  entity: string;
  attributeIds: string[];
}

/** Everything an answer says, before GraphQL. */
export interface AnswerFacts {
  question: string;
  persona: PersonaName | null;
  text: string;
  metric: string | null;
  label: string;
  value: number | null;
  unit: Unit;
  currency: string | null;
  formattedValue: string | null;
  delta: DeltaFacts | null;
  trend: TrendFacts | null;
  columns: { name: string; label: string; unit: Unit | null; type: string }[];
  rows: (string | number | boolean | null)[][];
  truncated: boolean;
  series: SeriesFacts[];
  breakdown: { label: string; value: number | null; share: number | null }[];
  confidence: ConfidenceFacts;
  tokens: ReadToken[];
  plan: QueryPlan;
  sql: string;
  /** Names of the rules about rows it was computed under. */
  limitedBy: string[];
  lineage: LineageFacts[];
  followUps: string[];
  domain: DomainName;
  interpretation: Interpretation;
  verdict: VerdictFacts | null;
  chart: ChartWish;
  /** What was asked for beside the number; absent: nothing. */
  asks?: AnalysisAsk['kind'];
  /** Who stands for it; absent: nobody. */
  verification?: Verification;
  /** What would follow, when that was asked. */
  whatIf?: WhatIfFacts;
}

/** What every kind of answer says alike. */
export type AnswerCommon = Pick<
  AnswerFacts,
  'question' | 'persona' | 'tokens' | 'plan' | 'sql' | 'limitedBy' | 'lineage' | 'confidence' | 'interpretation' | 'verdict' | 'chart'
>;
