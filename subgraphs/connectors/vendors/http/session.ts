import { setTimeout as wait } from 'node:timers/promises';
import type { Auth, AuthCall, Authorisation } from '../../kit/auth/auth.ts';
import type { SourceRef } from '../../kit/connector.ts';
import type { SourceOwner } from '../../kit/health.ts';
import type { Kit } from '../../kit/kit.ts';
import type { ConnectionState } from './connection-state.ts';
import type { HttpLine } from './http-line.ts';
import { retryDelay } from './retry-delay.ts';
import { Temporary, retryAfterMs } from './temporary.ts';
import { vendorErrors } from './vendor.errors.ts';

/** Tokens are renewed this long before they run out. */
const EARLY_MS = 30_000;
const MAX_TOKEN_ATTEMPTS = 4;

/** Who asks, for all requests of a connection: the token is asked for once, shared, and renewed when it runs out or is no longer accepted. */
export class Session {
  readonly #kit: Kit;
  readonly #auth: Auth;
  readonly #source: SourceRef;
  readonly #state: ConnectionState;
  #secret: string;

  constructor(kit: Kit, auth: Auth, source: SourceRef & { secret: string }, state: ConnectionState) {
    this.#kit = kit;
    this.#auth = auth;
    this.#source = source;
    this.#state = state;
    this.#secret = source.secret;
  }

  /** @param refused what the last request carried when it was answered with 401; null otherwise. @throws VENDOR_SECRET_REFUSED */
  async authorisation(line: HttpLine, signal: AbortSignal, refused: Authorisation | null): Promise<Authorisation> {
    const asked = this.#state.authorisation;
    const known = (await asked?.catch(() => null)) ?? null;
    const spent = known === null || known === refused || (known.expiresAt !== null && known.expiresAt - EARLY_MS < Date.now());
    if (!spent) return known;
    // Several requests find it spent at once: the first one asks for all.
    if (this.#state.authorisation === asked) {
      const asking = this.#ask(line, signal, known !== null);
      this.#state.authorisation = asking;
      asking.catch(() => {
        if (this.#state.authorisation === asking) this.#state.authorisation = null;
      });
    }
    return this.#state.authorisation ?? this.authorisation(line, signal, refused);
  }

  async #ask(line: HttpLine, signal: AbortSignal, renewed: boolean): Promise<Authorisation> {
    const owner = this.#source.owner ?? null;
    const ask = async (secret: string): Promise<Authorisation> => {
      const granted = await this.#auth({ ...this.#call(line, signal), secret });
      if (granted.secret !== undefined && owner !== null) await this.#kit.secrets.replace(owner, secret, granted.secret);
      this.#secret = granted.secret ?? secret;
      return granted;
    };
    const granted = owner === null ? await ask(this.#secret) : await this.#exclusively(owner, ask);
    if (granted.renewable) this.#kit.health.tell(owner, { kind: 'AUTHORISED', renewed });
    return granted;
  }

  /** Only secrets that the source may replace are worth waiting for another process. */
  #exclusively<T>(owner: SourceOwner, ask: (secret: string) => Promise<T>): Promise<T> {
    return this.#secret.includes('refresh_token') ? this.#kit.secrets.alone(owner, this.#secret, ask) : ask(this.#secret);
  }

  #call(line: HttpLine, signal: AbortSignal): Omit<AuthCall, 'secret'> {
    const { location, settings } = this.#source;
    return {
      location,
      settings,
      now: Date.now(),
      requestToken: (url, form, headers = {}) => this.#requestToken(line, url, form, headers, signal),
    };
  }

  async #requestToken(
    line: HttpLine,
    url: string,
    form: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<unknown> {
    const { host } = new URL(url, this.#source.location);
    for (let attempt = 1; ; attempt++) {
      const { status, text, headers: told } = await line.form(url, form, headers, signal);
      if (status === 429 || status >= 500) {
        if (attempt >= MAX_TOKEN_ATTEMPTS) throw new Temporary(`its token endpoint answered ${status}`, status === 429, retryAfterMs(told));
        await wait(retryDelay(attempt, retryAfterMs(told), this.#kit.firstRetryMs), undefined, { signal });
        continue;
      }
      // Token endpoints answer 400 with invalid_grant or invalid_client where others answer 401.
      if (status === 400 || status === 401 || status === 403) throw vendorErrors.VENDOR_SECRET_REFUSED({ host });
      if (status >= 300) throw vendorErrors.VENDOR_REPLY_UNKNOWN({ host, what: 'the token endpoint', why: `status ${status}` });
      try {
        return JSON.parse(text);
      } catch (cause) {
        if (attempt >= MAX_TOKEN_ATTEMPTS || !text.startsWith('{'))
          throw vendorErrors.VENDOR_REPLY_UNKNOWN({ host, what: 'the token endpoint', why: 'no JSON' }, { cause });
      }
    }
  }
}
