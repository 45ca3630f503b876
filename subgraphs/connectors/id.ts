import { z } from 'zod';

const uuid = z.uuid();

export const isId = (id: string): boolean => uuid.safeParse(id).success;

/** What `load` finds, or null when the id is none: nothing has such an id, and the database need not be asked. */
export const byId = async <Row>(id: string, load: () => Promise<Row | null>): Promise<Row | null> => (isId(id) ? load() : null);
