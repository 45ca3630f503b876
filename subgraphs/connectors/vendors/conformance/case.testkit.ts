import type { SandboxVendor } from '../../../../sandbox/http/reply.ts';
import type { Growth } from '../../../../sandbox/http/control.ts';
import type { VendorDescriptor } from '../vendor-form.ts';
import type { Vendor } from '../vendor.ts';

/** One vendor with the simulated server that it is tried against. */
export interface ConformanceCase {
  /** Its kind in the graph, as it is or will be. */
  kind: string;
  vendor: Vendor;
  descriptor: VendorDescriptor;
  /** A simulated server that nobody else uses; the same data each time. */
  serve(): { sandbox: SandboxVendor; growth: Growth | null };
  secret: string;
  /** Secrets that must be refused. */
  wrong: readonly string[];
  settings?: object;
}
