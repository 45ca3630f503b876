import { prepare, type PreparedRecord } from '../prepare.ts';
import type { ComparedField, LearnOptions, ResolutionModel, ResolvableRecord } from '../types.ts';
import { train } from './train.ts';

/** Records that are learned from; of more the first. */
export const MAX_LEARNED = 50_000;

/** Learns a model from records without labels. */
export function learn(records: Iterable<ResolvableRecord>, fields: readonly ComparedField[], options: LearnOptions): ResolutionModel {
  const prepared: PreparedRecord[] = [];
  for (const record of records) {
    if (prepared.length >= MAX_LEARNED) break;
    prepared.push(prepare(record, fields));
  }
  return train(prepared, fields, options).model;
}
