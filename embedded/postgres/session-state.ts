import { firstRow } from './backend.ts';
import type { Backend } from './backend.ts';
import type { Replies } from './replies.ts';
import { quoteName, quoteText } from './sql/quote.ts';

/** A client that sets more names than this loses the oldest of them when another client has its turn. */
const MAX_REMEMBERED_SETTINGS = 100;

/**
 * The settings of one client (SET TimeZone, SET ROLE, set_config(…, false), start-up parameters), kept while another
 * client has the backend. Only names seen in the client's texts are kept: what a function sets inside is forgotten.
 */
export class SessionSettings {
  readonly #values = new Map<string, string | null>();
  #stale = false;

  constructor(initial: Iterable<[string, string]>) {
    for (const [name, value] of initial) this.#values.set(name.toLowerCase(), value);
  }

  /** The client changes these settings; their values are read when its turn ends. */
  touch(names: readonly string[]): void {
    if (names.length === 0) return;
    this.#stale = true;
    for (const name of names) this.#values.set(name.toLowerCase(), this.#values.get(name.toLowerCase()) ?? null);
    for (const name of this.#values.keys()) {
      if (this.#values.size <= MAX_REMEMBERED_SETTINGS) break;
      this.#values.delete(name);
    }
  }

  /** Reads the values off the backend, before it turns to another client. Needs a session outside a transaction. */
  async save(backend: Backend): Promise<void> {
    if (!this.#stale) return;
    this.#stale = false;
    const names = [...this.#values.keys()];
    if (names.length === 0) return;
    const row = firstRow(await backend.runSql(`select ${names.map((name) => `current_setting(${quoteText(name)}, true)`).join(', ')}`));
    for (const [index, name] of names.entries()) this.#values.set(name, row[index] ?? null);
  }

  /** The statement that brings the values back, or '' when there are none. The role comes last: it may not set the others. */
  restoreSql(): string {
    const set = [...this.#values].filter(([name, value]) => value !== null && !(name === 'role' && value === 'none'));
    const ordered = [...set.filter(([name]) => name !== 'role'), ...set.filter(([name]) => name === 'role')];
    if (ordered.length === 0) return '';
    return `select ${ordered.map(([name, value]) => `set_config(${quoteText(name)}, ${quoteText(value!)}, false)`).join(', ')}`;
  }

  /** What a client that has just come in asked for, as it is reported back to it. */
  *initial(): Iterable<[string, string]> {
    for (const [name, value] of this.#values) if (value !== null) yield [name, value];
  }

  forget(): void {
    this.#values.clear();
    this.#stale = false;
  }
}

/**
 * Makes the backend the session of another client: its login, its settings, nothing of the client before.
 * SET SESSION AUTHORIZATION rather than SET ROLE: then RESET ROLE and SET ROLE NONE lead back to the login, and
 * PostgreSQL itself checks membership for SET ROLE, exactly as it does for a client of a real server.
 */
export async function enterSession(backend: Backend, login: string, settings: SessionSettings): Promise<void> {
  const clean = `close all; set session authorization ${quoteName(login)}; reset role; reset all`;
  const restore = settings.restoreSql();
  const replies: Replies = await backend.runSql(restore === '' ? clean : `${clean}; ${restore}`);
  if (!replies.failed) return;
  // One of the client's settings cannot be set any more (its role was dropped, say): it goes on without them.
  settings.forget();
  await backend.runSql(clean);
}
