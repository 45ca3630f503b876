import { z } from 'zod';
import type { Drift } from '../drift/drift.ts';
import type { DriftedVendor } from '../drift/drifted-vendor.ts';
import { FAILURES, type FailurePlan, noFailures } from '../failures/failure.ts';
import type { FailingVendor } from '../failures/failing-vendor.ts';
import { type SandboxVendor, type VendorReply, ok } from './reply.ts';

/** A vendor as it is served. */
export interface ServedVendor {
  vendor: SandboxVendor;
  drifted: DriftedVendor;
  failing: FailingVendor;
  requests: number;
}

/** Lets the company grow. */
export interface Growth {
  /** @throws RangeError for days that cannot go by */
  advance(days: number): unknown;
}

const place = { object: z.string().min(1), field: z.string().min(1) };
const driftSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('RENAME'), ...place, to: z.string().min(1) }),
  z.object({ op: z.literal('RETYPE'), ...place, as: z.enum(['TEXT', 'NUMBER', 'BOOLEAN', 'EPOCH', 'ISO']) }),
  z.object({ op: z.literal('NEST'), ...place, under: z.string().min(1) }),
  z.object({ op: z.literal('FLATTEN'), ...place, to: z.string().min(1) }),
  z.object({ op: z.literal('SPLIT'), ...place, into: z.tuple([z.string(), z.string()]), by: z.string().min(1) }),
  z.object({ op: z.literal('MERGE'), ...place, with: z.string(), to: z.string(), by: z.string() }),
  z.object({ op: z.literal('DROP'), ...place }),
  z.object({ op: z.literal('ADD'), ...place, value: z.unknown() }),
  z.object({ op: z.literal('ENUM'), ...place, values: z.record(z.string(), z.string()) }),
  z.object({ op: z.literal('UNIT'), ...place, factor: z.number() }),
]);
const driftBody = z.object({
  vendor: z.string(),
  drifts: z.array(driftSchema).default([]),
  version: z.string().nullable().default(null),
  reset: z.boolean().default(false),
});
const failureBody = z.object({
  /** Null: all. */
  vendor: z.string().nullable().default(null),
  seed: z.string().default('control'),
  rates: z.partialRecord(z.enum(FAILURES), z.number().min(0).max(1)).default({}),
  retryAfter: z.number().nonnegative().default(1),
  inARow: z.int().nonnegative().default(2),
  next: z.array(z.enum(FAILURES)).default([]),
});
const growthBody = z.object({ days: z.int() });

/** What can be done to a sandbox while it serves; the routes under /_control are the same over HTTP. */
export class Controls {
  readonly #vendors: ReadonlyMap<string, ServedVendor>;
  readonly #growth: Growth | null;

  constructor(vendors: ReadonlyMap<string, ServedVendor>, growth: Growth | null) {
    this.#vendors = vendors;
    this.#growth = growth;
  }

  /** Changes what a vendor serves, from the next reply on. @throws RangeError for a vendor that there is not */
  drift(vendor: string, drifts: readonly Drift[]): void {
    this.#of(vendor).drifted.add(drifts);
  }

  /** Takes all drift of a vendor back. */
  undrift(vendor: string): void {
    this.#of(vendor).drifted.reset();
  }

  /** @throws RangeError when the vendor knows no such version */
  useVersion(vendor: string, version: string): void {
    const served = this.#of(vendor);
    if (served.vendor.useVersion === undefined) throw new RangeError(`${vendor} has one version only`);
    served.vendor.useVersion(version);
  }

  /** Lets a vendor fail by a plan, or all of them. */
  fail(vendor: string | null, plan: FailurePlan): void {
    for (const { failing } of vendor === null ? this.#vendors.values() : [this.#of(vendor)]) failing.use(plan);
  }

  heal(): void {
    this.fail(null, noFailures);
  }

  /** Lets days go by. @throws RangeError where nothing grows */
  advance(days: number): void {
    if (this.#growth === null) throw new RangeError('nothing grows here');
    this.#growth.advance(days);
  }

  /** Answers `POST /_control/…` and `GET /_control/state`. */
  answer(method: string, what: string, body: string): VendorReply {
    if (method === 'GET' && what === 'state') return ok(this.#state());
    if (method !== 'POST') return { status: 405, body: { error: 'POST is expected' } };
    try {
      const given: unknown = JSON.parse(body === '' ? '{}' : body);
      if (what === 'drift') this.#driftAsAsked(driftBody.parse(given));
      else if (what === 'failures') {
        const { vendor, ...plan } = failureBody.parse(given);
        this.fail(vendor, plan);
      } else if (what === 'advance') this.advance(growthBody.parse(given).days);
      else return { status: 404, body: { error: 'drift, failures, advance and state are known' } };
      return ok(this.#state());
    } catch (error) {
      return { status: 400, body: { error: error instanceof z.ZodError ? z.prettifyError(error) : String(error) } };
    }
  }

  #driftAsAsked({ vendor, drifts, version, reset }: z.infer<typeof driftBody>): void {
    if (reset) this.undrift(vendor);
    if (drifts.length > 0) this.drift(vendor, drifts);
    if (version !== null) this.useVersion(vendor, version);
  }

  #state(): object {
    const vendors = [...this.#vendors.values()];
    return { vendors: vendors.map(({ vendor, requests, drifted, failing }) => ({ name: vendor.name, requests, drifts: drifted.drifts, failed: failing.failed })) }; // prettier-ignore
  }

  #of(name: string): ServedVendor {
    const served = this.#vendors.get(name);
    if (served === undefined) throw new RangeError(`there is no vendor ${name}`);
    return served;
  }
}
