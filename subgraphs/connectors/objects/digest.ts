import { createHash } from 'node:crypto';

/** Names anything that is JSON. */
export const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value, inOrder)).digest('hex').slice(0, 32);

/** Properties by name: a plan that comes back from the database has them in an order of its own. */
const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
