/** Stripe's objects have every key of their kind always, most of them null. Source: API reference; the version is 2024-06-20. */
export const VERSION = '2024-06-20';

/** Keys that are null where nobody gave them a value. */
const NULLS = {
  customer: 'default_source description discount phone shipping test_clock',
  product: 'description package_dimensions shippable statement_descriptor tax_code unit_label url',
  price: 'custom_unit_amount lookup_key tiers_mode transform_quantity',
  coupon: 'amount_off duration_in_months max_redemptions redeem_by',
  subscription:
    'application application_fee_percent billing_cycle_anchor_config billing_thresholds cancel_at days_until_due default_payment_method default_source description discount next_pending_invoice_item_invoice on_behalf_of pause_collection pending_invoice_item_interval pending_setup_intent pending_update schedule test_clock transfer_data trial_start',
  invoice:
    'account_name account_tax_ids application application_fee_amount automatically_finalizes_at custom_fields customer_phone customer_shipping default_payment_method default_source description discount effective_at ending_balance footer from_invoice hosted_invoice_url invoice_pdf last_finalization_error latest_revision next_payment_attempt on_behalf_of quote receipt_number rendering shipping_cost shipping_details statement_descriptor test_clock transfer_data webhooks_delivered_at',
  charge:
    'application application_fee application_fee_amount destination failure_balance_transaction failure_code failure_message on_behalf_of order receipt_number review shipping source source_transfer statement_descriptor statement_descriptor_suffix transfer_data transfer_group',
  payment_intent:
    'application application_fee_amount canceled_at cancellation_reason description last_payment_error next_action on_behalf_of payment_method_configuration_details processing review setup_future_usage shipping source statement_descriptor statement_descriptor_suffix transfer_data transfer_group',
  refund: 'receipt_number source_transfer_reversal transfer_reversal',
  dispute: 'network_reason_code payment_method_details',
  balance_transaction: 'exchange_rate',
} as const;

export type StripeObject = keyof typeof NULLS;

/** An object of a kind with what is known of it; everything else of its kind is null. */
export function shaped(object: StripeObject, id: string, values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const blanks = Object.fromEntries(NULLS[object].split(' ').map((key) => [key, null]));
  const common = object === 'balance_transaction' || object === 'refund' ? {} : { livemode: false };
  return { id, object, ...blanks, ...common, ...(object === 'balance_transaction' ? {} : { metadata: {} }), ...values };
}

/** A list within an object. */
export const inside = (url: string, data: readonly unknown[], more = false): object => ({ object: 'list', data, has_more: more, url });

export const ADDRESS = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };
