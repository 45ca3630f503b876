import type { ConfidenceFacts } from './answer-types.ts';

/** Of answers told as sure, at most one in fifty may be read wrongly: from where the fitted readings reach that. */
const SURELY_READ = 0.94;
const HIGH = 0.85;
const MEDIUM = 0.7;

/** A score (0…1) in three steps; sure is only what was surely read, however sound the data are. */
export const tierOf = (score: number, reading: number): ConfidenceFacts['tier'] =>
  score >= HIGH && reading >= SURELY_READ ? 'HIGH' : score >= MEDIUM ? 'MEDIUM' : 'LOW';
