import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const findingErrors = defineErrors('assets', {
  ASSET_FINDING_NOT_FOUND: {
    message: () => 'There is no such finding.',
    todo: 'List them with `assetFindings` and use one of their ids.',
    retry: false,
    status: 404,
  },
  FINDING_STATUS_CONFLICT: {
    message: (d: { status: string }) => `The finding is ${d.status} already.`,
    todo: 'Read it again before you decide about it.',
    retry: false,
    status: 409,
  },
  FINDING_ACCEPTED_IN_PAST: {
    message: () => 'A finding is accepted until a moment that is still to come, or for good.',
    todo: 'Name a later moment, or none.',
    retry: false,
    status: 400,
  },
  FINDING_REASON_MISSING: {
    message: () => 'Whoever accepts a finding says why, in 1 to 1,000 characters.',
    todo: 'Say why in `reason`.',
    retry: false,
    status: 400,
  },
});
