import type { MigrationEntry } from '../subgraphs/kernel/database/migrate.ts';
import { CreateKernel } from './0001-create-kernel.ts';

/** All migrations in order. */
export const migrations: readonly MigrationEntry[] = [{ name: '0001-create-kernel', class: CreateKernel }];
