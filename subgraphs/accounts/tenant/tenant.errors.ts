import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const tenantErrors = defineErrors('accounts', {
  TIME_ZONE_UNKNOWN: {
    message: (d: { zone: string }) => `There is no time zone ${d.zone}.`,
    todo: 'Give an IANA name such as Europe/Oslo.',
    retry: false,
    status: 400,
  },
});
