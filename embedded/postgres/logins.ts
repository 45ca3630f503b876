import { APP_LOGIN, MIGRATOR_LOGIN, PROVISIONER_LOGIN, WORKFLOWS_LOGIN } from '../../subgraphs/kernel/database/roles.ts';

/** What a login may do in the cluster beyond reading and writing what it is granted. */
export interface LoginRole {
  readonly name: string;
  /** May create roles (the tenants') and grant them on. */
  readonly createsRoles: boolean;
  /** May create schemas in the database, and functions in them. */
  readonly createsSchemas: boolean;
  /** May create objects in schema `public`. */
  readonly createsInPublic: boolean;
}

export interface Login extends LoginRole {
  readonly password: string;
}

/** The product's own logins. */
export const STANDARD_LOGINS: readonly LoginRole[] = [
  { name: MIGRATOR_LOGIN, createsRoles: false, createsSchemas: true, createsInPublic: true },
  { name: PROVISIONER_LOGIN, createsRoles: true, createsSchemas: true, createsInPublic: false },
  { name: APP_LOGIN, createsRoles: false, createsSchemas: false, createsInPublic: false },
  { name: WORKFLOWS_LOGIN, createsRoles: false, createsSchemas: true, createsInPublic: false },
];
