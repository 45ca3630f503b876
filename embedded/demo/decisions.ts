/**
 * What the owner of the demo company decides about the proposals: its billing, support and metering know the accounts of the CRM each under a name of
 * their own, and are kept apart from them, so that nobody is counted four times. By vendor and object.
 */
export const DECISIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  STRIPE: { customers: 'BillingCustomer' },
  ZENDESK: { organizations: 'SupportOrganization' },
  METRONOME: { customers: 'MeteredCustomer' },
};

/** The systems that the demo company is read from. */
export const SYSTEMS: readonly string[] = ['SALESFORCE', 'STRIPE', 'ZENDESK', 'NETSUITE', 'METRONOME'];
