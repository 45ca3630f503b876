import type { Role } from '../../gql/graphql.ts';

/** What each role may do, as people say it; from the most to the least. */
export const ROLES: Record<Role, { label: string; hint: string }> = {
  OWNER: { label: 'Owner', hint: 'everything, including closing the company.' },
  ADMIN: { label: 'Administrator', hint: 'everything but closing the company.' },
  OPERATOR: { label: 'Operator', hint: 'connects sources, accepts mappings, decides approvals.' },
  ANALYST: { label: 'Analyst', hint: 'asks and builds dashboards.' },
  VIEWER: { label: 'Viewer', hint: 'asks and reads.' },
  AGENT: { label: 'Agent', hint: 'a program that acts for the company within its limits.' },
};

/** Roles of people, from the most to the least. */
export const PEOPLE: readonly Role[] = ['OWNER', 'ADMIN', 'OPERATOR', 'ANALYST', 'VIEWER'];

/** Roles that somebody of this role may give: none above their own. */
export function rolesBelow(own: Role): readonly Role[] {
  const from = PEOPLE.indexOf(own);
  return from === -1 ? [] : PEOPLE.slice(from);
}

/** Whether a member is a program's account; those are under API keys. */
export function isProgram({ email }: { email: string }): boolean {
  return email.endsWith('@service.invalid');
}
