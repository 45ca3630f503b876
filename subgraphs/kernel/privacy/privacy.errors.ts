import { defineErrors } from '../errors/domain-error.ts';
import type { PersonalDataType } from '../personal-data/finding.ts';

/** Types of personal data as people read them. */
export const inWords = (types: readonly PersonalDataType[]): string =>
  types.map((type) => type.toLowerCase().replaceAll('_', ' ')).join(', ');

/** Refusals of what people write. */
export const ingressErrors = defineErrors('kernel', {
  PERSONAL_DATA_BLOCKED: {
    message: (d: { types: string }) => `It holds personal data that the policy keeps out: ${d.types}.`,
    todo: 'Leave it out, or have an owner or administrator change the policy in the privacy centre.',
    retry: false,
    status: 422,
  },
});
