import { z } from 'zod';
import { DomainError } from '../../../kernel/errors/domain-error.ts';
import type { ColumnType } from '../../../../schema/events/discovered-schema.ts';
import { chosenObjects } from '../chosen-objects.ts';
import { type VendorField, field } from '../records/field.ts';
import type { VendorSession, VendorTable } from '../vendor.ts';

/** The objects of the CRM, what one of each is called, and to what its records belong: the first of each becomes a column. */
const OBJECTS = {
  companies: { name: 'company', belongs: [] },
  contacts: { name: 'contact', belongs: [] },
  deals: { name: 'deal', belongs: ['companies', 'contacts'] },
  tickets: { name: 'ticket', belongs: ['companies', 'contacts'] },
  line_items: { name: 'line item', belongs: ['deals'] },
  products: { name: 'product', belongs: [] },
} as const;
/** Properties of one object; a portal has hundreds that HubSpot counts for itself. */
const MAX_PROPERTIES = 250;
const MAX_CUSTOM_OBJECTS = 30;
const REFERENCES: Readonly<Record<string, string>> = {
  associatedcompanyid: 'companies',
  hubspot_owner_id: 'owners',
  hs_product_id: 'products',
};
const SINGULAR: Readonly<Record<string, string>> = { companies: 'company_id', contacts: 'contact_id', deals: 'deal_id' };
const TYPES: Readonly<Record<string, ColumnType>> = { number: 'DECIMAL', date: 'DATE', datetime: 'DATETIME', bool: 'BOOLEAN' };

const propertiesReply = z.object({
  results: z.array(
    z.object({
      name: z.string(), label: z.string().default(''), type: z.string(), description: z.string().nullish(), hidden: z.boolean().default(false), archived: z.boolean().default(false), hubspotDefined: z.boolean().default(false),
      showCurrencySymbol: z.boolean().default(false), numberDisplayHint: z.string().nullish(),
    }),
  ),
}); // prettier-ignore
type Property = z.infer<typeof propertiesReply>['results'][number];
const schemasReply = z.object({
  results: z.array(z.object({ name: z.string(), fullyQualifiedName: z.string(), archived: z.boolean().default(false) })),
});

/** What `read` needs of an object: when its records last changed, and what they belong to. */
export const planSchema = z.object({ stamp: z.string(), belongs: z.array(z.string()) });
export type HubspotPlan = z.infer<typeof planSchema>;

/** The property that tells when a record last changed: contacts have one of their own. */
const stampOf = (object: string): string => (object === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate');

/** Standard objects, those that the portal made, and the owners. */
export async function objectTables(session: VendorSession): Promise<VendorTable[]> {
  const chosen = chosenObjects(session.settings);
  const wanted = (path: string): boolean => chosen === null || chosen.has(path.toLowerCase());
  const made = await customObjects(session);
  const objects = [...Object.entries(OBJECTS).map(([path, one]) => ({ path, ...one })), ...made].filter(({ path }) => wanted(path));
  const tables = await Promise.all(objects.map(({ path, name, belongs }) => tableOf(session, path, name, belongs)));
  return [...tables.toSorted((a, b) => Number(b.fields.length > 1) - Number(a.fields.length > 1)), ...(wanted('owners') ? [OWNERS] : [])];
}

async function tableOf(session: VendorSession, path: string, name: string, belongs: readonly string[]): Promise<VendorTable> {
  const properties = await propertiesOf(session, path);
  const stamp = stampOf(path);
  const fields = [field('id', 'TEXT'), ...properties.map(asField), ...belongs.map((to) => field(SINGULAR[to] ?? to, 'TEXT', { at: `associated.${to}`, references: to, description: 'The first one it is associated with.' }))]; // prettier-ignore
  return { path, name, fields, customAt: [], sparse: true, key: ['id'], incremental: properties.some((one) => one.name === stamp) ? stamp : null, count: null, plan: { stamp, belongs: [...belongs] } satisfies HubspotPlan }; // prettier-ignore
}

/** The most useful properties: the portal's own, then HubSpot's, then what it counts for itself. None where they may not be seen. */
async function propertiesOf({ http, signal }: VendorSession, object: string): Promise<Property[]> {
  try {
    const { results } = await http.json({ path: `/crm/v3/properties/${object}` }, propertiesReply, signal);
    const rank = ({ name, hubspotDefined }: Property): number => (name === stampOf(object) ? -1 : !hubspotDefined ? 0 : name.startsWith('hs_') && name !== 'hs_object_id' ? 2 : 1); // prettier-ignore
    return results.filter(({ hidden, archived, name }) => !archived && (!hidden || name === stampOf(object))).toSorted((a, b) => rank(a) - rank(b)).slice(0, MAX_PROPERTIES); // prettier-ignore
  } catch (error) {
    // Scopes are given by object: reading it tells the same, and costs just this one.
    if (error instanceof DomainError && error.code === 'VENDOR_FORBIDDEN') return [];
    throw error;
  }
}

function asField({ name, label, type, description, showCurrencySymbol: money, numberDisplayHint: hint }: Property): VendorField {
  const references = REFERENCES[name] ?? null;
  const numeric: ColumnType = name === 'hs_object_id' ? 'INTEGER' : money || hint === 'currency' ? 'MONEY' : hint === 'percentage' ? 'PERCENT' : 'DECIMAL'; // prettier-ignore
  const column = references !== null ? 'TEXT' : type === 'number' ? numeric : (TYPES[type] ?? 'TEXT');
  return { ...field(name, column, { description: (description ?? '') === '' ? label : (description ?? null), references }), path: ['properties', name] }; // prettier-ignore
}

async function customObjects({ http, signal }: VendorSession): Promise<{ path: string; name: string; belongs: readonly string[] }[]> {
  try {
    const { results } = await http.json({ path: '/crm/v3/schemas' }, schemasReply, signal);
    return results.filter(({ archived }) => !archived).slice(0, MAX_CUSTOM_OBJECTS).map(({ name, fullyQualifiedName }) => ({ path: fullyQualifiedName, name, belongs: [] })); // prettier-ignore
  } catch (error) {
    if (error instanceof DomainError && ['VENDOR_FORBIDDEN', 'VENDOR_REPLY_UNKNOWN'].includes(error.code)) return [];
    throw error;
  }
}

const OWNERS: VendorTable = {
  path: 'owners', name: 'owner', key: ['id'], incremental: null, count: null, customAt: [],
  fields: [field('id', 'TEXT'), field('email', 'TEXT'), field('first_name', 'TEXT', { at: 'firstName' }), field('last_name', 'TEXT', { at: 'lastName' }), field('user_id', 'INTEGER', { at: 'userId' }), field('archived', 'BOOLEAN'), field('created_at', 'DATETIME', { at: 'createdAt' }), field('updated_at', 'DATETIME', { at: 'updatedAt' })],
}; // prettier-ignore
