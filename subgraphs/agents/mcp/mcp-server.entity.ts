import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A tool as its server describes it. */
export interface KnownMcpTool {
  name: string;
  title: string;
  description: string;
  schema: Readonly<Record<string, unknown>>;
  readOnly: boolean;
  destructive: boolean;
  /** Calling it again with the same comes to nothing more, it says; left out by what was asked long ago. */
  idempotent?: boolean;
}

/** A server of the Model Context Protocol whose tools agents may use. */
export const McpServerRow = defineEntity({
  name: 'McpServerRow',
  tableName: 'mcp_server',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    name: p.string(),
    url: p.string(),
    tokenSealed: p.string().nullable().hidden(),
    /** Names of the tools that may be used; no others. */
    allowed: p.array(),
    /** What it offered when it was asked last. */
    tools: p.json().$type<readonly KnownMcpTool[]>(),
    problem: p.string().nullable(),
    savedBy: p.uuid().nullable(),
    savedAt: p.datetime(),
    askedAt: p.datetime().nullable(),
  },
});
export type McpServerRow = InferEntity<typeof McpServerRow>;
