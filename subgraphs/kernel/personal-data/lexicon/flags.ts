/** What the lexicon knows of a word or of words one after the other, as bits. */
export const FLAG = {
  GIVEN: 1,
  SURNAME: 1 << 1,
  CITY: 1 << 2,
  CITY_PART: 1 << 3,
  COUNTRY: 1 << 4,
  NATIONALITY: 1 << 5,
  STATE: 1 << 6,
  STREET: 1 << 7,
  STREET_PART: 1 << 8,
  UNIT: 1 << 9,
  COMPANY: 1 << 10,
  COMPANY_SUFFIX: 1 << 11,
  COMPANY_PART: 1 << 12,
  HONORIFIC: 1 << 13,
  NAME_SUFFIX: 1 << 14,
  COMMON: 1 << 15,
  STREET_ENDING: 1 << 16,
  PARTICLE: 1 << 17,
  CALENDAR: 1 << 18,
  /** The first word of a city, country or company of several words. */
  PHRASE_START: 1 << 19,
} as const;

/** Bits that tell about names and places; the others are about grammar. */
export const FLAG_BITS = 20;
