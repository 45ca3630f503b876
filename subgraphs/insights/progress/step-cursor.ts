import { createHash } from 'node:crypto';
import { z } from 'zod';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { decodeCursor, encodeCursor } from '../../kernel/pagination/cursor.ts';

const keySchema = z.tuple([z.string(), z.string(), z.int().nonnegative(), z.int().nonnegative()]);
const NAME_CHARACTERS = 16;

/** How far somebody has been told of a work: of which beginning of it, its version, and how many things were handed over. */
export interface Told {
  /** Names the work's beginning: another process, or another time, begins anew. */
  run: string;
  version: number;
  delivered: number;
}
const NOTHING: Told = { run: '', version: -1, delivered: 0 };

const nameOf = (what: unknown): string => createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, NAME_CHARACTERS);

/** An opaque cursor: so far has been told of this. @param what what was asked for */
export function stepCursor(what: unknown, { run, version, delivered }: Told): string {
  return encodeCursor([nameOf(what), run, version, delivered]);
}

/** What has been told; nothing without a cursor. @throws BAD_CURSOR for one of something else */
export function toldUntil(what: unknown, cursor: string | null | undefined): Told {
  if (cursor == null) return NOTHING;
  const { data } = keySchema.safeParse(decodeCursor(cursor));
  if (data === undefined || data[0] !== nameOf(what)) throw commonErrors.BAD_CURSOR({});
  const [, run, version, delivered] = data;
  return { run, version, delivered };
}
