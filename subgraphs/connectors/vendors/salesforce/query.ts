import { z } from 'zod';
import { DomainError } from '../../../kernel/errors/domain-error.ts';
import type { VendorSession } from '../vendor.ts';
import { API } from './objects.ts';

const queryReply = z.object({
  totalSize: z.int(),
  done: z.boolean(),
  nextRecordsUrl: z.string().optional(),
  records: z.array(z.record(z.string(), z.unknown())),
});
export type Batch = z.infer<typeof queryReply>;

const bare = (batch: Batch): Batch => ({ ...batch, records: batch.records.map(({ attributes: _attributes, ...record }) => record) });

/** Runs a query; what Salesforce says about each record is left out. @param deleted with what is in the recycle bin */
export const query = async ({ http, signal }: VendorSession, q: string, deleted = false): Promise<Batch> =>
  bare(await http.json({ path: `${API}/${deleted ? 'queryAll' : 'query'}`, query: { q } }, queryReply, signal));

/** The next batch of a query; null when Salesforce has forgotten where it was, after some days or too many other queries. */
export async function nextBatch({ http, signal }: VendorSession, url: string): Promise<Batch | null> {
  try {
    // Replies name the path below the instance, which the base address may already lead to.
    return bare(await http.json({ path: url.startsWith('/') ? url : new URL(url).pathname }, queryReply, signal));
  } catch (error) {
    if (error instanceof DomainError && error.message.includes('INVALID_QUERY_LOCATOR')) return null;
    throw error;
  }
}

/** How many records an object has; null when it cannot be asked about by itself, or may not. */
export async function countOf(session: VendorSession, name: string): Promise<number | null> {
  try {
    return (await query(session, `SELECT COUNT() FROM ${name}`)).totalSize;
  } catch (error) {
    if (error instanceof DomainError && ['VENDOR_REPLY_UNKNOWN', 'VENDOR_FORBIDDEN'].includes(error.code)) return null;
    throw error;
  }
}
