import type { SqlError } from '../wire/messages.ts';

/** A `set_config($n, …)` in a statement: the name of the setting comes with the values. */
export interface SettingParameter {
  /** 1-based, as in `$1`. */
  readonly parameter: number;
  /** The third argument is the literal `true`: gone at the end of the transaction. */
  readonly local: boolean;
}

export type ListenChange = { readonly kind: 'listen' | 'unlisten'; readonly channel: string } | { readonly kind: 'unlistenAll' };

/** What the gateway must know of a SQL text before the one shared backend sees it. */
export interface Inspection {
  /** Set when the text must not reach the backend. */
  readonly refusal: SqlError | null;
  /** Names of settings changed for longer than a transaction. */
  readonly settings: readonly string[];
  readonly settingParameters: readonly SettingParameter[];
  readonly listenChanges: readonly ListenChange[];
  /** The text is one COPY … FROM STDIN. */
  readonly copyIn: { readonly binary: boolean } | null;
}

export const HARMLESS: Inspection = { refusal: null, settings: [], settingParameters: [], listenChanges: [], copyIn: null };

const insufficientPrivilege = (message: string): SqlError => ({ sqlState: '42501', message });
const unsupported = (message: string, hint: string): SqlError => ({ sqlState: '0A000', message, hint });

export const REFUSED = {
  identity: insufficientPrivilege('permission denied to set session authorization'),
  settingName: insufficientPrivilege('set_config must name its setting as a plain string constant or a parameter'),
  encoding: unsupported(
    'the embedded database speaks UTF-8 with standard strings only',
    'Leave client_encoding and standard_conforming_strings alone.',
  ),
  unicodeName: unsupported('U&"…" identifiers are not supported by the embedded database', 'Write the identifier as it is.'),
  prepare: unsupported(
    'PREPARE and EXECUTE in SQL are not supported by the embedded database',
    'Use prepared statements of the wire protocol.',
  ),
  discard: unsupported(
    'DISCARD ALL, DISCARD TEMP and DEALLOCATE ALL are not supported by the embedded database',
    'All clients share one backend; use RESET ALL.',
  ),
  temporary: unsupported(
    'temporary objects outlive their client on the embedded database',
    'Use CREATE TEMPORARY TABLE … ON COMMIT DROP inside a transaction.',
  ),
  copy: unsupported(
    'COPY FROM STDIN must be the only statement of a simple query on the embedded database',
    'Send it alone, without parameters.',
  ),
} as const satisfies Record<string, SqlError>;
