import { LRUCache } from 'lru-cache';
import * as oidc from 'openid-client';
import { z } from 'zod';
import { outboundRules } from '../../kernel/outbound/allowed-address.ts';
import type { System } from '../../kernel/system.ts';
import { outboundFetch } from './outbound-fetch.ts';
import { singleSignOnErrors } from './single-sign-on.errors.ts';

const MAX_KEPT = 200;
const KEPT_MS = 10 * 60_000;
const TIMEOUT_SECONDS = 5;
const CLOCK_TOLERANCE_SECONDS = 30;

/** How a tenant is registered at its provider. */
export interface Registration {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** A log-in at a provider that has begun; kept by the browser, sealed. */
export interface Begun {
  state: string;
  nonce: string;
  verifier: string;
}

/** Who the provider says has logged in. */
export interface Identified {
  email: string;
  emailVerified: boolean;
  name: string | null;
}

const claimsSchema = z.object({
  email: z.string().max(254).optional(),
  email_verified: z.boolean().optional(),
  name: z.string().max(1_000).optional(),
});

/** Identity providers by OpenID Connect: authorization code with PKCE, state and nonce, signatures checked. */
export class Providers {
  readonly #system: Pick<System, 'topology' | 'config'>;
  readonly #known = new LRUCache<string, oidc.Configuration>({ max: MAX_KEPT, ttl: KEPT_MS });

  constructor(system: Pick<System, 'topology' | 'config'>) {
    this.#system = system;
  }

  /** Learns a provider's addresses. @throws SSO_ISSUER_INVALID, SSO_PROVIDER_UNREACHABLE */
  async configurationOf({ issuer, clientId, clientSecret }: Registration): Promise<oidc.Configuration> {
    const key = JSON.stringify([issuer, clientId, clientSecret]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const rules = outboundRules(this.#system);
    const url = URL.parse(issuer);
    if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && rules.allowPrivate)))
      throw singleSignOnErrors.SSO_ISSUER_INVALID({});
    try {
      const learnt = await oidc.discovery(url, clientId, undefined, oidc.None(), {
        execute: url.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
        timeout: TIMEOUT_SECONDS,
        [oidc.customFetch]: outboundFetch(rules),
      });
      const server = learnt.serverMetadata();
      const found = new oidc.Configuration(server, clientId, { client_secret: clientSecret, [oidc.clockTolerance]: CLOCK_TOLERANCE_SECONDS }, proofOf(server, clientSecret)); // prettier-ignore
      if (url.protocol === 'http:') oidc.allowInsecureRequests(found);
      // Signatures are checked although the token comes straight from the provider.
      oidc.enableNonRepudiationChecks(found);
      found.timeout = TIMEOUT_SECONDS;
      found[oidc.customFetch] = outboundFetch(rules);
      this.#known.set(key, found);
      return found;
    } catch (cause) {
      throw singleSignOnErrors.SSO_PROVIDER_UNREACHABLE({}, { cause });
    }
  }

  /** Where the browser has to go, and what has to be known when it comes back. @throws SSO_PROVIDER_UNREACHABLE */
  async begin(registration: Registration, redirectUrl: string): Promise<{ url: URL; begun: Begun }> {
    const configuration = await this.configurationOf(registration);
    const begun = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUrl,
      scope: 'openid email profile',
      response_type: 'code',
      code_challenge: await oidc.calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
      state: begun.state,
      nonce: begun.nonce,
    });
    return { url, begun };
  }

  /** Who came back. `returned`: the address the browser was sent to, with what the provider put into it. @throws SSO_REFUSED, SSO_PROVIDER_UNREACHABLE */
  async finish(registration: Registration, begun: Begun, returned: URL): Promise<Identified> {
    const configuration = await this.configurationOf(registration);
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, returned, {
        pkceCodeVerifier: begun.verifier,
        expectedState: begun.state,
        expectedNonce: begun.nonce,
        idTokenExpected: true,
      });
      const idToken = tokens.claims();
      if (idToken === undefined) throw singleSignOnErrors.SSO_REFUSED({});
      const claims = claimsSchema.parse(
        idToken['email'] === undefined ? await oidc.fetchUserInfo(configuration, tokens.access_token, idToken.sub) : idToken,
      );
      return { email: claims.email ?? '', emailVerified: claims.email_verified === true, name: claims.name ?? null };
    } catch (cause) {
      throw singleSignOnErrors.SSO_REFUSED({}, { cause });
    }
  }
}

/** How we show our secret: in the body where the provider takes it there, else as it has to take it (OpenID Connect Core, section 9). */
function proofOf({ token_endpoint_auth_methods_supported: methods = [] }: oidc.ServerMetadata, secret: string): oidc.ClientAuth {
  return methods.includes('client_secret_post') ? oidc.ClientSecretPost(secret) : oidc.ClientSecretBasic(secret);
}
