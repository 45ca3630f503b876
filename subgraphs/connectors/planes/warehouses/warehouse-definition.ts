import { inputProblem } from '../../../kernel/errors/input-problem.type.ts';
import type { Connector, SourceRef } from '../../kit/connector.ts';
import type { ConnectorDefinition } from '../../kit/definition.ts';
import type { Descriptor } from '../../kit/descriptor.ts';
import type { Kit } from '../../kit/kit.ts';
import { baseAddress } from '../../vendors/base-address.ts';
import { vendorErrors } from '../../vendors/http/vendor.errors.ts';
import { tryVendor, vendorConnector } from '../../vendors/vendor-connector.ts';
import { settingsOf } from '../../vendors/vendor-form.ts';
import type { Vendor } from '../../vendors/vendor.ts';
import { accessOf } from '../source-access.ts';

type WarehouseKind = 'SNOWFLAKE' | 'BIGQUERY';
const ABOUT_THE_SECRET = new Set(['VENDOR_SECRET_REFUSED', 'VENDOR_SECRET_MISSING', 'VENDOR_SECRET_UNREADABLE', 'VENDOR_FORBIDDEN']);

/**
 * The definition of a warehouse: a vendor whose address, secret and settings may be those of the plane that it goes through. @param within the setting
 * that says what of the warehouse is read
 */
export function warehouseDefinition(
  kit: Kit,
  descriptor: Descriptor & { kind: WarehouseKind },
  vendor: Vendor,
  within: string,
): ConnectorDefinition {
  const { kind } = descriptor;
  return {
    descriptor,
    connector: throughPlane(kind, vendorConnector(kit, kind, vendor)),
    draft(values) {
      const { address, secret = null } = values;
      const location = address === undefined ? `plane:${kind.toLowerCase()}` : baseAddress(address);
      if (location === null) return [inputProblem(vendorErrors.VENDOR_ADDRESS_INVALID({}), 'address')];
      return {
        location: `${location}/${values[within] ?? ''}`,
        secret,
        settings: settingsOf(descriptor, values, []),
        name: descriptor.label,
      };
    },
    attempt: (source, signal) => tryVendor(kit, vendor, opened(kind, source), signal),
    fieldOf: ({ code }) => (ABOUT_THE_SECRET.has(code) ? 'secret' : 'address'),
    shared: true,
  };
}

/** The source as the vendor's own code knows it: opened by what the plane was given. */
function opened(kind: WarehouseKind, source: SourceRef): SourceRef {
  const { address, secret, settings } = accessOf(kind, source);
  return { ...source, location: address, secret, settings };
}

function throughPlane(kind: WarehouseKind, inner: Connector): Connector {
  return {
    ...inner,
    discover: (source, options) => inner.discover(opened(kind, source), options),
    pages: (source, table, options) => inner.pages(opened(kind, source), table, options),
  };
}
