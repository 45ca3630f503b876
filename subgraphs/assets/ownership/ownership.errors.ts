import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const ownershipErrors = defineErrors('assets', {
  ASSET_NOT_FOUND: {
    message: () => 'There is no such asset, or it is no longer connected.',
    todo: 'List the inventory with `assets` and use one of its ids.',
    retry: false,
    status: 404,
  },
  OWNER_UNKNOWN: {
    message: () => 'There is no such person in this tenant.',
    todo: 'Name one of `tenant.members`.',
    retry: false,
    status: 400,
  },
});
