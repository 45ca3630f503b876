import type { ScanChangeKind, ScanFieldsFragment, ScanStatus, TelemetryFeedKind } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

export const STATUSES: Record<ScanStatus, { word: string; tone: Tone }> = {
  RUNNING: { word: 'running', tone: 'accent' },
  SUCCEEDED: { word: 'done', tone: 'good' },
  FAILED: { word: 'failed', tone: 'bad' },
  CANCELLED: { word: 'cancelled', tone: 'neutral' },
};

export const MODES: Record<ScanFieldsFragment['mode'], string> = { FULL: 'full', INCREMENTAL: 'new files only' };

export const CHANGES: Record<ScanChangeKind, { word: string; tone: Tone }> = {
  NEW: { word: 'new', tone: 'accent' },
  GONE: { word: 'gone', tone: 'warning' },
  CHANGED: { word: 'changed', tone: 'neutral' },
};

const REFUSALS: Readonly<Record<string, string>> = {
  NO_IDENTITY: 'names nothing that it could be about',
  FUTURE_TIME: 'tells of the future',
  NOT_JSON: 'is no JSON',
  NOT_AN_OBJECT: 'is no object',
  TOO_LONG: 'is too long',
  DUPLICATE_ID: 'has an id that came before',
  TRUNCATED: 'breaks off',
  WILDCARD_DOMAIN: 'has a domain that stands for many hosts',
  PUNYCODE_DOMAIN: 'has a domain with letters beyond ASCII',
  IP_ONLY: 'is known by an address of the network only',
  UNKNOWN_FORMAT: 'is of no format that can be read',
  EMPTY: 'is empty',
  NOT_TEXT: 'is no text',
  WRONG_ENCODING: 'is to be saved as UTF-8',
  BROKEN_ARCHIVE: 'cannot be unpacked',
  UNCLOSED_QUOTE: 'has a quotation mark that is never closed',
  WRONG_WIDTH: 'has more or fewer cells than there are headings',
  UNREADABLE_LINE: 'is not written as the other lines are',
};

/** Why a record was refused, in words; codes of a format's own as they are. */
export const refusalWords = (code: string): string => REFUSALS[code] ?? code.toLowerCase().replaceAll('_', ' ');

/** How a feed comes, and what becomes of it when it is removed. */
export const FEED_KINDS: Record<TelemetryFeedKind, { word: string; removed: string }> = {
  UPLOAD: { word: 'sent files', removed: 'Its files are deleted.' },
  FOLDER: { word: 'a folder of the server', removed: 'The folder stays as it is.' },
  URL: { word: 'fetched by each scan', removed: 'What came from there is deleted, and so is its secret.' },
  WEBHOOK: { word: 'sent by a service', removed: 'What was sent is deleted, and nothing is taken from there any more.' },
};
