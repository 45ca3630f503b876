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

export const CREDENTIAL_KINDS = ['SESSION', 'KEY', 'AGENT'] as const;

/** What proved who somebody is: a session of a person, an API key, or a run of one of our own agents. */
export interface Credential {
  kind: (typeof CREDENTIAL_KINDS)[number];
  id: string;
}

export interface UserViewer {
  kind: 'user';
  tenantId: string;
  userId: string;
  role: Role;
  /** Names of the actions this credential is limited to, sorted; left out: all that the role allows. */
  scopes?: readonly string[];
  /** Left out where the product acts by itself. */
  credential?: Credential;
}

/** On whose behalf a request runs. Made once at the door, signed on to the subgraphs. */
export type Viewer = { kind: 'anonymous' } | UserViewer;

export const ANONYMOUS: Viewer = { kind: 'anonymous' };

/** The logged-in viewer. @throws UNAUTHENTICATED when nobody is logged in. */
export function requireUser(viewer: Viewer): UserViewer {
  if (viewer.kind === 'anonymous') throw commonErrors.UNAUTHENTICATED({});
  return viewer;
}
