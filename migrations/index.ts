import type { MigrationEntry } from '../subgraphs/kernel/database/migrate.ts';
import { CreateKernel } from './0001-create-kernel.ts';
import { CreateAccounts } from './0010-create-accounts.ts';

/** All migrations in order. */
export const migrations: readonly MigrationEntry[] = [
  { name: '0001-create-kernel', class: CreateKernel },
  { name: '0010-create-accounts', class: CreateAccounts },
];
