import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { z } from 'zod';

const keySchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** What comes after a cursor of [time, id] in a list that has the oldest first. @throws BAD_CURSOR */
export function afterOf(key: readonly (string | number | null)[]): object[] {
  const [at, id] = readKey(key);
  return [{ createdAt: { $gt: at } }, { createdAt: at, id: { $gt: id } }];
}

/** What comes after a cursor of [time, id] in a list that has the newest first. @throws BAD_CURSOR */
export function beforeOf(key: readonly (string | number | null)[]): object[] {
  const [at, id] = readKey(key);
  return [{ createdAt: { $lt: at } }, { createdAt: at, id: { $lt: id } }];
}

function readKey(key: readonly (string | number | null)[]): [Date, string] {
  const { data, error } = keySchema.safeParse(key);
  if (error !== undefined) throw commonErrors.BAD_CURSOR({}, { cause: error });
  return [new Date(data[0]), data[1]];
}
