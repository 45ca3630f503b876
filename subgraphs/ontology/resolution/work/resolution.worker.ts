import { kindsOf } from '../engine/kinds.ts';
import { learn } from '../engine/learn/learn.ts';
import type { FieldHint, LearnOptions, ResolutionModel, ResolvableRecord } from '../engine/types.ts';
import type { Candidate } from '../store/keys.ts';
import { type Judging, type ScoredPage, hashedKeys, scoreCandidates } from './score-page.ts';

/** A model as JSON, which costs little to hand over; `key` tells models apart. */
export interface HandedModel {
  readonly key: string;
  readonly json: string;
}

export type Job =
  | {
      readonly job: 'LEARN';
      readonly records: readonly ResolvableRecord[];
      readonly hints: readonly FieldHint[];
      readonly options: LearnOptions;
    }
  | { readonly job: 'KEYS'; readonly model: HandedModel; readonly records: readonly ResolvableRecord[]; readonly salt: string }
  | {
      readonly job: 'SCORE';
      readonly model: HandedModel;
      readonly records: readonly ResolvableRecord[];
      readonly candidates: readonly Candidate[];
      readonly judging: Judging;
    };

export type Answer = ResolutionModel | string[][] | ScoredPage;

let known: { key: string; model: ResolutionModel } | null = null;

/** Runs on a worker thread: learning takes seconds, and a page of pairs longer than the event loop may wait. */
export default function run(input: Job): Answer {
  switch (input.job) {
    case 'LEARN':
      return learn(input.records, kindsOf(input.records, input.hints), input.options);
    case 'KEYS':
      return hashedKeys(modelOf(input.model), input.records, input.salt);
    case 'SCORE':
      return scoreCandidates(modelOf(input.model), input.records, input.candidates, input.judging);
  }
}

function modelOf({ key, json }: HandedModel): ResolutionModel {
  if (known?.key !== key) known = { key, model: JSON.parse(json) as ResolutionModel };
  return known.model;
}
