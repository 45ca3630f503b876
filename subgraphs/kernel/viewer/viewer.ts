import { commonErrors } from '../errors/common.errors.ts';

export const Role = {
  OWNER: 'OWNER',
  ADMIN: 'ADMIN',
  OPERATOR: 'OPERATOR',
  ANALYST: 'ANALYST',
  VIEWER: 'VIEWER',
  AGENT: 'AGENT',
} as const;
export type Role = (typeof Role)[keyof typeof Role];
export const ROLES = Object.values(Role);

export interface UserViewer {
  kind: 'user';
  tenantId: string;
  userId: string;
  role: Role;
}

/** On whose behalf a request runs. Made once at the door, signed on to the subgraphs. */
export type Viewer = { kind: 'anonymous' } | UserViewer;

export const ANONYMOUS: Viewer = { kind: 'anonymous' };

/** The logged-in viewer. @throws UNAUTHENTICATED when nobody is logged in. */
export function requireUser(viewer: Viewer): UserViewer {
  if (viewer.kind === 'anonymous') throw commonErrors.UNAUTHENTICATED({});
  return viewer;
}
