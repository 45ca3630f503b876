import { type VendorField, field } from '../records/field.ts';
import type { VendorSession } from '../vendor.ts';
import type { StripeTable } from './tables.ts';
import { type StripeList, isForbidden, isUnknown, listPage } from './wire.ts';

/** Lists that are read when the account has something in them. Others are read when they are chosen by name. */
export const OTHER_LISTS = ['credit_notes', 'invoiceitems', 'payouts', 'promotion_codes', 'tax_rates', 'transfers', 'quotes', 'subscription_schedules'] as const; // prettier-ignore

const MONEY = /^(?:amount|amount_.+|.+_amount|total|subtotal|fee|net|balance|unit_amount|tax)$/u;
/** Moments are seconds since 1970, and such numbers are large. */
const MOMENT = /^(?:created|updated|expires|redeem_by|.+_at|.+_on|.+_date|.+_start|.+_end)$/u;
const EARLIEST_SECONDS = 631_152_000;

/** A list that is not described here, its fields told from their names and values; null where there is nothing, or nothing may be seen. */
export async function otherTable(session: VendorSession, list: string): Promise<StripeTable | null> {
  try {
    const { data } = await listPage(session, list, {});
    if (data.length === 0) return null;
    return { path: list, name: list.replaceAll('_', ' ').replace(/s$/u, ''), list, query: {}, within: null, events: [], fields: fieldsOf(data), customAt: [{ at: ['metadata'], prefix: 'metadata_' }], key: ['id'], incremental: null, count: null }; // prettier-ignore
  } catch (error) {
    if (isUnknown(error) || isForbidden(error)) return null;
    throw error;
  }
}

function fieldsOf(data: StripeList['data']): VendorField[] {
  const names = [...new Set(data.flatMap((one) => Object.keys(one)))].filter((name) => !['object', 'livemode', 'metadata'].includes(name));
  const currency = names.includes('currency');
  return names.flatMap((name) => {
    const values = data.map((one) => one[name]).filter((value) => value !== null && value !== undefined);
    const [type, encoding] = typeOf(name, values, currency);
    return type === null ? [] : [field(name, type, { encoding, currencyPath: type === 'MONEY' ? ['currency'] : null })];
  });
}

function typeOf(
  name: string,
  values: readonly unknown[],
  currency: boolean,
): readonly [VendorField['type'] | null, VendorField['encoding']] {
  if (values.length === 0) return ['TEXT', 'PLAIN'];
  if (values.every((value) => typeof value === 'boolean')) return ['BOOLEAN', 'PLAIN'];
  if (values.every((value) => Number.isInteger(value))) {
    if (MOMENT.test(name) && values.every((value) => Number(value) === 0 || Number(value) > EARLIEST_SECONDS)) return ['DATETIME', 'EPOCH'];
    return currency && MONEY.test(name) ? ['MONEY', 'CENTS'] : ['INTEGER', 'PLAIN'];
  }
  if (values.every((value) => typeof value === 'number')) return ['DECIMAL', 'PLAIN'];
  return values.every((value) => typeof value === 'string') ? ['TEXT', 'PLAIN'] : [null, 'PLAIN'];
}
