import { defineErrors } from '../../../kernel/errors/domain-error.ts';

export const vendorErrors = defineErrors('connectors', {
  VENDOR_ADDRESS_INVALID: {
    message: () => 'This is not the base address of an API: https://host, with a path where the vendor has one.',
    todo: 'Copy the address from the vendor’s settings, for example https://yourdomain.my.salesforce.com.',
    retry: false,
    status: 400,
  },
  VENDOR_SECRET_MISSING: {
    message: () => 'The vendor’s API needs a key or a token.',
    todo: 'Make one in the vendor’s settings and give it as the secret.',
    retry: false,
    status: 400,
  },
  VENDOR_SECRET_UNREADABLE: {
    message: (d: { what: string }) => `The key or token cannot be used: ${d.what}.`,
    todo: 'Copy it again from the vendor’s settings, whole.',
    retry: false,
    status: 400,
  },
  VENDOR_UNREACHABLE: {
    message: (d: { host: string; why: string }) => `${d.host} does not answer as the vendor’s API does: ${d.why}.`,
    todo: 'Check the address; the sync goes on where it was once the vendor answers again.',
    retry: true,
    status: 502,
  },
  VENDOR_SECRET_REFUSED: {
    message: (d: { host: string }) => `${d.host} does not accept the key or token.`,
    todo: 'Make a new one in the vendor’s settings and connect with it.',
    retry: false,
    status: 401,
  },
  VENDOR_FORBIDDEN: {
    message: (d: { host: string; what: string }) => `The key or token may not read ${d.what} at ${d.host}.`,
    todo: 'Give it the right to read in the vendor’s settings, then sync again.',
    retry: false,
    status: 403,
  },
  VENDOR_RATE_LIMITED: {
    message: (d: { host: string }) => `${d.host} has refused more requests for longer than we wait.`,
    todo: 'Sync again later; what has landed stays.',
    retry: true,
    status: 503,
  },
  VENDOR_REPLY_UNKNOWN: {
    message: (d: { host: string; what: string; why: string }) => `${d.host} answered ${d.what} in a way that is not documented: ${d.why}.`,
    todo: 'Check that the address is that of the vendor named; report it when it is.',
    retry: false,
    status: 502,
  },
  VENDOR_PAGES_ENDLESS: {
    message: (d: { host: string; table: string }) => `${d.host} says that ${d.table} goes on, and gives the same page again and again.`,
    todo: 'Sync again later; when it stays so, report it to the vendor. What has landed stays.',
    retry: true,
    status: 502,
  },
});
