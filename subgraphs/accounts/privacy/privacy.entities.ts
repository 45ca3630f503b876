import type { EntitySchema } from '@mikro-orm/postgresql';
import { ConsentEventRow } from './consent/consent.entity.ts';
import { ErasureRequestRow } from './erasure/erasure.entity.ts';
import { PersonExportRow } from './export/export.entity.ts';
import { RetentionResultRow, RetentionRuleRow } from './retention/retention.entity.ts';

export const privacyEntities: readonly EntitySchema[] = [
  ConsentEventRow,
  ErasureRequestRow,
  PersonExportRow,
  RetentionResultRow,
  RetentionRuleRow,
];
