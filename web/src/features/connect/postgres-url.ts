/** What somebody types to say where a PostgreSQL database is. */
export interface PostgresFields {
  host: string;
  port: string;
  database: string;
  user: string;
  password: string;
  /** How the connection is encrypted; empty for the server's default (when the database offers it). */
  sslmode: string;
}

export const NO_FIELDS: PostgresFields = { host: '', port: '5432', database: '', user: '', password: '', sslmode: '' };

/** The URL of the fields. Names and passwords may hold any character. */
export function toUrl({ host, port, database, user, password, sslmode }: PostgresFields): string {
  const login = password === '' ? encodeURIComponent(user) : `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  const place = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  const encryption = sslmode === '' ? '' : `?sslmode=${encodeURIComponent(sslmode)}`;
  return `postgres://${login}@${place}:${port || '5432'}/${encodeURIComponent(database)}${encryption}`;
}

/** The fields of a URL that was pasted; null when it is none of PostgreSQL's. */
export function fromUrl(text: string): PostgresFields | null {
  if (!/^postgres(ql)?:\/\//i.test(text.trim())) return null;
  try {
    const url = new URL(text.trim());
    return {
      host: url.hostname.replaceAll(/^\[|\]$/g, ''),
      port: url.port || '5432',
      database: decodeURIComponent(url.pathname.slice(1)),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      sslmode: url.searchParams.get('sslmode') ?? '',
    };
  } catch {
    return null;
  }
}

/** Names in a list that somebody typed: split at commas and blanks, each once. */
export function namesIn(text: string): string[] {
  return [...new Set(text.split(/[,\s]+/).filter(Boolean))];
}

export type PostgresField = keyof PostgresFields | 'schemas' | 'name';

/** Beside which field a refusal belongs: the field it names, else what its code is about; null for the whole form. */
export function fieldOf({ field, code }: { field: string | null; code: string }): PostgresField | null {
  const last = field?.split('.').at(-1);
  if (last === 'schemas' || last === 'name') return last;
  if (code === 'SCHEMA_NOT_FOUND') return 'schemas';
  if (code === 'POSTGRES_LOGIN_REFUSED') return 'password';
  if (code === 'POSTGRES_NOT_FOUND') return 'database';
  if (/ADDRESS|UNREACHABLE/.test(code)) return 'host';
  if (/_TLS_/.test(code)) return 'sslmode';
  return null;
}
