import type { Entry } from './outcome.ts';

/** A record longer than this is counted and named, and not kept. */
export const MOST_CHARACTERS = 1_000_000;

/** A record with its place: the list it stands in, and its number in it, or its line, from 1. */
export interface Numbered {
  list: string;
  number: number;
  entry: Entry;
}
