import { listAt, listNames, withList } from '../../../../sandbox/http/records.ts';
import type { SandboxVendor, VendorReply, VendorRequest } from '../../../../sandbox/http/reply.ts';
import { ended } from '../../../../sandbox/failures/spoiled-page.ts';

const LONG = 10 * 1024 * 1024;
const COLUMNS = 500;

const changed = (vendor: SandboxVendor, change: (reply: VendorReply, request: VendorRequest) => VendorReply): SandboxVendor => ({
  ...vendor,
  handle(request) {
    const reply = vendor.handle(request);
    return reply === null || reply.status !== 200 || request.path === vendor.tokenPath ? reply : change(reply, request);
  },
});

/** Knows who asks and lets them read nothing. */
export const forbidding = (vendor: SandboxVendor): SandboxVendor =>
  changed(vendor, () => ({ status: 403, body: { message: 'insufficient permissions' } }));

/** Has nothing in any table. */
export const emptied = (vendor: SandboxVendor): SandboxVendor =>
  changed(vendor, (reply, { query }) => {
    let { body } = reply;
    for (const name of listNames(body)) if (name !== 'results' || !isDescription(body)) body = withList(body, name, []);
    // Rows without names: each a list of cells.
    if (isRows(body)) body = { ...body, data: [] };
    // What is counted is nothing either.
    if (/count\(\)/iu.test(query.get('q') ?? '') && typeof body === 'object') body = { ...body, totalSize: 0 };
    return ended({ ...reply, body }) ?? { ...reply, body };
  });

const isRows = (body: unknown): body is { data: unknown[][] } =>
  typeof body === 'object' && body !== null && 'data' in body && Array.isArray(body.data) && body.data.every((row) => Array.isArray(row));

/** Lists that describe fields and not records. */
const isDescription = (body: unknown): boolean =>
  listAt(body, 'results').some((one) => typeof one['fieldType'] === 'string' || typeof one['hubspotDefined'] === 'boolean');

/** The first record that it gives has 500 more fields, lists within lists, and a text of 10 MB. */
export function odd(vendor: SandboxVendor): SandboxVendor {
  const done = new Set<string>();
  return changed(vendor, (reply, { path }) => {
    let { body } = reply;
    for (const name of listNames(body)) {
      const [first, ...rest] = listAt(body, name);
      const place = `${path} ${String(name)}`;
      if (first === undefined || done.has(place) || isDescription(body)) continue;
      done.add(place);
      const more = Object.fromEntries(Array.from({ length: COLUMNS }, (_, i) => [`odd_${i}`, i]));
      const big = done.size === 1 ? { odd_text: 'x'.repeat(LONG) } : {};
      body = withList(body, name, [{ ...first, ...more, ...big, odd_list: [[1, [2, []]], { a: [{ b: null }] }], odd_empty: {} }, ...rest]);
    }
    return { ...reply, body };
  });
}
