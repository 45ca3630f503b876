import { endOf, hostOf, momentOf, numberOf, type Raw, textOf, truthOf } from './fields.ts';
import type { Said } from './planes.ts';

const VENDORS = ['vendor', 'vendor_name', 'vendor_hint', 'merchant', 'supplier'] as const;
const HOSTS = ['domain', 'hostname', 'host'] as const;
const YEAR_MS = 365.25 * 86_400_000;
/** What is said of a contract that is over, whatever its dates are. */
const OVER = new Set(['expired', 'terminated', 'cancelled', 'canceled', 'ended', 'lapsed']);
const AGAIN_AND_AGAIN = /^(?:weekly|monthly|quarterly|yearly|annual|annually|recurring|subscription)$/i;

/** What is bought is called by its product, and where only the vendor is written, by that. */
const bought = (raw: Raw) => ({
  name: textOf(raw, 'product', 'product_name', 'name', ...VENDORS),
  vendor: textOf(raw, ...VENDORS),
  host: hostOf(raw, ...HOSTS),
});

/** A contract: money goes on being paid while it is in force. */
export function contract(raw: Raw, asOf: number): Said {
  const [from, to] = [momentOf(raw, 'start_date', 'effective_date'), endOf(raw, 'end_date', 'renewal_date')];
  const inForce = (from === null || from <= asOf) && (to === null || to >= asOf) && !OVER.has((textOf(raw, 'status') ?? '').toLowerCase());
  return { plane: 'FINANCE', ...bought(raw), ongoing: inForce, yearly: yearly(raw, from, to) };
}

/** A payment: money goes on being paid when it is one that recurs. */
export function transaction(raw: Raw): Said {
  const recurs = truthOf(raw, 'is_recurring', 'recurring') ?? AGAIN_AND_AGAIN.test(textOf(raw, 'frequency', 'recurrence') ?? '');
  const at = momentOf(raw, 'date', 'paid_at', 'transaction_date', 'posted_at', 'timestamp');
  return { plane: 'FINANCE', ...bought(raw), at, ongoing: recurs, yearly: null };
}

/** What a contract costs a year; what it says as a whole is spread over a time of more than a year. */
function yearly(raw: Raw, from: number | null, to: number | null): number | null {
  const aYear = numberOf(raw, 'annual_value', 'annual_cost', 'annual_amount');
  const whole = numberOf(raw, 'amount', 'value', 'total_value', 'contract_value');
  if (aYear !== null || whole === null || from === null || to === null || to <= from) return aYear ?? whole;
  return Math.min(whole, (whole * YEAR_MS) / (to - from));
}
