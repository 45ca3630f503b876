import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const discoveredErrors = defineErrors('connectors', {
  DISCOVERED_NOTHING: {
    message: () => 'No scan has found an application yet.',
    todo: 'Add telemetry under Discover and start a scan; then connect it.',
    retry: false,
    status: 409,
  },
  DISCOVERED_NOT_ANSWERED: {
    message: (d: { why: string }) => `The applications that scans found could not be read: ${d.why}`,
    todo: 'It is tried again by itself; if it goes on, see the graph’s journal.',
    retry: true,
    status: 503,
  },
});
