import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const mcpErrors = defineErrors('agents', {
  MCP_NAME_INVALID: {
    message: () => 'A server’s name has 1 to 40 lower case letters, digits and hyphens.',
    todo: 'Choose such a name; tools are called by it: `mcp.<name>.<tool>`.',
    retry: false,
    status: 400,
  },
  MCP_ADDRESS_INVALID: {
    message: (d: { why: string }) => `This server cannot be used: ${d.why}.`,
    todo: 'Give the address of its streamable HTTP endpoint: `https://example.com/mcp`.',
    retry: false,
    status: 400,
  },
  MCP_TOO_MANY: {
    message: (d: { maximum: number }) => `A company has at most ${d.maximum} servers, with 200 tools allowed of each.`,
    todo: 'Remove what is no longer needed.',
    retry: false,
    status: 409,
  },
  MCP_SERVER_NOT_FOUND: {
    message: () => 'There is no such server.',
    todo: 'Check the id; servers are listed by `mcpServers`.',
    retry: false,
    status: 404,
  },
});
