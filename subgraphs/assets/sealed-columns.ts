import type { SealedColumn } from '../kernel/vault/sealed-column.ts';
import { feedSealed } from './intake/feed-address.ts';

/** What assets keep sealed for longer than a day; a test finds what is missing. */
export const assetsSealed: readonly SealedColumn[] = feedSealed;
