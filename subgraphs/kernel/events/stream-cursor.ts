import { z } from 'zod';
import { commonErrors } from '../errors/common.errors.ts';
import { decodeCursor, encodeCursor } from '../pagination/cursor.ts';
import { eventErrors } from './event-errors.ts';

const keySchema = z.tuple([z.string(), z.int().nonnegative()]);

/** An opaque cursor: this place in this stream of events (`run:<id>`, `feed`). */
export function streamCursor(stream: string, sequence: number): string {
  return encodeCursor([stream, sequence]);
}

/** The number after which the stream goes on; null without a cursor. @throws BAD_CURSOR, CURSOR_OF_ANOTHER_STREAM */
export function sequenceAfter(stream: string, cursor: string | null | undefined): number | null {
  if (cursor == null) return null;
  const key = keySchema.safeParse(decodeCursor(cursor));
  if (!key.success) throw commonErrors.BAD_CURSOR({});
  const [named, sequence] = key.data;
  if (named !== stream) throw eventErrors.CURSOR_OF_ANOTHER_STREAM({});
  return sequence;
}
