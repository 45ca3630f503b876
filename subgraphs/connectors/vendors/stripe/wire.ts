import { z } from 'zod';
import { DomainError } from '../../../kernel/errors/domain-error.ts';
import type { VendorSession } from '../vendor.ts';

export const PAGE = 100;
/** The version of the API that the fields are described in; the account's own may be another. */
export const VERSION = '2024-06-20';

export const stripeObject = z.looseObject({ id: z.string(), created: z.number().optional() });
export type StripeObject = z.infer<typeof stripeObject>;
const listReply = z.object({ has_more: z.boolean(), data: z.array(stripeObject) });
export type StripeList = z.infer<typeof listReply>;

/** A page of a list. @param path below `/v1/`, perhaps with a query of its own */
export const listPage = ({ http, signal }: Pick<VendorSession, 'http' | 'signal'>, path: string, query: Readonly<Record<string, string | number>>): Promise<StripeList> =>
  http.json({ path: `/v1/${path}`, query: { limit: PAGE, ...query } }, listReply, signal); // prettier-ignore

/** One object as it is now; null when it is gone. */
export async function retrieve({ http, signal }: VendorSession, path: string): Promise<StripeObject | null> {
  try {
    const one = await http.json({ path: `/v1/${path}` }, stripeObject, signal);
    return one['deleted'] === true ? null : one;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Stripe says that there is no object of this id: it was deleted meanwhile. */
export const isMissing = (error: unknown): boolean => error instanceof DomainError && /resource_missing|No such /u.test(error.message);
export const isForbidden = (error: unknown): boolean => error instanceof DomainError && error.code === 'VENDOR_FORBIDDEN';
/** The list is none that this account has. */
export const isUnknown = (error: unknown): boolean => error instanceof DomainError && error.code === 'VENDOR_REPLY_UNKNOWN' && error.message.includes('status 404'); // prettier-ignore
