import type { PersonalDataType } from '../../subgraphs/kernel/personal-data/finding.ts';

/** A stretch of a text with a type. */
export interface TypedSpan {
  type: string;
  start: number;
  end: number;
}

/** How often a type was found rightly, wrongly, and not. */
export interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

/** Two spans are the same when they share this much of what they cover together. */
const LEAST_OVERLAP = 0.9;
const BETA_SQUARED = 4;

/** What our types are called in data of this kind; the first name is the usual one. */
export const NAMES: Readonly<Record<PersonalDataType, readonly string[]>> = {
  EMAIL: ['EMAIL_ADDRESS', 'EMAIL'],
  PHONE: ['PHONE_NUMBER', 'PHONE'],
  CARD: ['CREDIT_CARD', 'CREDIT_CARD_NUMBER'],
  IBAN: ['IBAN_CODE', 'IBAN'],
  US_SSN: ['US_SSN', 'SSN'],
  NATIONAL_ID: ['NATIONAL_ID', 'UK_NHS', 'US_ITIN'],
  DRIVER_LICENSE: ['US_DRIVER_LICENSE', 'DRIVER_LICENSE'],
  IP: ['IP_ADDRESS', 'IP'],
  URL: ['DOMAIN_NAME', 'URL'],
  DATE_OF_BIRTH: ['DATE_TIME', 'DATE_OF_BIRTH', 'BIRTHDAY'],
  DATE_TIME: ['DATE_TIME', 'DATE'],
  AGE: ['AGE'],
  PERSON: ['PERSON'],
  TITLE: ['TITLE'],
  ADDRESS: ['ADDRESS', 'STREET_ADDRESS', 'ZIP_CODE'],
  LOCATION: ['LOCATION', 'GPE', 'CITY', 'COUNTRY'],
  NATIONALITY: ['NRP', 'NATIONALITY', 'LOCATION', 'GPE'],
  ORGANIZATION: ['ORGANIZATION', 'ORG'],
};

/** Intersection over union of two spans. */
export function overlap(one: TypedSpan, other: TypedSpan): number {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return shared <= 0 ? 0 : shared / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
}

/** Counts one text's findings; each gold span can be found once. */
export function count(
  found: readonly (TypedSpan & { type: PersonalDataType })[],
  gold: readonly TypedSpan[],
  known: ReadonlySet<string>,
  into: Map<string, Counts>,
): void {
  const counts = (type: string): Counts => {
    const had = into.get(type) ?? { right: 0, wrong: 0, missed: 0 };
    into.set(type, had);
    return had;
  };
  const taken = new Set<TypedSpan>();
  for (const finding of found) {
    const names = NAMES[finding.type].filter((name) => known.has(name));
    // What this data does not label cannot be told right from wrong.
    if (names.length === 0) continue;
    const match = gold.find((span) => !taken.has(span) && names.includes(span.type) && overlap(span, finding) >= LEAST_OVERLAP);
    if (match === undefined) counts(names[0] ?? '').wrong++;
    else {
      taken.add(match);
      counts(match.type).right++;
    }
  }
  for (const span of gold) if (!taken.has(span)) counts(span.type).missed++;
}

/** Precision, recall, F1 and F2 of counts; 1 where there was nothing to be wrong about. */
export function figures({ right, wrong, missed }: Counts): { precision: number; recall: number; f1: number; f2: number } {
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  const f = (weight: number): number =>
    precision + recall === 0 ? 0 : ((1 + weight) * precision * recall) / (weight * precision + recall);
  return { precision, recall, f1: f(1), f2: f(BETA_SQUARED) };
}

/** All types together. */
export function together(all: ReadonlyMap<string, Counts>): Counts {
  const sum = { right: 0, wrong: 0, missed: 0 };
  for (const { right, wrong, missed } of all.values()) {
    sum.right += right;
    sum.wrong += wrong;
    sum.missed += missed;
  }
  return sum;
}
