import type { Company } from '../company.ts';
import { contactsOf } from '../contacts.ts';
import type { Random } from '../random.ts';
import { changed, without } from './change.ts';
import type { Grown } from './next-day.ts';

/** New accounts bring contacts; some change what they do, and some leave. */
export function growContacts(company: Company, random: Random): Grown {
  const known = new Set(company.contacts.map(({ account }) => account));
  const fresh = company.accounts.filter(({ index, since }) => since.getTime() === company.today.getTime() && !known.has(index));
  const moved = random.pick(company.contacts);
  const contacts = changed(company.contacts, (one) => (one === moved ? { ...one, title: 'Chief Operating Officer', subscribed: !one.subscribed } : one)); // prettier-ignore
  const left = random.chance(0.2) ? without(contacts, () => true, random) : null;
  return {
    contacts: [...(left?.left ?? contacts), ...contactsOf(company.seed, fresh)],
    removed: left === null ? company.removed : [...company.removed, { kind: 'contact', index: left.gone.index, at: company.today }],
  };
}
