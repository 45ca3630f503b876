import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Masked } from '../../../kernel/privacy/subject/identifier.ts';
import type { ExportStatus } from './export.type.ts';

export const PersonExportRow = defineEntity({
  name: 'PersonExportRow',
  tableName: 'person_export',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    status: p.string().$type<ExportStatus>(),
    /** Sealed; gone once it is made. */
    identifiers: p.text().nullable().hidden(),
    subject: p.json().$type<Masked[]>(),
    requestedBy: p.uuid(),
    requestedAt: p.datetime(),
    records: p.integer(),
    bytes: p.integer(),
    truncated: p.boolean(),
    expiresAt: p.datetime(),
  },
});
export type PersonExportRow = InferEntity<typeof PersonExportRow>;
