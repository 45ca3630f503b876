import type { EntitySchema } from '@mikro-orm/postgresql';
import { ColumnMaskRow, KnownModelRow, RowRuleRow, UserDataRow } from '../../kernel/data-access/data-rule.entity.ts';

/** The tables of rules about data. */
export const dataRuleEntities: readonly EntitySchema[] = [RowRuleRow, ColumnMaskRow, UserDataRow, KnownModelRow];
