import type { Role } from '../../kernel/viewer/viewer.ts';

/** From the least to the most; what a role may, every later one may too. */
const RANKS: readonly Role[] = ['AGENT', 'VIEWER', 'ANALYST', 'OPERATOR', 'ADMIN', 'OWNER'];

/** Whether this role allows more than the other. */
export function isAbove(role: Role, other: Role): boolean {
  return RANKS.indexOf(role) > RANKS.indexOf(other);
}
