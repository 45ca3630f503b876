import { z } from 'zod';
import { commonErrors } from '../errors/common.errors.ts';
import type { CursorKey } from './cursor.ts';

const keySchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** What comes after a cursor of [time, id] in a list that has the newest first; `column` is the one it is sorted by, before `id`. @throws BAD_CURSOR */
export const olderThan = (key: CursorKey, column: string): object[] => beyond(key, column, '$lt');

/** What comes after a cursor of [time, id] in a list that has the oldest first. @throws BAD_CURSOR */
export const newerThan = (key: CursorKey, column: string): object[] => beyond(key, column, '$gt');

function beyond(key: CursorKey, column: string, operator: '$lt' | '$gt'): object[] {
  const { data, error } = keySchema.safeParse(key);
  if (error !== undefined) throw commonErrors.BAD_CURSOR({}, { cause: error });
  const [time, id] = [new Date(data[0]), data[1]];
  return [{ [column]: { [operator]: time } }, { [column]: time, id: { [operator]: id } }];
}
