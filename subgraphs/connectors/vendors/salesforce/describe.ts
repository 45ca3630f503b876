import { z } from 'zod';
import type { ColumnType } from '../../../../schema/events/discovered-schema.ts';
import { type VendorField, field } from '../records/field.ts';
import type { VendorSession } from '../vendor.ts';

export const API = '/services/data/v62.0';
/** The standard objects that a business is run by; of the others only those that the customer made. */
const STANDARD = new Set(['Account', 'Contact', 'Lead', 'Opportunity', 'OpportunityLineItem', 'Product2', 'Case', 'Campaign', 'Contract', 'Order', 'Quote', 'Task', 'Event', 'User']); // prettier-ignore
/** Objects that exist for others: their history, feeds, shares. */
const AUXILIARY = /(?:__History|__Feed|__Share|__ChangeEvent|__Tag|__mdt|__e|__x|__b)$/u;
const MAX_OBJECTS = 60;
/** Compound fields and binaries; their parts are fields of their own. */
const LEFT_OUT = new Set(['address', 'location', 'base64', 'complexvalue']);
const TYPES: Readonly<Record<string, ColumnType>> = { boolean: 'BOOLEAN', int: 'INTEGER', long: 'INTEGER', double: 'DECIMAL', currency: 'MONEY', percent: 'PERCENT', date: 'DATE', datetime: 'DATETIME' }; // prettier-ignore

const listReply = z.object({
  sobjects: z.array(
    z.object({ name: z.string(), queryable: z.boolean(), custom: z.boolean(), deprecatedAndHidden: z.boolean().default(false) }),
  ),
});
const describeReply = z.object({
  label: z.string(),
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      type: z.string(),
      referenceTo: z.array(z.string()).default([]),
      inlineHelpText: z.string().nullable().default(null),
      deprecatedAndHidden: z.boolean().default(false),
    }),
  ),
});

/** Names of the objects worth reading: standard ones of a business, and all that the customer made. */
export async function listObjects({ http, signal }: VendorSession): Promise<string[]> {
  const { sobjects } = await http.json({ path: `${API}/sobjects` }, listReply, signal);
  return sobjects
    .filter((one) => one.queryable && !one.deprecatedAndHidden && (one.custom ? !AUXILIARY.test(one.name) : STANDARD.has(one.name)))
    .map(({ name }) => name)
    .slice(0, MAX_OBJECTS);
}

/** An object's label and fields, as Salesforce describes them. */
export async function describeObject({ http, signal }: VendorSession, name: string): Promise<{ label: string; fields: VendorField[] }> {
  const { label, fields } = await http.json({ path: `${API}/sobjects/${name}/describe` }, describeReply, signal);
  const kept = fields.filter(({ type, deprecatedAndHidden }) => !LEFT_OUT.has(type) && !deprecatedAndHidden);
  return {
    label,
    fields: kept.map((one) =>
      field(one.name, TYPES[one.type] ?? 'TEXT', {
        encoding: one.type === 'percent' ? 'POINTS' : 'PLAIN',
        description: one.inlineHelpText ?? one.label,
        references: one.type === 'reference' && one.referenceTo.length === 1 ? (one.referenceTo[0] ?? null) : null,
      }),
    ),
  };
}
