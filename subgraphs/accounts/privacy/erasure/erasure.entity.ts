import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { PlaceKind } from '../../../kernel/privacy/place.ts';
import type { Masked } from '../../../kernel/privacy/subject/identifier.ts';
import type { ErasureStatus, Treatment } from './erasure.type.ts';

/** What was found, or done, in one place. */
export interface PlaceTally {
  scope: 'PLATFORM' | 'TENANT';
  table: string;
  kind: PlaceKind;
  title: string;
  /** Which part of it; '' where it is one thing. */
  group: string;
  part: string | null;
  rows: number;
  rowsByNameOnly: number;
  changeable: boolean;
}

export interface Done {
  places: { kind: PlaceKind; title: string; changed: number; removed: number; left: number }[];
  /** Groups of tables of the tenant's schema in which something changed. */
  touched: Record<string, string[]>;
  passes: number;
}

export const ErasureRequestRow = defineEntity({
  name: 'ErasureRequestRow',
  tableName: 'erasure_request',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    status: p.string().$type<ErasureStatus>(),
    treatment: p.string().$type<Treatment>(),
    /** Sealed; gone once it is done. */
    identifiers: p.text().nullable().hidden(),
    subject: p.json().$type<Masked[]>(),
    reason: p.string(),
    includeRelated: p.boolean(),
    preview: p.json().$type<PlaceTally[]>().nullable(),
    done: p.json().$type<Done>().nullable(),
    requestedBy: p.uuid(),
    requestedAt: p.datetime(),
    confirmedBy: p.uuid().nullable(),
    confirmedAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
    certificate: p.text().nullable(),
    certificateHash: p.string().nullable(),
  },
});
export type ErasureRequestRow = InferEntity<typeof ErasureRequestRow>;
