import { defineErrors } from '../errors/domain-error.ts';

export const outboundErrors = defineErrors('kernel', {
  HOST_NOT_FOUND: {
    message: (d: { host: string }) => `There is no host called ${d.host}.`,
    todo: 'Check the name; it is looked up from the machine that runs the server.',
    retry: true,
    status: 400,
  },
  ADDRESS_NOT_ALLOWED: {
    message: (d: { host: string; why: string }) => `${d.host} is not reached from here: ${d.why}.`,
    todo: 'Give a public address, or have the operator of the server set ALLOW_PRIVATE_SOURCES=true when sources of its own network may be connected.',
    retry: false,
    status: 403,
  },
});
