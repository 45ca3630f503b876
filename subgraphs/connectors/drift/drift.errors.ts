import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const driftErrors = defineErrors('connectors', {
  REPAIRED_MEANWHILE: {
    message: () => 'How an object is read was changed while its source was looked at.',
    todo: 'Try again in a moment.',
    retry: true,
    status: 409,
  },
  DRIFT_NOT_FOUND: {
    message: () => 'There is no such drift.',
    todo: 'Read the drifts again; its connection may have been removed.',
    retry: false,
    status: 404,
  },
  DRIFT_SETTLED: {
    message: (d: { status: string }) => `This drift is ${d.status.toLowerCase()} already.`,
    todo: 'Read the drifts again; only open ones can be dismissed.',
    retry: false,
    status: 409,
  },
  SYNC_BUSY: {
    message: () => 'The connection is being synced, which looks for drift by itself.',
    todo: 'Wait for the sync to finish, then read the drifts.',
    retry: true,
    status: 409,
  },
});
