import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A host that tools may speak to. */
export const ToolHostRow = defineEntity({
  name: 'ToolHostRow',
  tableName: 'tool_host',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    /** With its port, where it is not the usual one. */
    host: p.string(),
    /** Of the headers that are sent along. */
    headerNames: p.array(),
    /** Their values, by name; null: none. */
    headersSealed: p.string().nullable().hidden(),
    savedBy: p.uuid().nullable(),
    savedAt: p.datetime(),
  },
});
export type ToolHostRow = InferEntity<typeof ToolHostRow>;
