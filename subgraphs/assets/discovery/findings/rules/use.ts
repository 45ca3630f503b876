import { DATA_CLASSES } from '../../known/data-classes.ts';
import { scaled } from '../../known/currencies.ts';
import { largest } from '../../profile/money.ts';
import { type Profile, weightOf } from '../../profile/profile.ts';
import { counted, dayText, listed, moneyText } from '../../words.ts';
import type { Reference } from '../finding.ts';
import type { Rule } from '../rule.ts';

/** Data and scopes from which on unknown use is critical. */
const GRAVE_DATA = 0.7;
const GRAVE_SCOPE = 0.8;
/** Spend a year, in something like euros, from which on a zombie is critical. */
const LARGE_SPEND = 50_000;
const MOST_SOURCES = 5;

/** The sources that saw it, with the observation of each that was the last. */
export function sightings({ facts: { seenBy } }: Profile): Reference[] {
  const sources = [...seenBy]
    .toSorted(([one, { count: often }], [other, { count }]) => count - often || (one < other ? -1 : 1))
    .slice(0, MOST_SOURCES);
  return sources.map(([source, { count, at, record }]) => ({
    plane: 'DISCOVERY', record, says: `${source} saw it ${counted(count, 'time')}${at === null ? '' : `, last on ${dayText(at)}`}`,
  })); // prettier-ignore
}

export const finances = ({ facts: { finance } }: Profile): Reference[] =>
  finance.filter(({ ongoing }) => ongoing).map(({ record }) => ({ plane: 'FINANCE' as const, record, says: 'money goes on being paid' })).slice(0, MOST_SOURCES); // prettier-ignore

/** Used, and governed by nobody. */
export const shadowIt: Rule = (profile) => {
  const { judged, label, users, data, scopes } = profile;
  if (judged.class !== 'SHADOW') return [];
  const [held, granted] = [data.filter((each) => weightOf(each) >= GRAVE_DATA), scopes.filter(({ risk }) => risk >= GRAVE_SCOPE)];
  const reasons = [
    ...(users > 0 ? [`${counted(users, 'person', 'people')} used it`] : []),
    ...(held.length > 0 ? [`it may hold ${listed(held.map(({ dataClass }) => DATA_CLASSES[dataClass].says))}`] : []),
    ...(granted.length > 0 ? [`it was granted ${listed(granted.map(({ scope }) => scope))}`] : []),
  ];
  return [
    {
      severity: held.length > 0 || granted.length > 0 ? 'CRITICAL' : 'WARNING',
      title: `${label} is used and nobody governs it`,
      detail: `Neither the identity provider nor the CMDB knows it${reasons.length === 0 ? '' : `; ${listed(reasons)}`}.`,
      evidence: sightings(profile),
      remedy: 'Approve it, with single sign-on, an entry in the CMDB and an owner; or have people move to what is approved, and ban it.',
    },
  ];
};

/** Governed and paid for, and used by nobody any more. */
export const zombie: Rule = (profile) => {
  const { judged, label, money, lastAt } = profile;
  if (judged.class !== 'ZOMBIE') return [];
  const most = largest([...money.contracted, ...money.paid]);
  const paid = most === null ? 'It is still paid for' : `${moneyText(most.amount, most.currency)} a year is still paid`;
  return [
    {
      severity: most !== null && scaled(most.amount, most.currency) >= LARGE_SPEND ? 'CRITICAL' : 'WARNING',
      title: `${label} is paid for and not used`,
      detail: `${paid}; it was used last ${lastAt === null ? 'long ago' : `on ${dayText(lastAt)}`}.`,
      evidence: [...finances(profile), ...sightings(profile)],
      remedy: 'Ask its owner whether it is still needed. If not, give notice, export what it holds, and take its accounts away.',
    },
  ];
};

/** On the list of what nobody may use, and used all the same. */
export const banned: Rule = (profile) => {
  const { judged, label, users } = profile;
  if (judged.admission.because !== 'BANNED' || judged.activity === 'NONE') return [];
  const recent = judged.activity === 'RECENT';
  return [
    {
      severity: recent ? 'CRITICAL' : 'INFO',
      title: `${label} is banned and ${recent ? 'used' : 'was used'} all the same`,
      detail: `The policy bans it${users > 0 ? `; ${counted(users, 'person', 'people')} used it` : ''}.`,
      evidence: sightings(profile),
      remedy: 'Block it at proxy and DNS, take its grants and accounts away, and tell those who used it what to use instead.',
    },
  ];
};
