import { defineErrors } from '../../../kernel/errors/domain-error.ts';

export const toolHostErrors = defineErrors('agents', {
  TOOL_HOST_INVALID: {
    message: (d: { why: string }) => `This host cannot be called: ${d.why}.`,
    todo: 'Give a name or address, with a port where it is not the usual one: `api.example.com`, `localhost:8080`.',
    retry: false,
    status: 400,
  },
  TOOL_HEADER_INVALID: {
    message: (d: { name: string }) => `The header ${d.name} cannot be sent along.`,
    todo: 'Give at most 10 headers with plain names and values; those of the connection itself, such as `host`, are not yours to say.',
    retry: false,
    status: 400,
  },
  TOO_MANY_TOOL_HOSTS: {
    message: (d: { maximum: number }) => `A company has at most ${d.maximum} hosts that tools may call.`,
    todo: 'Remove one that is no longer needed.',
    retry: false,
    status: 409,
  },
});
