import { endOf, hostOf, momentOf, numberOf, type Raw, textOf, truthOf } from './fields.ts';
import type { Said } from './planes.ts';

const VENDORS = ['vendor', 'vendor_name', 'vendor_hint', 'merchant', 'merchant_name', 'supplier', 'supplier_name', 'payee', 'payee_name', 'counterparty'] as const; // prettier-ignore
const PRODUCTS = ['product', 'product_name', 'name', 'application', 'app_name', 'item', 'service'] as const;
const HOSTS = ['domain', 'hostname', 'host', 'vendor_domain', 'website'] as const;
/** When money stops being paid, unless it is agreed on anew. */
export const CONTRACT_END = ['end_date', 'ends_at', 'contract_end', 'contract_end_date', 'expires_at', 'expires_on', 'expiry_date', 'expiration_date', 'term_end', 'valid_until', 'renewal_date'] as const; // prettier-ignore
export const CONTRACT_START = ['start_date', 'effective_date', 'starts_at', 'contract_start', 'contract_start_date', 'term_start', 'valid_from'] as const; // prettier-ignore
export const PAID_AT = ['date', 'paid_at', 'transaction_date', 'txn_date', 'posted_at', 'posted_date', 'payment_date', 'invoice_date', 'timestamp'] as const; // prettier-ignore
const PERIODS = ['frequency', 'recurrence', 'billing_cycle', 'billing_frequency', 'billing_period', 'payment_type', 'transaction_type', 'type'] as const; // prettier-ignore
const YEAR_MS = 365.25 * 86_400_000;
/** What is said of a contract that is over, whatever its dates are. */
const OVER = new Set(['expired', 'terminated', 'cancelled', 'canceled', 'ended', 'lapsed']);
const AGAIN_AND_AGAIN = /^(?:weekly|monthly|quarterly|yearly|annual|annually|recurring|subscription)$/i;

/** What is bought is called by its product, and where only the vendor is written, by that. */
const bought = (raw: Raw) => ({
  name: textOf(raw, ...PRODUCTS, ...VENDORS, 'description', 'memo'),
  vendor: textOf(raw, ...VENDORS),
  host: hostOf(raw, ...HOSTS),
});

/** A contract: money goes on being paid while it is in force. */
export function contract(raw: Raw, asOf: number): Said {
  const [from, to] = [momentOf(raw, ...CONTRACT_START), endOf(raw, ...CONTRACT_END)];
  const inForce = (from === null || from <= asOf) && (to === null || to >= asOf) && !OVER.has((textOf(raw, 'status') ?? '').toLowerCase());
  return { plane: 'FINANCE', ...bought(raw), ongoing: inForce, yearly: yearly(raw, from, to) };
}

/** A payment: money goes on being paid when it is one that recurs. */
export function transaction(raw: Raw): Said {
  const recurs =
    truthOf(raw, 'is_recurring', 'recurring', 'is_subscription') ?? PERIODS.some((field) => AGAIN_AND_AGAIN.test(textOf(raw, field) ?? ''));
  const at = momentOf(raw, ...PAID_AT);
  return { plane: 'FINANCE', ...bought(raw), at, ongoing: recurs, yearly: null };
}

/** What a contract costs a year; what it says as a whole is spread over a time of more than a year. */
function yearly(raw: Raw, from: number | null, to: number | null): number | null {
  const aYear = numberOf(raw, 'annual_value', 'annual_cost', 'annual_amount');
  const whole = numberOf(raw, 'amount', 'value', 'total_value', 'contract_value');
  if (aYear !== null || whole === null || from === null || to === null || to <= from) return aYear ?? whole;
  return Math.min(whole, (whole * YEAR_MS) / (to - from));
}
