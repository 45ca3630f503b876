import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { ConnectionRow } from '../connections/connection.entity.ts';
import type { ConnectionService } from '../connections/connection.service.ts';
import type { SyncRunRow } from '../syncs/sync-run.entity.ts';
import { vendorErrors } from './http/vendor.errors.ts';
import { tryVendor } from './vendor-connector.ts';
import { VENDORS, type VendorKind } from './vendors.ts';

/** A vendor that does not answer by then is told to be away; a sync waits longer. */
const TRY_MS = 20_000;

export interface VendorToConnect {
  vendor: VendorKind;
  address: string;
  secret: string;
  name: string | null;
}

/** Connects vendors' APIs: the secret goes into the vault, the base address becomes the location. */
export class ConnectVendorService {
  readonly #system: System;
  readonly #connections: ConnectionService;

  constructor(system: System, connections: ConnectionService) {
    this.#system = system;
    this.#connections = connections;
  }

  /** Asks the vendor for its tables, and when that works connects it and starts its first sync. @returns both, or what has to be corrected */
  async connect(viewer: UserViewer, input: VendorToConnect): Promise<{ connection: ConnectionRow; sync: SyncRunRow } | InputProblem[]> {
    const { vendor: kind, name } = input;
    const secret = input.secret.trim();
    const location = baseAddress(input.address);
    if (location === null) return [inputProblem(vendorErrors.VENDOR_ADDRESS_INVALID({}), 'address')];
    if (secret === '') return [inputProblem(vendorErrors.VENDOR_SECRET_MISSING({}), 'secret')];
    try {
      await tryVendor(this.#system, VENDORS[kind].vendor, { location, secret, settings: null }, AbortSignal.timeout(TRY_MS));
    } catch (error) {
      const problem = error instanceof DomainError ? error : timedOut(error, location);
      if (problem === null) throw error;
      return [inputProblem(problem, ['VENDOR_SECRET_REFUSED', 'VENDOR_FORBIDDEN'].includes(problem.code) ? 'secret' : 'address')];
    }
    return this.#connections.connect(viewer, {
      kind, name: name?.trim() ?? VENDORS[kind].label, named: name !== null, location, secret, settings: null, field: 'address',
    }); // prettier-ignore
  }
}

/** The address without what does not belong into one; null when it is none. Secrets in it are refused. */
function baseAddress(text: string): string | null {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url === null || !/^https?:$/u.test(url.protocol) || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null; // prettier-ignore
  return url.href.replace(/\/+$/u, '');
}

function timedOut(error: unknown, location: string): DomainError | null {
  if (!(error instanceof DOMException) || error.name !== 'TimeoutError') return null;
  return vendorErrors.VENDOR_UNREACHABLE({ host: new URL(location).host, why: 'it did not answer in time' }, { cause: error });
}
