import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Why a run that unifies a connection can fail, beyond the failures of its sync. */
export const unifyErrors = defineErrors('agents', {
  MAPPING_REJECTED: {
    message: () => 'The mapping was rejected, so nothing was published.',
    todo: 'Sync again after the source or the mapping has changed.',
    retry: false,
    status: 409,
  },
  APPROVAL_EXPIRED: {
    message: () => 'Nobody decided on the mapping in time.',
    todo: 'Sync the connection again to have it proposed anew, or accept it on its own page.',
    retry: false,
    status: 409,
  },
  NEWER_MAPPING_PROPOSED: {
    message: () => 'A newer mapping of the connection was proposed instead.',
    todo: 'Follow the connection’s newest run.',
    retry: false,
    status: 409,
  },
  CONNECTION_GONE: {
    message: () => 'The connection was removed.',
    todo: 'Connect the source again.',
    retry: false,
    status: 410,
  },
  MAPPING_NOT_APPROVED: {
    message: () => 'The mapping of the connection was not approved, so its records could not be unified.',
    todo: 'Accept the mapping on its own page, then sync again.',
    retry: false,
    status: 409,
  },
  MAPPING_WITHDRAWN: {
    message: () => 'The source is again as it was when its mapping was published; nothing is left to decide.',
    todo: 'There is nothing to do: the published mapping applies.',
    retry: false,
    status: 409,
  },
  WORK_CANCELLED: {
    message: () => 'The run was cancelled.',
    todo: 'Start it again, or resume it.',
    retry: false,
    status: 409,
  },
});
