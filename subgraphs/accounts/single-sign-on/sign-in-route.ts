import type { IncomingMessage, ServerResponse } from 'node:http';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import type { HttpRoute } from '../../kernel/federation/subgraph-module.ts';
import type { System } from '../../kernel/system.ts';
import type { SessionService } from '../session/session.service.ts';
import { clearCookie, readCookie, writeCookie } from './begun-cookie.ts';
import { memberOf } from './newcomers.ts';
import type { Providers } from './provider.ts';
import { singleSignOnErrors } from './single-sign-on.errors.ts';
import type { SingleSignOnService } from './single-sign-on.service.ts';

const PREFIX = '/auth/oidc/';
const START = `${PREFIX}start/`;
const CALLBACK = `${PREFIX}callback`;
/** The browser comes with the code at once. */
const CODE_MINUTES = 2;
const MAX_PATH_CHARACTERS = 500;

interface Parts {
  system: System;
  settings: SingleSignOnService;
  providers: Providers;
  sessions: SessionService;
}

/** Logging in through an identity provider: `/auth/oidc/start/<tenant>` sends the browser there, `/auth/oidc/callback` takes it back. */
export function signInRoute(parts: Parts): HttpRoute {
  return {
    method: 'GET',
    prefix: PREFIX,
    async handle(request, response) {
      const { publicUrl } = parts.system.config;
      const url = new URL(request.url ?? '/', publicUrl);
      try {
        if (url.pathname.startsWith(START)) await begin(parts, url, response);
        else if (url.pathname === CALLBACK) await finish(parts, url, request, response);
        else throw singleSignOnErrors.SSO_NOT_CONFIGURED({});
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        parts.system.logger.warn({ err: error }, 'a single sign-on was refused');
        // Only the code: what went wrong inside is nobody's business outside.
        redirect(response, `${publicUrl}/login?problem=${error.code}`, clearCookie(parts.system));
      }
    },
  };
}

async function begin({ system, settings, providers }: Parts, url: URL, response: ServerResponse): Promise<void> {
  const tenantId = url.pathname.slice(START.length);
  const { registration, redirectUrl } = await settings.settingsOf(tenantId);
  const { url: there, begun } = await providers.begin(registration, redirectUrl);
  redirect(response, there.href, writeCookie(system, { ...begun, tenantId, to: pathWithin(url.searchParams.get('to')) }));
}

async function finish(
  { system, settings, providers, sessions }: Parts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const signIn = readCookie(system, request);
  if (signIn === null) throw singleSignOnErrors.SSO_REFUSED({});
  const { row, registration, redirectUrl } = await settings.settingsOf(signIn.tenantId);
  const returned = new URL(redirectUrl);
  returned.search = url.search;
  const who = await providers.finish(registration, signIn, returned);
  const link = await sessions.createLink(await memberOf(system, row, who), { minutes: CODE_MINUTES, way: 'SINGLE_SIGN_ON' });
  const to = signIn.to === null ? '' : `?to=${encodeURIComponent(signIn.to)}`;
  // In the fragment, which neither logs nor referrers ever have.
  redirect(response, `${system.config.publicUrl}/welcome${to}#${link.code}`, clearCookie(system));
}

/** A path of our own client; null for what leads elsewhere. */
function pathWithin(to: string | null): string | null {
  return to !== null && to.length <= MAX_PATH_CHARACTERS && /^\/(?![/\\])[\w\-./?=&%]*$/u.test(to) ? to : null;
}

function redirect(response: ServerResponse, location: string, cookie: string): void {
  response.writeHead(303, {
    location,
    'set-cookie': cookie,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-length': 0,
  });
  response.end();
}
