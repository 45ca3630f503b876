import type { PersonalDataType } from './finding.ts';

/** Names of columns seen lately are kept, at most this many. */
const MOST_NAMES = 2_000;

/** What the name of a column says its values are. */
export interface ColumnHint {
  /** The name as words: "billingPhone_no" is "billing phone no". */
  words: string;
  /** The type of the values; null when the name does not tell. */
  type: PersonalDataType | null;
}

// The first that fits counts, so what is narrow stands before what is wide.
const HINTS: readonly (readonly [RegExp, PersonalDataType | null])[] = [
  [/\b(?:e ?mails?|mail address|e ?mail address|courriel|correo)\b/u, 'EMAIL'],
  [/\b(?:ip|ip address|ipv4|ipv6|client ip|remote addr)\b/u, 'IP'],
  [/\b(?:url|website|web site|homepage|domain|web page)\b/u, 'URL'],
  [/\b(?:phone|telephone|mobile|cell|cellphone|tel|fax|msisdn|telefon|handy|telefono|whatsapp)\b/u, 'PHONE'],
  [/\b(?:iban|bank account)\b/u, 'IBAN'],
  [/\b(?:ssn|social security|soc sec)\b/u, 'US_SSN'],
  [/\b(?:card number|card no|credit card|cc number|pan|card num)\b/u, 'CARD'],
  [/\b(?:driver s? ?licen[cs]e|driving licen[cs]e|licen[cs]e number|driver licen[cs]e number)\b/u, 'DRIVER_LICENSE'],
  [
    /\b(?:national id|national insurance|nino|passport|tax id|tax number|tin|pesel|cpf|dni|nie|bsn|nhs|aadhaar|personnummer|identity number|id card|curp|oib|cnp|codice fiscale)\b/u,
    'NATIONAL_ID',
  ],
  [/\b(?:date of birth|birth date|birthdate|birthday|dob|born|geburtsdatum)\b/u, 'DATE_OF_BIRTH'],
  [/^(?:age|alter|customer age|patient age|age years)$/u, 'AGE'],
  [/\b(?:salutation|honorific|name prefix|anrede)\b/u, 'TITLE'],
  [/\b(?:nationality|citizenship|ethnicity|religion)\b/u, 'NATIONALITY'],
  // Names of things, not of people; the table may hold anything.
  [
    /\b(?:product|item|file|event|campaign|list|table|column|field|brand|model|plan|page|host|class|group|category|stage|status|type) names?\b/u,
    null,
  ],
  [
    /\b(?:company|organi[sz]ation|organi[sz]ation name|employer|firm|vendor name|account name|business name|legal name|supplier|manufacturer)\b/u,
    'ORGANIZATION',
  ],
  [
    /\b(?:first name|last name|full name|given name|family name|surname|middle name|maiden name|nickname|forename|firstname|lastname|fullname|contact name|customer name|person|owner name|patient|employee name|manager|sales agent|sales rep|owner|contact|assignee|agent|representative|author|created by|updated by|signed by|spouse|guardian|nachname|vorname|nombre|apellidos?|prenom|nom)\b/u,
    'PERSON',
  ],
  [
    /\b(?:address|street|addr|address line \d|street address|zip|zip code|zipcode|postcode|postal code|post code|plz|house number|adresse|direccion|suburb)\b/u,
    'ADDRESS',
  ],
  [
    /\b(?:city|town|country|place of birth|birthplace|municipality|office location|residence|village|county|ort|stadt|ciudad|ville|location)\b/u,
    'LOCATION',
  ],
];

const known = new Map<string, ColumnHint>();

/** What a column's name tells. */
export function columnHint(name: string): ColumnHint {
  const had = known.get(name);
  if (had !== undefined) return had;
  const words = name
    .slice(0, 128)
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .toLowerCase();
  const hint = { words, type: HINTS.find(([form]) => form.test(words))?.[1] ?? null };
  if (known.size >= MOST_NAMES) known.clear();
  known.set(name, hint);
  return hint;
}
