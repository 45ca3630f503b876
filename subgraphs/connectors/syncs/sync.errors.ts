import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** What can be wrong with what somebody wants of a sync. */
export const syncErrors = defineErrors('connectors', {
  SYNC_NOT_FOUND: {
    message: () => 'There is no such sync.',
    todo: 'Check the id; old syncs are removed after a while, and with their connection.',
    retry: false,
    status: 404,
  },
  SYNC_NOT_RUNNING: {
    message: (d: { status: string }) => `The sync is ${d.status}.`,
    todo: 'Look at its status: only a sync that runs can be paused, and only one that runs or is paused can be cancelled.',
    retry: false,
    status: 409,
  },
  SYNC_NOT_PAUSED: {
    message: (d: { status: string }) => `The sync is ${d.status}.`,
    todo: 'Only a sync that was paused, failed or was cancelled can be resumed; start another one.',
    retry: false,
    status: 409,
  },
  SYNC_STILL_STOPPING: {
    message: () => 'The sync has not stopped yet.',
    todo: 'Try again in some seconds.',
    retry: true,
    status: 409,
  },
  SYNC_SUPERSEDED: {
    message: () => 'A newer sync has read the connection since.',
    todo: 'Start another sync; it goes on where the newer one ended.',
    retry: false,
    status: 409,
  },
  BACKFILL_OBJECT_UNKNOWN: {
    message: (d: { id: string }) => `The connection has no object ${d.id}.`,
    todo: 'Take ids from Connection.objects.',
    retry: false,
    status: 404,
  },
  BACKFILL_TOO_MANY: {
    message: (d: { max: number }) => `A backfill is of ${d.max} objects at most.`,
    todo: 'Leave the objects out to read all of them, or backfill them in several goes.',
    retry: false,
    status: 400,
  },
  BACKFILL_IN_FUTURE: {
    message: () => 'The moment from which to read lies in the future.',
    todo: 'Give a moment in the past, or leave it out to read everything.',
    retry: false,
    status: 400,
  },
});
