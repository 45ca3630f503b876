import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import type { ConnectionKind } from '../kit/kinds.ts';
import type { ConnectionStatus } from './connection.type.ts';

export const ConnectionRow = defineEntity({
  name: 'ConnectionRow',
  tableName: 'connection',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    name: p.string(),
    kind: p.string().$type<ConnectionKind>(),
    /** A folder on the server, `upload:…`, or an address without its password. */
    location: p.string(),
    /** Password, key or token, sealed by the vault; read only to open the source. */
    secret: p.string().nullable().lazy(),
    /** What else the connector was given, as its input parsed it. */
    settings: p.json().$type<object>().nullable(),
    /** The fabric plane it goes through; null: none, a direct call. */
    planeId: p.uuid().nullable(),
    status: p.string().$type<ConnectionStatus>(),
    statusReason: p.string().nullable(),
    createdBy: p.uuid().nullable(),
    createdAt: p.datetime(),
  },
});
export type ConnectionRow = InferEntity<typeof ConnectionRow>;
