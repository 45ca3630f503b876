import { mongodbErrors } from './mongodb.errors.ts';

/** Where a deployment is and who asks, without the password. */
export interface MongodbAddress {
  /** Hosts come from DNS. */
  srv: boolean;
  /** `host` or `host:port`. */
  hosts: string[];
  user: string | null;
  /** null: all that the login may see. */
  database: string | null;
  options: Record<string, string>;
}

const SHAPE = /^mongodb(\+srv)?:\/\/(?:([^@/?]*)@)?([^@/?]+)(?:\/([^?]*))?(?:\?(.*))?$/iu;
const HOST = /^(?:\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/iu;
/** What an address may say; nothing that reads files of the server, and no way to log in that asks others. */
const OPTIONS: Readonly<Record<string, RegExp>> = {
  replicaSet: /^[\w.-]+$/u,
  authSource: /^[^/\\."$\s]+$/u,
  authMechanism: /^(?:DEFAULT|SCRAM-SHA-1|SCRAM-SHA-256)$/u,
  tls: /^(?:true|false)$/u,
  ssl: /^(?:true|false)$/u,
  directConnection: /^(?:true|false)$/u,
  loadBalanced: /^(?:true|false)$/u,
  readPreference: /^(?:primary|primaryPreferred|secondary|secondaryPreferred|nearest)$/u,
};
const IGNORED = new Set(['retryWrites', 'w', 'appName', 'retryReads', 'wtimeoutMS', 'journal', 'maxPoolSize', 'minPoolSize', 'connectTimeoutMS', 'socketTimeoutMS', 'serverSelectionTimeoutMS', 'readConcernLevel', 'compressors', 'uuidRepresentation']); // prettier-ignore

/** Reads an address that a person gave. @throws MONGODB_URL_INVALID, whose text never repeats it: there may be a password in it */
export function readMongodbAddress(text: string): MongodbAddress & { password: string | null } {
  const match = SHAPE.exec(text.trim());
  if (match === null) throw invalid('it does not start with mongodb:// or mongodb+srv://, or the host is missing');
  const [, plus, login, names = '', path = '', query = ''] = match;
  const srv = plus !== undefined;
  const hosts = names.split(',').map((host) => host.toLowerCase());
  if (hosts.length > 50 || !hosts.every((host) => HOST.test(host))) throw invalid('a host cannot be read');
  if (srv && (hosts.length > 1 || hosts[0]?.includes(':') === true)) throw invalid('mongodb+srv:// takes one name and no port');
  const [user = '', ...rest] = (login ?? '').split(':');
  const database = decoded(path);
  if (/[/\\."$\s\0]/u.test(database)) throw invalid('the name of the database cannot be read');
  return {
    srv, hosts, user: user === '' ? null : decoded(user), password: rest.length === 0 ? null : decoded(rest.join(':')),
    database: database === '' ? null : database, options: optionsOf(query),
  }; // prettier-ignore
}

function optionsOf(query: string): Record<string, string> {
  const options: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    if (IGNORED.has(name)) continue;
    const shape = OPTIONS[name];
    if (shape === undefined) throw invalid(`the option ${name.slice(0, 40)} is not known here`);
    if (!shape.test(value)) throw invalid(`${name} cannot be that`);
    options[name] = value;
  }
  return options;
}

/** The same deployment always has the same location; no password in it. */
export function mongodbLocation({ srv, hosts, user, database, options }: MongodbAddress): string {
  const query = new URLSearchParams(Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1))).toString();
  const login = user === null ? '' : `${encodeURIComponent(user)}@`;
  return `mongodb${srv ? '+srv' : ''}://${login}${hosts.join(',')}/${database === null ? '' : encodeURIComponent(database)}${query === '' ? '' : `?${query}`}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw invalid('a percent sign is not followed by two hexadecimal digits');
  }
}

const invalid = (why: string): Error => mongodbErrors.MONGODB_URL_INVALID({ why });
