import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { System } from '../../kernel/system.ts';
import { openSecret, sealSecret, type SecretContext } from '../../kernel/vault/vault.ts';
import type { Begun } from './provider.ts';

const NAME = 'autonomos_sign_in';
const PATH = '/auth/oidc/';
/** How long somebody may take at the provider. */
const MINUTES = 10;
const MAX_CHARACTERS = 3_000;

const beginSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string().nullable(), until: z.number() });

/** A log-in under way, of which tenant, and where it leads to. */
export interface SignIn extends Begun {
  tenantId: string;
  /** Path of the client to go to at the end. */
  to: string | null;
}

/** The cookie that the browser brings back from the provider: sealed, for this browser only, so that nobody logs others in as themselves. */
export function writeCookie(
  { secrets, clock, config }: Pick<System, 'secrets' | 'clock' | 'config'>,
  { tenantId, ...begun }: SignIn,
): string {
  const until = clock().getTime() + MINUTES * 60_000;
  const sealed = sealSecret(JSON.stringify({ ...begun, until }), secrets.vault, contextOf(tenantId));
  return cookie(`${tenantId}.${sealed}`, MINUTES * 60, config.publicUrl);
}

/** The cookie that takes it away. */
export function clearCookie({ config }: Pick<System, 'config'>): string {
  return cookie('', 0, config.publicUrl);
}

/** The log-in the browser has begun; null when it has begun none, too long ago, or brings something else. */
export function readCookie({ secrets, clock }: Pick<System, 'secrets' | 'clock'>, request: IncomingMessage): SignIn | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1) ?? '';
  const dot = value.indexOf('.');
  if (dot === -1 || value.length > MAX_CHARACTERS) return null;
  const tenantId = value.slice(0, dot);
  try {
    const begun = beginSchema.parse(JSON.parse(openSecret(value.slice(dot + 1), secrets.vault, contextOf(tenantId))));
    return begun.until < clock().getTime() ? null : { ...begun, tenantId };
  } catch {
    return null;
  }
}

function cookie(value: string, seconds: number, publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  // Lax: it has to come along when the provider sends the browser back.
  return `${NAME}=${value}; Path=${PATH}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

function contextOf(tenantId: string): SecretContext {
  return { tenantId, purpose: 'sign-in-begun' };
}
