import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import type { ConnectionKind } from '../kit/connector.ts';
import type { ConnectionStatus } from './connection.type.ts';

export const ConnectionRow = defineEntity({
  name: 'ConnectionRow',
  tableName: 'connection',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    name: p.string(),
    kind: p.string().$type<ConnectionKind>(),
    /** A folder on the server, or `upload:…`. */
    location: p.string(),
    status: p.string().$type<ConnectionStatus>(),
    statusReason: p.string().nullable(),
    createdBy: p.uuid().nullable(),
    createdAt: p.datetime(),
  },
});
export type ConnectionRow = InferEntity<typeof ConnectionRow>;
