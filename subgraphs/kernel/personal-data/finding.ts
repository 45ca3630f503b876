/** Every kind of personal data that is looked for, as the graph and the policies name it. */
export const PERSONAL_DATA_TYPES = [
  'EMAIL',
  'PHONE',
  'CARD',
  'IBAN',
  'US_SSN',
  'NATIONAL_ID',
  'DRIVER_LICENSE',
  'IP',
  'URL',
  'DATE_OF_BIRTH',
  'DATE_TIME',
  'AGE',
  'PERSON',
  'TITLE',
  'ADDRESS',
  'LOCATION',
  'NATIONALITY',
  'ORGANIZATION',
] as const;

/** One kind of personal data. */
export type PersonalDataType = (typeof PERSONAL_DATA_TYPES)[number];

/** Personal data found in a text. */
export interface Finding {
  type: PersonalDataType;
  /** Where it starts, in UTF-16 units from the start of the text. */
  start: number;
  /** Where it ends: the first unit behind it. */
  end: number;
  /** 0 … 1; what is below the asked-for minimum is not told. */
  confidence: number;
  /** Why it was taken for that, in a few words for people. */
  reason: string;
}
