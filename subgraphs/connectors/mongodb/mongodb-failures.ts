import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type MongodbErrorCode, mongodbErrors } from './mongodb.errors.ts';
import type { MongodbAddress } from './mongodb-address.ts';

const MAX_DETAIL = 200;
const AUTHENTICATION_FAILED = new Set([18, 8000]);
const UNAUTHORIZED = 13;

/** A foreseen failure as plain data, so that it can come out of a worker thread. */
export interface MongodbFailure {
  code: MongodbErrorCode;
  details: Readonly<Record<string, string>>;
}

/** What went wrong at the source; null when it is a fault of ours. */
export function mongodbFailure(error: unknown, { hosts }: MongodbAddress): MongodbFailure | null {
  if (!(error instanceof Error) || !error.name.startsWith('Mongo')) return null;
  const code = 'code' in error ? Number(error.code) : null;
  const detail = error.message.slice(0, MAX_DETAIL).replace(/\.$/u, '');
  const said = (kind: MongodbErrorCode): MongodbFailure => ({ code: kind, details: { host: hosts.join(', '), detail } });
  if ((code !== null && AUTHENTICATION_FAILED.has(code)) || /authentication failed|bad auth/iu.test(error.message))
    return said('MONGODB_LOGIN_REFUSED');
  if (code === UNAUTHORIZED) return said('MONGODB_FORBIDDEN');
  if (error.name === 'MongoServerSelectionError') return said('MONGODB_UNREACHABLE');
  if (/Network|Topology|NotConnected|PoolClear|ClientClosed/u.test(error.name)) return said('MONGODB_CONNECTION_LOST');
  return said('MONGODB_QUERY_FAILED');
}

/** The failure as the error it is in the catalogue. */
export const mongodbErrorOf = ({ code, details }: MongodbFailure, cause?: unknown): DomainError =>
  mongodbErrors[code](details as never, cause === undefined ? {} : { cause });

/** Whatever a read throws, as it is told to people. */
export function told(error: unknown, address: MongodbAddress): unknown {
  if (error instanceof DomainError) return error;
  const failure = mongodbFailure(error, address);
  return failure === null ? error : mongodbErrorOf(failure, error);
}
