/** Login that owns the platform's tables and runs migrations. */
export const MIGRATOR_LOGIN = 'autonomos_migrator';
/** Login that owns the tenants' schemas; the only one that runs DDL while the product is up. */
export const PROVISIONER_LOGIN = 'autonomos_provisioner';
/** Login of everything else: owns nothing, bypasses nothing. */
export const APP_LOGIN = 'autonomos_app';
/** Login of what carries durable runs: owns the schemas `dbos` and `segments`, sees no table of ours. */
export const WORKFLOWS_LOGIN = 'autonomos_workflows';
/** Role without login that the app enters for work across tenants: the relay, recovery at start. */
export const SYSTEM_ROLE = 'autonomos_system';
export const LOGINS = [MIGRATOR_LOGIN, PROVISIONER_LOGIN, APP_LOGIN, WORKFLOWS_LOGIN] as const;
export type Login = (typeof LOGINS)[number];
