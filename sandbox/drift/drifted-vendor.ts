import { type Json, listAt, listNames, withList } from '../http/records.ts';
import type { SandboxVendor, VendorReply, VendorRequest } from '../http/reply.ts';
import { type Drift, driftRecord } from './drift.ts';

/** A vendor whose records can be changed while it serves. */
export interface DriftedVendor extends SandboxVendor {
  /** Adds changes; they hold for every reply from now on. */
  add(drifts: readonly Drift[]): void;
  /** Takes all of them back. */
  reset(): void;
  readonly drifts: readonly Drift[];
}

/** Puts drift over a vendor: by the vendor itself where it can, else in the records of its replies. */
export function driftedVendor(vendor: SandboxVendor): DriftedVendor {
  const drifts: Drift[] = [];
  const told = (): void => vendor.drift?.([...drifts]);
  return {
    ...vendor,
    drifts,
    add(more) {
      drifts.push(...more);
      told();
    },
    reset() {
      drifts.length = 0;
      told();
    },
    handle(request) {
      const reply = vendor.handle(request);
      return reply === null || reply.status >= 300 || drifts.length === 0 || vendor.drift !== undefined
        ? reply
        : driftReply(request, reply, drifts);
    },
  };
}

function driftReply(request: VendorRequest, reply: VendorReply, drifts: readonly Drift[]): VendorReply {
  let { body } = reply;
  for (const name of listNames(body)) {
    const list = listAt(body, name).map((record) => {
      const own = drifts.filter(({ object }) => isOf(object, request, name, record));
      return own.length === 0 ? record : driftRecord(record, own);
    });
    body = withList(body, name, list);
  }
  return { ...reply, body };
}

/** Whether a record is one of the object: it says so, or the list or the path it came by does. */
function isOf(object: string, { path, body }: VendorRequest, list: string | null, record: Json): boolean {
  const attributes = record['attributes'];
  const type = record['object'] ?? (typeof attributes === 'object' && attributes !== null ? Reflect.get(attributes, 'type') : undefined);
  if (typeof type === 'string' && type !== 'list') return same(type, object);
  if (list !== null && same(list, object)) return true;
  const parts = path.split('/').map((part) => part.replace(/\.json$/u, ''));
  return parts.some((part) => same(part, object)) || new RegExp(String.raw`\bfrom\s+"?${object.replaceAll(/\W/gu, '')}\b`, 'iu').test(body);
}

/** Equal but for case and an ending of the plural. */
const same = (one: string, other: string): boolean => stem(one) === stem(other);
const stem = (name: string): string => name.toLowerCase().replace(/(?:ies|y)$/u, 'i').replace(/s$/u, ''); // prettier-ignore
