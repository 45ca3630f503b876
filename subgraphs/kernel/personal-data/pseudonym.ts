import { createHmac } from 'node:crypto';
import type { Pseudonym } from './apply-policy.ts';
import type { PersonalDataType } from './finding.ts';
import { normalised } from './normalise.ts';

/** A shorter key could be guessed. */
const FEWEST_KEY_BYTES = 32;
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const WORD_UNITS = 16;
const FAR_YEAR_MS = Date.UTC(3000, 0, 1);
const FAR_SPAN_MS = Date.UTC(9000, 0, 1) - FAR_YEAR_MS;

/** What a pseudonym of each type looks like: of the type's shape, in ranges that nobody is given. Such values stay as they are. */
const OURS: Readonly<Partial<Record<PersonalDataType, RegExp>>> = {
  EMAIL: /^[0-9a-z]{16}@pseudonym\.invalid$/u,
  PHONE: /^\+999\d{12}x\d{6}$/u,
  CARD: /^9\d{18}$/u,
  IBAN: /^ZZ\d{2}[0-9A-Z]{16}$/u,
  US_SSN: /^9\d{2}-\d{2}-\d{4}-[0-9a-z]{16}$/u,
  IP: /^fd(?:[0-9a-f]{2}:)(?:[0-9a-f]{4}:){6}[0-9a-f]{4}$/u,
  URL: /^https:\/\/[0-9a-z]{16}\.invalid$/u,
  DATE_OF_BIRTH: /^[3-8]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u,
  DATE_TIME: /^[3-8]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u,
};
const OUR_WORD = /^[A-Z][a-z]+ [0-9a-z]{16}$/u;

/**
 * Pseudonyms of one tenant: HMAC-SHA-256 under the tenant's key over the type and the normalised value, cut to about 60 bits or more and
 * put into the type's shape. Equal values get equal pseudonyms, so joins survive; other tenants get others. There is no way back: who
 * has the key can only test guesses, and once it is destroyed nobody can. A pseudonym is its own pseudonym.
 * @param key at least 32 secret bytes @throws when it is shorter
 */
export function createPseudonyms(key: Uint8Array): Pseudonym {
  if (key.length < FEWEST_KEY_BYTES) throw new Error(`a key for pseudonyms has at least ${FEWEST_KEY_BYTES} bytes`);
  return (type, value) => {
    if ((OURS[type] ?? OUR_WORD).test(value)) return value;
    const digest = createHmac('sha256', key)
      .update(`${type}\0${normalised(type, value)}`, 'utf8')
      .digest();
    return shaped(type, digest);
  };
}

function shaped(type: PersonalDataType, digest: Buffer): string {
  switch (type) {
    case 'EMAIL':
      return `${word(digest)}@pseudonym.invalid`;
    case 'PHONE':
      return `+999${digits(digest, 0, 12)}x${digits(digest, 8, 6)}`;
    case 'CARD':
      return `9${digits(digest, 0, 18)}`;
    case 'IBAN':
      return accountNumber(word(digest).toUpperCase());
    case 'US_SSN':
      return `9${digits(digest, 16, 2)}-${digits(digest, 17, 2)}-${digits(digest, 18, 4)}-${word(digest)}`;
    case 'IP':
      return `fd${digest.toString('hex', 0, 15)}`.replaceAll(/(.{4})(?=.)/gu, '$1:');
    case 'URL':
      return `https://${word(digest)}.invalid`;
    case 'DATE_OF_BIRTH':
    case 'DATE_TIME':
      return new Date(FAR_YEAR_MS + Number(digest.readBigUInt64BE(0) % BigInt(FAR_SPAN_MS))).toISOString();
    case 'NATIONAL_ID':
    case 'DRIVER_LICENSE':
      return `Number ${word(digest)}`;
    case 'AGE':
    case 'PERSON':
    case 'TITLE':
    case 'ADDRESS':
    case 'LOCATION':
    case 'NATIONALITY':
    case 'ORGANIZATION':
    default:
      return `${type.charAt(0)}${type.slice(1).toLowerCase()} ${word(digest)}`;
  }
}

/** 80 bits of the digest as letters and digits without i, l, o, u. */
function word(digest: Buffer): string {
  return Array.from(digest.subarray(0, WORD_UNITS), (byte) => ALPHABET[byte & 31]).join('');
}

function digits(digest: Buffer, from: number, count: number): string {
  return (digest.readBigUInt64BE(from) % 10n ** BigInt(count)).toString().padStart(count, '0');
}

// ZZ is nobody's country; the checksum is right, so what checks account numbers takes it.
function accountNumber(body: string): string {
  let rest = 0;
  for (const unit of `${body}ZZ00`) {
    const value = Number.parseInt(unit, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return `ZZ${String(98 - rest).padStart(2, '0')}${body}`;
}
