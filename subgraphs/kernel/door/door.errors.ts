import { defineErrors } from '../errors/domain-error.ts';

export const agentDoorErrors = defineErrors('kernel', {
  DOOR_CLOSED: {
    message: () => 'The graph did not answer an agent.',
    todo: 'It is tried again by itself; if it goes on, see /health/ready, and whether GATEWAY_URL leads to a gateway.',
    retry: true,
    status: 503,
  },
  DOOR_ANSWERS_OTHERWISE: {
    message: (d: { status: number }) => `What answers agents at the address of the graph is not the graph: HTTP ${d.status}.`,
    todo: 'Set GATEWAY_URL to the address of a gateway.',
    retry: false,
    status: 502,
  },
});
