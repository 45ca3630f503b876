import { inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { ConnectorDefinition } from '../kit/definition.ts';
import type { Descriptor } from '../kit/descriptor.ts';
import type { Kit } from '../kit/kit.ts';
import type { ConnectionKind } from '../kit/kinds.ts';
import { baseAddress } from './base-address.ts';
import { vendorErrors } from './http/vendor.errors.ts';
import { tryVendor, vendorConnector } from './vendor-connector.ts';
import { type VendorDescriptor, secretOf, settingsOf } from './vendor-form.ts';
import type { Vendor } from './vendor.ts';

const ABOUT_THE_SECRET = new Set(['VENDOR_SECRET_REFUSED', 'VENDOR_SECRET_MISSING', 'VENDOR_SECRET_UNREADABLE', 'VENDOR_FORBIDDEN']);

/** The definition of a vendor: its form's `address` is where it is, what is SECRET opens it, the rest are settings. */
export function vendorDefinition(
  kit: Kit,
  kind: ConnectionKind,
  { vendor, descriptor: own }: { vendor: Vendor; descriptor: VendorDescriptor },
): ConnectorDefinition {
  const descriptor: Descriptor = { kind, ...own };
  const secretName = descriptor.form.find((field) => field.kind === 'SECRET')?.name ?? null;
  return {
    descriptor,
    connector: vendorConnector(kit, kind, vendor),
    draft(values) {
      const location = baseAddress(values['address'] ?? '');
      if (location === null) return [inputProblem(vendorErrors.VENDOR_ADDRESS_INVALID({}), 'address')];
      const secret = secretOf(descriptor, values);
      if (secret === null && secretName !== null) return [inputProblem(vendorErrors.VENDOR_SECRET_MISSING({}), secretName)];
      return { location, secret, settings: settingsOf(descriptor, values, ['address']), name: descriptor.label };
    },
    attempt: (source, signal) => tryVendor(kit, vendor, source, signal),
    fieldOf: ({ code }) => (ABOUT_THE_SECRET.has(code) ? secretName : 'address'),
  };
}
