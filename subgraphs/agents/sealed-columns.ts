import type { SealedColumn } from '../kernel/vault/sealed-column.ts';
import { mcpSealed } from './mcp/mcp-server.service.ts';
import { toolHostSealed } from './tools/hosts/tool-host.service.ts';

/** What agents keep sealed for longer than a day; a test finds what is missing. */
export const agentsSealed: readonly SealedColumn[] = [mcpSealed, toolHostSealed];
