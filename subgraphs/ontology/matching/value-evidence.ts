import type { DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import type { CanonicalAttribute } from '../canonical/ontology-file.ts';
import { isCountry } from './countries.ts';

/** What a column's values say for (0…1) or against (a factor below 1) an attribute, and why. */
export interface ValueEvidence {
  readonly support: number;
  readonly factor: number;
  readonly reasons: readonly string[];
}

const NEUTRAL: ValueEvidence = { support: 0, factor: 1, reasons: [] };
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const URL_LIKE = /^(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}(?:[/?#].*)?$/i;
const PHONE = /^\+?[\d\s().\-x/]{7,}$/;

/** Number of values that are not blank. */
export function filled(column: DiscoveredColumn): number {
  return column.profile.rows - column.profile.blanks;
}

/** Every filled value differs from every other, and there is more than one. */
export function isUnique(column: DiscoveredColumn): boolean {
  const count = filled(column);
  return count > 0 && column.profile.distinct >= count;
}

/** Share of the column's sampled distinct values that pass a test; 0 when there are none. */
export function shareOf(column: DiscoveredColumn, test: (value: string) => boolean): number {
  const values = sampleOf(column);
  return values.length === 0 ? 0 : values.filter(test).length / values.length;
}

/** Distinct sampled values: the most frequent and the first ones. */
export function sampleOf(column: DiscoveredColumn): string[] {
  return [...new Set([...column.profile.topValues.map((top) => top.value), ...column.profile.examples])];
}

export const looksLike = {
  email: (column: DiscoveredColumn): boolean => shareOf(column, (value) => EMAIL.test(value)) >= 0.8,
  url: (column: DiscoveredColumn): boolean => shareOf(column, (value) => URL_LIKE.test(value)) >= 0.8,
  phone: (column: DiscoveredColumn): boolean => shareOf(column, (value) => PHONE.test(value)) >= 0.8,
  /** Code-like: no spaces, and digits in most of them. */
  code: (column: DiscoveredColumn): boolean => shareOf(column, (value) => !/\s/.test(value) && /\d/.test(value)) >= 0.8,
  country: (column: DiscoveredColumn): boolean => shareOf(column, isCountry) >= 0.6,
  personName: (column: DiscoveredColumn): boolean =>
    shareOf(column, (value) => /^\p{Lu}[\p{L}'.-]+(?: \p{Lu}[\p{L}'.-]*){1,3}$/u.test(value)) >= 0.7,
};

/** Weighs a column's values against an attribute; without values nothing is said. */
export function valueEvidence(column: DiscoveredColumn, attribute: CanonicalAttribute): ValueEvidence {
  if (filled(column) === 0) return NEUTRAL;
  if (attribute.values.length > 0) {
    const hits = knownValues(column, attribute);
    if (hits.length > 0)
      return support(Math.min(1, 0.5 + hits.length / 4), `values such as ${quoted(hits)} are known for ${attribute.label.toLowerCase()}`);
  }
  if (attribute.name === 'country')
    return looksLike.country(column)
      ? support(1, 'values are names of countries')
      : against(isShortCode(column) ? 1 : 0.7, 'values are not names of countries');
  if (attribute.name === 'foundedYear') return yearsOnly(column) ? support(1, 'values are years') : against(0.3, 'values are not years');
  return semanticEvidence(column, attribute);
}

function semanticEvidence(column: DiscoveredColumn, attribute: CanonicalAttribute): ValueEvidence {
  const distinct = column.profile.distinct;
  const count = filled(column);
  switch (attribute.semantic) {
    case 'EMAIL':
      return looksLike.email(column) ? support(1, 'values are e-mail addresses') : against(0.4, 'values are not e-mail addresses');
    case 'URL':
      return looksLike.url(column) ? support(1, 'values are web addresses') : against(0.6, 'values are not web addresses');
    case 'PHONE':
      return looksLike.phone(column) ? support(0.8, 'values are telephone numbers') : against(0.6, 'values are not telephone numbers');
    case 'IDENTIFIER':
      if (isUnique(column)) return support(1, 'every value is unique');
      return against(attribute.name === 'externalId' ? 0.45 : 0.8, 'values repeat');
    case 'NAME':
      if (isUnique(column)) return support(0.6, 'every value is unique');
      return distinct < count * 0.3 && count > 20 ? against(0.75, 'few distinct values for a name') : NEUTRAL;
    case 'PERSON':
      return looksLike.personName(column) ? support(0.6, 'values look like names of people') : NEUTRAL;
    case 'CATEGORY':
    case 'STATUS':
      if (attribute.semantic === 'STATUS' && /state$/i.test(column.name) && count > 0)
        return against(0.5, 'it may be a state of a country');
      if (distinct <= Math.max(20, count * 0.2)) return support(0.5, `${distinct} distinct values`);
      return column.type === 'TEXT' && distinct > Math.max(50, count * 0.6)
        ? against(0.75, 'too many distinct values for a category')
        : NEUTRAL;
    default:
      return NEUTRAL;
  }
}

/** The attribute's known words that occur among the column's values, compared without case and punctuation. */
export function knownValues(column: DiscoveredColumn, attribute: CanonicalAttribute): string[] {
  const known = new Set(attribute.values);
  return sampleOf(column).filter((value) => known.has(fold(value)));
}

/** Lower-case words only: `Closed-Won` → closed won. */
export function fold(value: string): string {
  return value
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** Whole numbers between 1000 and 2100. */
export function yearsOnly(column: DiscoveredColumn): boolean {
  const least = Number(column.profile.min);
  const most = Number(column.profile.max);
  return column.profile.min !== null && Number.isInteger(least) && Number.isInteger(most) && least >= 1000 && most <= 2100;
}

function isShortCode(column: DiscoveredColumn): boolean {
  return column.profile.averageLength <= 3;
}

function support(strength: number, reason: string): ValueEvidence {
  return { support: strength, factor: 1, reasons: [reason] };
}

function against(factor: number, reason: string): ValueEvidence {
  return factor === 1 ? NEUTRAL : { support: 0, factor, reasons: [reason] };
}

/** Up to three values in quotation marks. */
export function quoted(values: readonly string[]): string {
  return values
    .slice(0, 3)
    .map((value) => `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`)
    .join(', ');
}
