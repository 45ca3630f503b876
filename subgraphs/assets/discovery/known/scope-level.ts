/** How far a scope reaches, the least first. */
export const SCOPE_LEVELS = {
  /** Knows who signs in, and no more. */
  SIGN_IN: { risk: 0, says: 'knows who signs in' },
  /** What the application made itself, or what is public. */
  LIMITED: { risk: 0.1, says: 'reaches what it made itself, or public data' },
  /** Reads data that does little harm alone: calendars, profiles, metadata. */
  READ: { risk: 0.3, says: 'reads data' },
  WRITE: { risk: 0.45, says: 'changes data' },
  /** Reads what people write and keep: mail, files, chats, code, customers. */
  READ_ALL: { risk: 0.65, says: 'reads everything of its kind' },
  WRITE_ALL: { risk: 0.8, says: 'reads and changes everything of its kind' },
  /** Gives itself or others further rights, or acts as anybody. */
  CONTROL: { risk: 1, says: 'can take over accounts or grant itself more' },
} as const;
export type ScopeLevel = keyof typeof SCOPE_LEVELS;

/** What a scope reaches. */
export type Reach =
  | 'MAIL'
  | 'FILES'
  | 'CALENDAR'
  | 'CONTACTS'
  | 'CHAT'
  | 'CODE'
  | 'CUSTOMERS'
  | 'DIRECTORY'
  | 'DEVICES'
  | 'CLOUD'
  | 'PROFILE'
  | 'OTHER';

export interface KnownScope {
  reach: Reach;
  level: ScopeLevel;
}

/** A provider's scopes: `[reach, level, scopes with blanks between]`. */
export type ScopeTable = readonly (readonly [reach: Reach, level: ScopeLevel, scopes: string])[];
