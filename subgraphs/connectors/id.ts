import { z } from 'zod';

const uuid = z.uuid();

/** The id, or null when it is none: nothing has such an id, and the database need not be asked. */
export const idOrNull = (id: string): string | null => (uuid.safeParse(id).success ? id : null);
