import { z } from 'zod';

const uuid = z.uuid();

/** Whether a caller's id can be one of ours: anything else would be an error of the database, not an empty answer. */
export function isUuid(id: string): boolean {
  return uuid.safeParse(id).success;
}
