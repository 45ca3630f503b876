import type { Described } from '../drifted-names.ts';

/** A property: name, type, label, what it is besides. */
export type Property = readonly [name: string, type: 'string' | 'number' | 'date' | 'datetime' | 'enumeration' | 'bool' | 'phone_number', label: string, more?: 'money' | 'percent' | 'custom' | readonly string[]]; // prettier-ignore

const common = (stamp: string): readonly Property[] => [['hs_object_id', 'number', 'Record ID'], ['createdate', 'datetime', 'Create Date'], [stamp, 'datetime', 'Last Modified Date'], ['hs_merged_object_ids', 'string', 'Merged record IDs']]; // prettier-ignore

/** The property that tells when a record last changed: contacts have one of their own. */
export const stampOf = (object: string): string => (object === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate');

/** Properties by object, as the portal has them. */
export const PROPERTIES: Readonly<Record<string, readonly Property[]>> = {
  companies: [['name', 'string', 'Company name'], ['domain', 'string', 'Company Domain Name'], ['industry', 'enumeration', 'Industry', ['TECHNOLOGY', 'RETAIL', 'ENERGY']], ['city', 'string', 'City'], ['country', 'string', 'Country/Region'], ['numberofemployees', 'number', 'Number of Employees'], ['lifecyclestage', 'enumeration', 'Lifecycle Stage', ['lead', 'opportunity', 'customer']], ['hubspot_owner_id', 'enumeration', 'Company owner', []], ['health_segment', 'string', 'Health segment', 'custom'], ...common('hs_lastmodifieddate')],
  contacts: [['firstname', 'string', 'First Name'], ['lastname', 'string', 'Last Name'], ['email', 'string', 'Email'], ['phone', 'phone_number', 'Phone Number'], ['jobtitle', 'string', 'Job Title'], ['lifecyclestage', 'enumeration', 'Lifecycle Stage', ['lead', 'opportunity', 'customer']], ['associatedcompanyid', 'number', 'Primary Associated Company ID'], ['hs_email_optout', 'bool', 'Unsubscribed from all email'], ['hubspot_owner_id', 'enumeration', 'Contact owner', []], ...common('lastmodifieddate')],
  deals: [['dealname', 'string', 'Deal Name'], ['dealstage', 'enumeration', 'Deal Stage', ['appointmentscheduled', 'qualifiedtobuy', 'contractsent', 'closedwon', 'closedlost']], ['pipeline', 'enumeration', 'Pipeline', ['default']], ['amount', 'number', 'Amount', 'money'], ['closedate', 'datetime', 'Close Date'], ['hs_deal_stage_probability', 'number', 'Deal probability', 'percent'], ['dealtype', 'enumeration', 'Deal Type', ['newbusiness', 'existingbusiness']], ['hubspot_owner_id', 'enumeration', 'Deal owner', []], ...common('hs_lastmodifieddate')],
  tickets: [['subject', 'string', 'Ticket name'], ['hs_pipeline_stage', 'enumeration', 'Ticket status', ['1', '4']], ['hs_ticket_priority', 'enumeration', 'Priority', ['LOW', 'MEDIUM', 'HIGH']], ['closed_date', 'datetime', 'Close date'], ...common('hs_lastmodifieddate')],
  products: [['name', 'string', 'Name'], ['price', 'number', 'Unit price', 'money'], ['hs_sku', 'string', 'SKU'], ...common('hs_lastmodifieddate')],
  line_items: [['name', 'string', 'Name'], ['quantity', 'number', 'Quantity'], ['price', 'number', 'Unit price', 'money'], ['amount', 'number', 'Net price', 'money'], ['hs_product_id', 'number', 'Product ID'], ...common('hs_lastmodifieddate')],
}; // prettier-ignore

/** A property as the properties API describes it. */
export const described = ([name, type, label, more]: Property): object => ({
  name, label, type, fieldType: type === 'enumeration' ? 'select' : type === 'bool' ? 'booleancheckbox' : type === 'number' ? 'number' : 'text', description: '', groupName: 'information',
  options: Array.isArray(more) ? more.map((value: string, displayOrder) => ({ label: value, value, displayOrder, hidden: false })) : [], displayOrder: -1, calculated: false, externalOptions: name === 'hubspot_owner_id', hasUniqueValue: false,
  hidden: name === 'hs_merged_object_ids', hubspotDefined: more !== 'custom', archived: false, formField: false, ...(more === 'money' ? { showCurrencySymbol: true } : {}), ...(more === 'percent' ? { numberDisplayHint: 'percentage' } : {}),
}); // prettier-ignore

const TYPES = { TEXT: 'string', NUMBER: 'number', BOOLEAN: 'bool', EPOCH: 'number', ISO: 'datetime' } as const;

/** How properties are described after they were renamed, retyped or added. */
export const DESCRIBED: Described<Property> = {
  nameOf: ([name]) => name,
  as: (property, name, type) => {
    const [, was = 'string', label = name, more] = property ?? [];
    return [name, type === null ? was : TYPES[type], label, more ?? 'custom'];
  },
};
