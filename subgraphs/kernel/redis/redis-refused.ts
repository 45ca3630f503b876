/** What no waiting mends: the configuration of the address has to be corrected. */
export type RedisRefusal = 'REDIS_CA_UNREADABLE' | 'REDIS_CERTIFICATE_REFUSED' | 'REDIS_LOGIN_REFUSED';

/** Redis was reached and cannot be used. A process that is told so at its start does not start; one that runs goes on without Redis. */
export class RedisRefused extends Error {
  override readonly name = 'RedisRefused';
  readonly code: RedisRefusal;

  constructor(code: RedisRefusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Codes of OpenSSL's and Node's verification, such as SELF_SIGNED_CERT_IN_CHAIN and ERR_TLS_CERT_ALTNAME_INVALID. */
const CERTIFICATE_CODE = /SELF_SIGNED|CERT_|_CERT|^UNABLE_TO_|^ERR_TLS_|^HOSTNAME_MISMATCH$/;
const LOGIN_REPLY = /^(WRONGPASS|NOAUTH|NOPERM)|invalid (password|username-password)/;

/** The refusal that an error of the connection means; null when it may pass by itself. */
export function refusalOf(error: unknown): RedisRefused | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    if (CERTIFICATE_CODE.test(code))
      return new RedisRefused('REDIS_CERTIFICATE_REFUSED', `the certificate of Redis is not trusted (${code}): ${cause.message}`, {
        cause: error,
      });
    if (LOGIN_REPLY.test(cause.message))
      return new RedisRefused('REDIS_LOGIN_REFUSED', `Redis refuses the user or password of REDIS_URL: ${cause.message}`, { cause: error });
  }
  return null;
}
