import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { FieldRef } from '../plan/query-plan.ts';
import { isTemporal } from './model-index.ts';
import type { ModelIndex } from './model-index.ts';

/** Dates that say when a record happened, likeliest first; the rest (due, birth, update…) only on request. */
const MAIN_NAMES = [
  /^(date|day|timestamp|datetime|time|month|period)$/,
  /\b(order|sale|sales|transaction|purchase|invoice|payment|flight|booking|event|visit|trip|ride|admission|arrival|appointment|encounter|rental|call|departure|stay|hire|hired|start|started|opened|open|report|reported|posted|published|begin|scheduled)\b/,
  /\b(created|creation|create|added|registered|registration|signup|joined|join|enrolled|date)\b/,
];
const SIDE_NAMES =
  /\b(due|birth|dob|update|updated|modified|expiry|expires|expected|end|ended|ship|shipped|required|delivery|delivered|deleted|last|renewal|leave|termination|churn|closed|resolved|discharge|return|returned|death|review)\b/;

/** Dates of a life: nobody who asks for `patients in 2020` means those born then. */
const OF_A_LIFE = /birth|\bdob\b|death/;

const spoken = (attribute: ModelAttribute): string =>
  `${attribute.label} ${attribute.name.replaceAll(/([A-Z])/g, ' $1')}`.toLowerCase().replaceAll('_', ' ');

function rank(attribute: ModelAttribute): number {
  const name = spoken(attribute);
  const label = attribute.label.toLowerCase();
  if (MAIN_NAMES[0]?.test(label) === true) return 0;
  if (SIDE_NAMES.test(name)) return 5;
  if (MAIN_NAMES[1]?.test(name) === true) return 1;
  return MAIN_NAMES[2]?.test(name) === true ? 2 : 3;
}

/** An entity's own dates, the one that places its records in time first. */
export function timeAttributes(entity: ModelEntity): ModelAttribute[] {
  const canonicalFirst: Record<string, string> = {
    Opportunity: 'createdDate',
    Order: 'orderDate',
    Revenue: 'date',
    Ticket: 'openedAt',
    Subscription: 'startDate',
    Employee: 'hireDate',
    Account: 'createdDate',
  };
  const preferred = entity.canonical === null ? undefined : canonicalFirst[entity.canonical];
  const score = (attribute: ModelAttribute): number =>
    attribute.canonical !== null && attribute.canonical === preferred ? -1 : rank(attribute);
  return entity.attributes.filter(isTemporal).toSorted((a, b) => score(a) - score(b));
}

/** The date that places records of an entity in time: its own, else the nearest related record's (an order line's order). */
export function mainTime(model: ModelIndex, entity: string): FieldRef | null {
  for (const path of model.paths(entity)) {
    if (path.relations.length > 2) return null;
    const target = model.entity(path.target);
    const found = timeAttributes(target)[0];
    if (found !== undefined && OF_A_LIFE.test(spoken(found))) continue;
    const own = path.relations.length === 0;
    if (found !== undefined && (own || (rank(found) <= 2 && !isParty(target)))) return { path: path.relations, attribute: found.name };
  }
  return null;
}

/** People, firms and things sold have dates of their own life, which say nothing about when somebody dealt with them. */
function isParty(entity: ModelEntity): boolean {
  return isPerson(entity) || ['Product'].includes(entity.canonical ?? '') || /product|item/i.test(entity.name);
}

/** Somebody or some place that deals, as against something that is dealt with: never counted in units. */
export function isPerson(entity: ModelEntity): boolean {
  return (
    ['Account', 'Contact', 'Employee'].includes(entity.canonical ?? '') ||
    /customer|client|employee|person|people|user|store|shop|supplier|vendor|member|patient|doctor|staff|agent|manager|rep$|branch|office|region|city|country/i.test(
      entity.name,
    )
  );
}
