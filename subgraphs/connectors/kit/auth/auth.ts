/** What requests carry so that the source knows who asks. */
export interface Authorisation {
  /** Never logged. */
  headers: Readonly<Record<string, string>>;
  /** In milliseconds since 1970; renewed a little before. Null: unknown. */
  expiresAt: number | null;
  /** A 401 may mean that it has run out: asking for another one helps. */
  renewable: boolean;
  /** The secret to keep from now on, when the source replaced it: a rotated refresh token. */
  secret?: string;
  /** Where the API is, when the source says another place than its own: Salesforce's instance. */
  base?: string;
}

export interface AuthCall {
  /** As it was given: one text, or a JSON object of several values (`secretValues`). */
  secret: string;
  settings: unknown;
  location: string;
  /** Sends a form to a token endpoint and gives back its JSON. @param url absolute, or a path below the location. @throws VENDOR_SECRET_REFUSED */
  requestToken(url: string, form: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<unknown>;
  now: number;
}

/** How a source knows who asks: turns the secret into what requests carry, and asks the source when it has to. @throws DomainError when it is refused */
export type Auth = (call: AuthCall) => Promise<Authorisation>;

/** The values of a secret: those of a JSON object, else the text as `secret`. */
export function secretValues(secret: string): Readonly<Record<string, string>> {
  if (!secret.startsWith('{')) return { secret };
  try {
    const parsed: unknown = JSON.parse(secret);
    if (typeof parsed === 'object' && parsed !== null)
      return Object.fromEntries(Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    // A text that happens to begin like one.
  }
  return { secret };
}

/** Headers that never change. */
export const headerAuth =
  (headersOf: (values: Readonly<Record<string, string>>, settings: unknown) => Readonly<Record<string, string>>): Auth =>
  ({ secret, settings }) =>
    Promise.resolve({ headers: headersOf(secretValues(secret), settings), expiresAt: null, renewable: false });

/** `Authorization: Bearer <secret>`, and what else every request carries. */
export const bearerAuth = (more: Readonly<Record<string, string>> = {}): Auth =>
  headerAuth(({ secret = '' }) => ({ authorization: `Bearer ${secret}`, ...more }));

/** `Authorization: Basic …` of a secret written as `user:password`. */
export const basicAuth = (): Auth =>
  headerAuth(({ secret = '' }) => ({ authorization: `Basic ${Buffer.from(secret).toString('base64')}` }));
