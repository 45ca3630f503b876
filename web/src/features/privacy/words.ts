import type {
  ErasureStatus,
  ErasureTreatment,
  IdentifierKind,
  LegalBasis,
  PersonalDataAction,
  PersonalDataFoundAt,
  PersonalDataType,
  PersonExportStatus,
} from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

/** Kinds of personal data, as people say them, in the order in which they are listed. */
export const TYPES: Record<PersonalDataType, string> = {
  PERSON: 'Names of people',
  EMAIL: 'E-mail addresses',
  PHONE: 'Phone numbers',
  ADDRESS: 'Postal addresses',
  DATE_OF_BIRTH: 'Dates of birth',
  AGE: 'Ages',
  NATIONALITY: 'Nationalities',
  TITLE: 'Titles',
  CARD: 'Card numbers',
  IBAN: 'Bank accounts (IBAN)',
  US_SSN: 'US social security numbers',
  NATIONAL_ID: 'National ids',
  DRIVER_LICENSE: 'Driving licences',
  IP: 'Network addresses (IP)',
  URL: 'Web addresses',
  LOCATION: 'Places',
  ORGANIZATION: 'Organisations',
  DATE_TIME: 'Dates and times',
};

export const ALL_TYPES = Object.keys(TYPES) as PersonalDataType[];

export const ACTIONS: Record<PersonalDataAction, { word: string; tone: Tone; hint: string }> = {
  ALLOW: { word: 'Allow', tone: 'neutral', hint: 'comes in, and nothing is said' },
  WARN: { word: 'Warn', tone: 'warning', hint: 'comes in, and the report says so' },
  REDACT: { word: 'Redact', tone: 'accent', hint: 'a pseudonym takes its place; the same value always has the same one' },
  BLOCK: { word: 'Block', tone: 'bad', hint: 'a record with it is set aside, a question with it is refused' },
};

export const FOUND_AT: Record<PersonalDataFoundAt, string> = { CONNECTION: 'Connection', QUESTIONS: 'Questions', AGENT_INPUTS: 'Agents' };

export const IDENTIFIERS: Record<IdentifierKind, { label: string; hint: string }> = {
  EMAIL: { label: 'E-mail', hint: 'The whole address' },
  PHONE: { label: 'Phone', hint: 'Best with its country code' },
  NAME: { label: 'Full name', hint: 'Namesakes are found too; the preview counts them' },
  KEY: { label: 'Record key', hint: 'Such as a customer number' },
};

export const TREATMENTS: Record<ErasureTreatment, { label: string; hint: string }> = {
  PSEUDONYMISE: { label: 'Replace what identifies them', hint: 'Numbers stay, so that sums stay right.' },
  ERASE: { label: 'Delete records about them', hint: 'Where they are only mentioned, what identifies them is replaced.' },
};

export const ERASURE_STATUSES: Record<ErasureStatus, { word: string; tone: Tone }> = {
  SEARCHING: { word: 'searching', tone: 'accent' },
  AWAITING_CONFIRMATION: { word: 'waits for you', tone: 'warning' },
  ERASING: { word: 'forgetting', tone: 'accent' },
  DONE: { word: 'done', tone: 'good' },
  FAILED: { word: 'failed', tone: 'bad' },
  CANCELLED: { word: 'cancelled', tone: 'neutral' },
};

export const EXPORT_STATUSES: Record<PersonExportStatus, { word: string; tone: Tone }> = {
  COLLECTING: { word: 'collecting', tone: 'accent' },
  READY: { word: 'ready', tone: 'good' },
  EXPIRED: { word: 'deleted', tone: 'neutral' },
  FAILED: { word: 'failed', tone: 'bad' },
};

export const LEGAL_BASES: Record<LegalBasis, string> = {
  CONSENT: 'Consent',
  CONTRACT: 'Contract',
  LEGAL_OBLIGATION: 'Legal obligation',
  VITAL_INTERESTS: 'Vital interests',
  PUBLIC_TASK: 'Public task',
  LEGITIMATE_INTERESTS: 'Legitimate interests',
};

/** The entries of a table of words as the options of a choice. */
export function optionsOf<Key extends string>(words: Record<Key, string | { label: string }>): { value: Key; label: string }[] {
  return (Object.keys(words) as Key[]).map((value) => {
    const word: string | { label: string } = words[value];
    return { value, label: typeof word === 'string' ? word : word.label };
  });
}
