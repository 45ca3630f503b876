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

/** Owns the platform's tables; migrations run as it. */
export const MIGRATOR = 'autonomos_migrator';
/** Owns the tenants' schemas and roles; the only one that runs DDL while people work. */
export const PROVISIONER = 'autonomos_provisioner';
/** Owns nothing, bypasses nothing; everything people and agents do. */
export const APP = 'autonomos_app';
/** Not a login: entered by the app with SET LOCAL ROLE for the few cross-tenant reads. */
export const SYSTEM_ROLE = 'autonomos_system';

export const STANDARD_LOGINS: readonly LoginRole[] = [
  { name: MIGRATOR, createsRoles: false, createsSchemas: true, createsInPublic: true },
  { name: PROVISIONER, createsRoles: true, createsSchemas: true, createsInPublic: false },
  { name: APP, createsRoles: false, createsSchemas: false, createsInPublic: false },
];
