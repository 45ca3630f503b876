import { z } from 'zod';
import type { ColumnType } from '../../../../schema/events/discovered-schema.ts';
import { chosenObjects } from '../chosen-objects.ts';
import { type VendorField, field } from '../records/field.ts';
import type { VendorSession } from '../vendor.ts';

export const API = '/services/data/v62.0';
/** What a business is run by, most useful first. */
const CORE = ['Account', 'Contact', 'Lead', 'Opportunity', 'OpportunityLineItem', 'Product2', 'PricebookEntry', 'Contract', 'Order', 'OrderItem', 'Quote', 'QuoteLineItem', 'Case', 'Campaign', 'CampaignMember', 'Asset', 'Task', 'Event', 'User', 'OpportunityContactRole', 'AccountContactRelation', 'ServiceContract', 'Entitlement', 'WorkOrder']; // prettier-ignore
/** Objects that exist for others: their history, feeds, shares. */
const AUXILIARY = /(?:__?History|__?Feed|__?Share|ChangeEvent|__?Tag|__mdt|__e|__x|__b)$/u;
/** Standard objects that are Salesforce's own workings. */
const WORKINGS = /^(?:Ai|Apex|Aura|Auth|Content|Dashboard|Entity|Flow|Knowledge|List|Permission|Process|Report|Setup|Territory2|Topic)|(?:Component|Definition|History|Layout|Log|Metadata|Permission|Preference|Role|Settings?|Share|Template|Token|Trigger|Type)$/u; // prettier-ignore
/** Objects whose records are counted, and of those that have some, read. */
const MAX_COUNTED = 120;
export const MAX_OBJECTS = 60;
/** Columns of one object; a query travels in an address of 16 KB at most. */
const MAX_FIELDS = 500;
const MAX_SELECT_CHARACTERS = 12_000;
/** Compound fields and binaries; their parts are fields of their own. */
const LEFT_OUT = new Set(['address', 'location', 'base64', 'complexvalue', 'anyType']);
const TYPES: Readonly<Record<string, ColumnType>> = { boolean: 'BOOLEAN', int: 'INTEGER', long: 'INTEGER', double: 'DECIMAL', currency: 'MONEY', percent: 'PERCENT', date: 'DATE', datetime: 'DATETIME' }; // prettier-ignore

const listReply = z.object({
  sobjects: z.array(
    z.object({
      name: z.string(), queryable: z.boolean(), custom: z.boolean(), customSetting: z.boolean().default(false), layoutable: z.boolean().default(true), deprecatedAndHidden: z.boolean().default(false),
    }),
  ),
}); // prettier-ignore
type Listed = z.infer<typeof listReply>['sobjects'][number];
const describeReply = z.object({
  label: z.string(),
  fields: z.array(
    z.object({
      name: z.string(), label: z.string(), type: z.string(), referenceTo: z.array(z.string()).default([]), inlineHelpText: z.string().nullable().default(null), deprecatedAndHidden: z.boolean().default(false),
    }),
  ),
}); // prettier-ignore

/** The more useful, the smaller; null: not read unless it is asked for by name. */
function rankOf({ name, custom, customSetting, layoutable }: Listed): number | null {
  const core = CORE.indexOf(name);
  if (core >= 0) return core;
  if (customSetting || AUXILIARY.test(name)) return null;
  if (custom) return CORE.length;
  return layoutable && !WORKINGS.test(name) ? CORE.length + 1 : null;
}

/** Names of the objects worth counting: those of a business, those that the customer made, others that people work with; or just those chosen. */
export async function listObjects({ http, settings, signal }: VendorSession): Promise<string[]> {
  const { sobjects } = await http.json({ path: `${API}/sobjects` }, listReply, signal);
  const open = sobjects.filter(({ queryable, deprecatedAndHidden }) => queryable && !deprecatedAndHidden);
  const chosen = chosenObjects(settings);
  const ranked = open.flatMap((one) => {
    const rank = chosen === null ? rankOf(one) : chosen.has(one.name.toLowerCase()) ? 0 : null;
    return rank === null ? [] : [{ name: one.name, rank }];
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ name }) => name).slice(0, MAX_COUNTED); // prettier-ignore
}

/** An object's label and fields, as Salesforce describes them. */
export async function describeObject({ http, signal }: VendorSession, name: string): Promise<{ label: string; fields: VendorField[] }> {
  const { label, fields } = await http.json({ path: `${API}/sobjects/${name}/describe` }, describeReply, signal);
  const kept = fields.filter(({ type, deprecatedAndHidden }) => !LEFT_OUT.has(type) && !deprecatedAndHidden);
  // In an organisation with one currency there is no such field, and the currency is not told here.
  const currencyPath = kept.some((one) => one.name === 'CurrencyIsoCode') ? ['CurrencyIsoCode'] : null;
  let characters = 0;
  const select = kept.slice(0, MAX_FIELDS).filter((one) => (characters += one.name.length + 1) <= MAX_SELECT_CHARACTERS);
  return {
    label,
    fields: select.map((one) =>
      field(one.name, TYPES[one.type] ?? 'TEXT', {
        encoding: one.type === 'percent' ? 'POINTS' : 'PLAIN',
        currencyPath: one.type === 'currency' ? currencyPath : null,
        description: one.inlineHelpText ?? one.label,
        references: one.type === 'reference' && one.referenceTo.length === 1 ? (one.referenceTo[0] ?? null) : null,
      }),
    ),
  };
}
