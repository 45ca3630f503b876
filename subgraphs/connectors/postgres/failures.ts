import type { DomainError } from '../../kernel/errors/domain-error.ts';
import { type DatabaseAddress, hostAndPort } from './address.ts';
import { type PostgresErrorCode, postgresErrors } from './postgres.errors.ts';

/** A foreseen failure as plain data, so that it can come out of a worker thread. */
export interface Failure {
  code: PostgresErrorCode;
  details: Readonly<Record<string, string>>;
}

const MAX_DETAIL = 200;
const NETWORK = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'EHOSTDOWN', 'ECONNABORTED']);
const CERTIFICATE = /certificate|altname|self.signed|DEPTH_ZERO|UNABLE_TO|wrong version number|SSL routines|does not support SSL/iu;

/** What went wrong at the source, by the code of PostgreSQL or of the system; null when it is a fault of ours. `connected`: it had worked before. */
export function failureOf(error: unknown, address: DatabaseAddress, connected: boolean): Failure | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const detail = error.message.slice(0, MAX_DETAIL).replace(/\.$/u, '');
  const said = (kind: PostgresErrorCode, text = detail): Failure => ({
    code: kind,
    details: { host: hostAndPort(address), user: address.user, database: address.database, detail: text },
  });
  if (/no encryption|SSL off|SSL required|requires SSL/iu.test(error.message)) return said('POSTGRES_TLS_REQUIRED');
  if (code === '28P01' || code === '28000' || /SASL|password must be a string|client password/iu.test(error.message))
    return said('POSTGRES_LOGIN_REFUSED');
  if (code === '3D000') return said('POSTGRES_NOT_FOUND');
  if (code === '42501') return said('POSTGRES_FORBIDDEN');
  if (code === '53300' || code === '55P03' || code === '57P03' || code === '55006') return said('POSTGRES_BUSY');
  if (code === '57014') return said('POSTGRES_BUSY', 'the query took too long');
  if (code.startsWith('08') || code === '57P01' || code === '57P02' || code === '57P05' || code === '25P03')
    return said('POSTGRES_CONNECTION_LOST');
  if (/^[0-9A-Z]{5}$/u.test(code) && 'severity' in error) return said('POSTGRES_QUERY_FAILED');
  if (CERTIFICATE.test(code) || CERTIFICATE.test(error.message)) return said('POSTGRES_TLS_REFUSED');
  if (connected) return isNetwork(error, code) ? said('POSTGRES_CONNECTION_LOST') : null;
  if (NETWORK.has(code)) return said('POSTGRES_UNREACHABLE', code === 'ECONNREFUSED' ? 'the connection was refused' : detail);
  return isNetwork(error, code) ? said('POSTGRES_UNREACHABLE') : null;
}

/** The failure as the error it is in the catalogue. */
export const domainErrorOf = ({ code, details }: Failure, cause?: unknown): DomainError =>
  postgresErrors[code](details as never, cause === undefined ? {} : { cause });

const isNetwork = (error: Error, code: string): boolean =>
  NETWORK.has(code) ||
  code === 'ECONNRESET' ||
  code === 'EPIPE' ||
  /connection terminated|timeout expired|query read timeout|connection ended|not queryable|closed the connection/iu.test(error.message);
