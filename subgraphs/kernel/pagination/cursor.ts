import { z } from 'zod';
import { commonErrors } from '../errors/common.errors.ts';

const MAX_CURSOR_CHARACTERS = 2_000;
const keySchema = z
  .array(z.union([z.string(), z.number(), z.null()]))
  .min(1)
  .max(4);

/** Values of a row's sort keys, the last one unique. */
export type CursorKey = z.infer<typeof keySchema>;

/** An opaque cursor that names a row by its sort keys: it stays right when rows come and go. */
export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort keys behind a cursor. @throws BAD_CURSOR for anything we did not make. */
export function decodeCursor(cursor: string): CursorKey {
  if (cursor.length > MAX_CURSOR_CHARACTERS) throw commonErrors.BAD_CURSOR({});
  try {
    return keySchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (cause) {
    throw commonErrors.BAD_CURSOR({}, { cause });
  }
}
