import type { GraphQLFormattedError } from 'graphql';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { Logger } from '../../subgraphs/kernel/telemetry/logger.ts';
import { doorErrors } from './door.errors.ts';
import { protocolErrors } from './protocol.errors.ts';

/** Errors a reply carries at most. */
export const MAX_ERRORS = 3;
const STACK_LINES = 10;
const SUGGESTION = / ?Did you mean [^?]*\?/g;
const TOO_MANY_TOKENS = /more tha[nt] (\d+) tokens/;

export interface MaskOptions {
  /** What subgraphs say of failures that are not in the catalogue: hidden, or shown as they are. */
  subgraphMessages: 'MASK' | 'SHOW';
  /** Whether names of the schema that come near a wrong one are kept from callers. */
  hideSuggestions: boolean;
  /** Whether callers are shown what failed inside; in development mode only. */
  debug?: boolean;
}

/**
 * What a caller is shown of an error: foreseen ones as they are, protocol errors with advice, and of anything else only that it
 * happened, under the request id with which the log has the rest.
 */
export function maskError(
  formatted: GraphQLFormattedError,
  error: unknown,
  logger: Logger,
  options: MaskOptions = { subgraphMessages: 'MASK', hideSuggestions: true },
): GraphQLFormattedError {
  const place = {
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
  };
  const known = foreseen(formatted, error, options);
  if (known !== null) return { message: known.message, ...place, extensions: known.extensions };
  if (options.subgraphMessages === 'SHOW' && typeof formatted.extensions?.['serviceName'] === 'string') return formatted;
  logger.error({ err: error, path: formatted.path }, 'an unforeseen error was masked');
  const { message, extensions } = protocolErrors.INTERNAL({});
  const debug = options.debug === true ? { debug: debugOf(error) } : {};
  return { message, ...place, extensions: { ...shownExtensions(extensions), ...debug } };
}

/** What failed, and where in our code. */
function debugOf(error: unknown): { message: string; stack: string[] } {
  const origin = error instanceof Error && 'originalError' in error && error.originalError instanceof Error ? error.originalError : error;
  if (!(origin instanceof Error)) return { message: String(origin), stack: [] };
  return {
    message: origin.message,
    stack: (origin.stack ?? '')
      .split('\n')
      .slice(1, 1 + STACK_LINES)
      .map((line) => line.trim()),
  };
}

/** The first errors, each told once. */
export function cappedErrors(errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[] {
  if (errors.length < 2) return errors;
  const told = new Set<string>();
  const kept: GraphQLFormattedError[] = [];
  for (const error of errors) {
    if (kept.length === MAX_ERRORS) break;
    const same = `${error.message} ${error.path?.join('.') ?? ''} ${error.locations?.[0]?.line ?? ''}:${error.locations?.[0]?.column ?? ''}`;
    if (!told.has(same)) kept.push(error);
    told.add(same);
  }
  return kept;
}

interface Shown {
  message: string;
  extensions: { code: string; todo: string; retry: boolean; retryAfterMs?: number };
}

function foreseen({ message, extensions }: GraphQLFormattedError, error: unknown, options: MaskOptions): Shown | null {
  const origin = error instanceof Error && 'originalError' in error ? error.originalError : error;
  // Validation gives every error a code of its own; what a rule of ours refused keeps the catalogue's.
  const domain = domainErrorIn(origin);
  if (domain !== null) return { message: domain.message, extensions: shownExtensions(domain.extensions) };
  const { code, todo, retry, retryAfterMs } = extensions ?? {};
  if (typeof code !== 'string') return null;
  if (typeof todo === 'string')
    return { message, extensions: { code, todo, retry: retry === true, ...(typeof retryAfterMs === 'number' ? { retryAfterMs } : {}) } };
  const tokens = code === 'GRAPHQL_PARSE_FAILED' ? TOO_MANY_TOKENS.exec(message) : null;
  const protocol =
    tokens !== null
      ? doorErrors.DOCUMENT_TOO_LARGE({ maximum: tokens[1] ?? '' })
      : isProtocolCode(code)
        ? protocolErrors[code]({ reason: options.hideSuggestions ? message.replace(SUGGESTION, '') : message })
        : null;
  return protocol === null ? null : { message: protocol.message, extensions: shownExtensions(protocol.extensions) };
}

function domainErrorIn(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  const inner = error instanceof Error && 'originalError' in error ? error.originalError : null;
  return inner instanceof DomainError ? inner : null;
}

function isProtocolCode(code: string): code is Exclude<keyof typeof protocolErrors, 'INTERNAL'> {
  return code !== 'INTERNAL' && Object.hasOwn(protocolErrors, code);
}

function shownExtensions({ code, todo, retry, retryAfterMs }: DomainError['extensions']): Shown['extensions'] {
  return { code, todo, retry, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
