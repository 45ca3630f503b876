type Json = Readonly<Record<string, unknown>>;

/** The version that moved what invoices and subscriptions are for. Source: API changelog, 2025-03-31. */
export const BASIL = '2025-03-31.basil';

const GONE: Readonly<Record<string, readonly string[]>> = {
  invoice: ['application_fee_amount', 'charge', 'discount', 'paid', 'paid_out_of_band', 'payment_intent', 'quote', 'subscription', 'subscription_details', 'tax', 'total_tax_amounts', 'transfer_data'],
  subscription: ['current_period_end', 'current_period_start', 'discount'],
  charge: ['destination', 'invoice', 'order'],
  payment_intent: ['invoice'],
  line_item: ['amount_excluding_tax', 'price', 'proration', 'proration_details', 'subscription', 'subscription_item', 'tax_amounts', 'tax_rates', 'type', 'unit_amount_excluding_tax'],
}; // prettier-ignore

/** An object as the later version writes it: lists within it too. */
export function inBasil(object: unknown): unknown {
  if (Array.isArray(object)) return object.map(inBasil);
  if (typeof object !== 'object' || object === null) return object;
  const json = object as Json;
  const kind = typeof json['object'] === 'string' ? json['object'] : '';
  const kept = Object.fromEntries(Object.entries(json).filter(([name]) => GONE[kind]?.includes(name) !== true).map(([name, value]) => [name, NESTED.has(name) ? inBasil(value) : value])); // prettier-ignore
  return { ...kept, ...added(kind, json) };
}

/** Where objects stand within others. */
const NESTED = new Set(['data', 'items', 'lines', 'object']);

function added(kind: string, json: Json): Json {
  switch (kind) {
    case 'invoice':
      return {
        amount_overpaid: 0, customer_account: null, total_pretax_credit_amounts: [], total_taxes: [{ amount: json['tax'], tax_behavior: 'exclusive', taxability_reason: 'standard_rated', taxable_amount: json['subtotal'], type: 'tax_rate_details', tax_rate_details: null }],
        parent: { type: 'subscription_details', quote_details: null, subscription_details: { metadata: {}, subscription: json['subscription'] } },
      }; // prettier-ignore
    case 'line_item': {
      const price = json['price'] as Json | null;
      const item = { invoice_item: null, proration: false, proration_details: { credited_items: null }, subscription: json['subscription'], subscription_item: json['subscription_item'] }; // prettier-ignore
      return {
        parent: { type: 'subscription_item_details', invoice_item_details: null, subscription_item_details: item }, pretax_credit_amounts: [], taxes: [], subtotal: json['amount'],
        pricing: { type: 'price_details', price_details: { price: price?.['id'], product: price?.['product'] }, unit_amount_decimal: price?.['unit_amount_decimal'] },
      }; // prettier-ignore
    }
    case 'subscription': {
      const period = { current_period_start: json['current_period_start'], current_period_end: json['current_period_end'] };
      const items = json['items'] as { data: Json[] };
      return { billing_mode: { type: 'classic' }, customer_account: null, items: { ...json['items'] as Json, data: items.data.map((one) => ({ ...one, ...period })) } }; // prettier-ignore
    }
    case 'refund':
      return { customer: null, customer_account: null, payment_method: null };
    case 'event':
      return { api_version: BASIL };
    default:
      return {};
  }
}
