import { GITHUB_SCOPES } from './scopes-github.ts';
import { GOOGLE_SCOPES } from './scopes-google.ts';
import { MICROSOFT_SCOPES } from './scopes-microsoft.ts';
import { SALESFORCE_SCOPES } from './scopes-salesforce.ts';
import { SLACK_SCOPES } from './scopes-slack.ts';
import { type KnownScope, type Reach, SCOPE_LEVELS, type ScopeLevel, type ScopeTable } from './scope-level.ts';

export interface ScopeRisk extends KnownScope {
  /** 0 – 1. */
  risk: number;
  /** Whether the scope is in the tables; of others the words in their names are gone by. */
  known: boolean;
}

const PROVIDERS: Readonly<Record<string, ScopeTable>> = {
  google: GOOGLE_SCOPES, microsoft: MICROSOFT_SCOPES, slack: SLACK_SCOPES, github: GITHUB_SCOPES, salesforce: SALESFORCE_SCOPES,
}; // prettier-ignore
const NAMES: readonly (readonly [pattern: RegExp, provider: string])[] = [
  [/google|gsuite|workspace/i, 'google'],
  [/microsoft|entra|azure|office|graph/i, 'microsoft'],
  [/slack/i, 'slack'],
  [/github/i, 'github'],
  [/salesforce|sfdc/i, 'salesforce'],
];
const BEFORE_SCOPE = /^https:\/\/(?:www\.googleapis\.com\/auth|graph\.microsoft\.com|outlook\.office(?:365)?\.com)\//i;

/** What an application may do by a scope. @param provider who gives it out, in any words; empty when nobody says: then the gravest meaning counts */
export function scopeRisk(provider: string, scope: string): ScopeRisk {
  const key = scope.trim().replace(BEFORE_SCOPE, '').toLowerCase();
  const named = NAMES.find(([pattern]) => pattern.test(provider))?.[1];
  const meant = (named === undefined ? [...TABLES.values()] : [TABLES.get(named)]).flatMap((table) => table?.get(key) ?? []);
  const [gravest] = meant.toSorted((one, other) => SCOPE_LEVELS[other.level].risk - SCOPE_LEVELS[one.level].risk);
  const { reach, level } = gravest ?? guessed(key);
  return { reach, level, risk: SCOPE_LEVELS[level].risk, known: gravest !== undefined };
}

const TABLES: ReadonlyMap<string, ReadonlyMap<string, KnownScope>> = new Map(
  Object.entries(PROVIDERS).map(([provider, table]) => [provider, read(table)]),
);

function read(table: ScopeTable): Map<string, KnownScope> {
  return new Map(
    table.flatMap(([reach, level, scopes]) => scopes.split(' ').map((scope) => [scope.toLowerCase(), { reach, level }] as const)),
  );
}

const REACHES: readonly (readonly [pattern: RegExp, reach: Reach])[] = [
  [/mail|smtp|imap/, 'MAIL'],
  [/file|drive|document|sites?\b/, 'FILES'],
  [/calendar/, 'CALENDAR'],
  [/contact/, 'CONTACTS'],
  [/chat|message|channel/, 'CHAT'],
  [/repo|code|pipeline/, 'CODE'],
  [/customer|crm|account|deal/, 'CUSTOMERS'],
  [/user|group|directory|org|role/, 'DIRECTORY'],
  [/device/, 'DEVICES'],
];
const LEVELS: readonly (readonly [pattern: RegExp, level: ScopeLevel])[] = [
  [/admin|full.?(?:control|access)|impersonat|rolemanagement|\*/, 'CONTROL'],
  [/(?:write|manage|edit|delete|modify).*\ball\b/, 'WRITE_ALL'],
  [/write|manage|edit|create|update|delete|modify|send/, 'WRITE'],
  [/read.*\ball\b/, 'READ_ALL'],
  [/^(?:openid|email|profile|sign.?in|offline)/, 'SIGN_IN'],
];

/** Unknown scopes are at least able to read something. */
function guessed(key: string): KnownScope {
  return {
    reach: REACHES.find(([pattern]) => pattern.test(key))?.[1] ?? 'OTHER',
    level: LEVELS.find(([pattern]) => pattern.test(key))?.[1] ?? 'READ',
  };
}
