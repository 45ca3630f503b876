import { type InferEntity, defineEntity, p } from '@mikro-orm/core';

export const UploadRow = defineEntity({
  name: 'UploadRow',
  tableName: 'upload',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    createdBy: p.uuid(),
    createdAt: p.datetime(),
    /** When it became a connection; it takes no more files then. */
    connectedAt: p.datetime().nullable(),
  },
});
export type UploadRow = InferEntity<typeof UploadRow>;
