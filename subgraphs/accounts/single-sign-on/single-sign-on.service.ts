import { z } from 'zod';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { inputProblem, type InputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import { openSecret, sealSecret, type SecretContext } from '../../kernel/vault/vault.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { TenantRow } from '../tenant/tenant.entity.ts';
import { lookUpForm } from '../user/email.ts';
import { memberErrors } from '../user/member.errors.ts';
import { UserRow } from '../user/user.entity.ts';
import type { Providers, Registration } from './provider.ts';
import { SingleSignOnRow } from './single-sign-on.entity.ts';
import { singleSignOnErrors } from './single-sign-on.errors.ts';
import type { ConfigureSingleSignOnInput, SignInMethods, SingleSignOn } from './single-sign-on.type.ts';

/** What the secret we have at a provider is sealed for. */
export const SINGLE_SIGN_ON_PURPOSE = 'single-sign-on';
const MAX_DOMAINS = 50;
const MAX_CHARACTERS = 500;
const DOMAIN = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/u;
const NEWCOMERS = new Set(['VIEWER', 'ANALYST', 'OPERATOR']);
const idSchema = z.uuid();

/** Through which provider a tenant's people log in. */
export class SingleSignOnService {
  readonly #system: System;
  readonly #providers: Providers;

  constructor(system: System, providers: Providers) {
    this.#system = system;
    this.#providers = providers;
  }

  /** What is set up; null: nothing. */
  async read({ tenantId }: Pick<UserViewer, 'tenantId'>): Promise<SingleSignOn | null> {
    const row = await this.#rowOf(tenantId);
    return row === null ? null : this.#shown(row);
  }

  /** Sets it up, once the provider has answered. @returns what is set up, or everything that has to be corrected */
  async configure({ tenantId }: UserViewer, input: ConfigureSingleSignOnInput): Promise<SingleSignOn | InputProblem[]> {
    const { database, clock, secrets, flags } = this.#system;
    flags.require(tenantId, 'single-sign-on');
    const tenant = await database.unitOfWork(tenantId, ({ em }) => em.findOne(TenantRow, { id: tenantId }));
    if (tenant?.kind === 'DEMO') return [inputProblem(memberErrors.DEMO_HAS_NO_PEOPLE({}))];
    const before = await this.#rowOf(tenantId);
    const secret = input.clientSecret ?? (before === null ? '' : this.#open(before));
    const domains = [...new Set(input.domains.map((domain) => domain.trim().toLowerCase()))];
    const problems = problemsOf(input, secret, domains);
    if (problems.length > 0) return problems;
    const registration = { issuer: input.issuer.trim(), clientId: input.clientId.trim(), clientSecret: secret };
    try {
      await this.#providers.configurationOf(registration);
    } catch (error) {
      if (error instanceof DomainError) return [inputProblem(error, 'issuer')];
      throw error;
    }
    const fields = {
      issuer: registration.issuer, clientId: registration.clientId, sealedSecret: sealSecret(secret, secrets.vault, contextOf(tenantId)), domains,
      defaultRole: input.defaultRole, justInTime: input.justInTime, updatedAt: clock(),
    }; // prettier-ignore
    const row = await database.unitOfWork(tenantId, async ({ em }) => {
      const known = await em.findOne(SingleSignOnRow, { tenantId });
      return known === null ? em.create(SingleSignOnRow, { tenantId, ...fields }) : Object.assign(known, fields);
    });
    return this.#shown(row);
  }

  /** @returns whether there was anything to remove */
  async remove({ tenantId }: UserViewer): Promise<boolean> {
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = await em.findOne(SingleSignOnRow, { tenantId });
      if (row !== null) em.remove(row);
      return row !== null;
    });
  }

  /** How the account of an address can log in. Of tenants without a provider nothing is told, nor of addresses nobody has. */
  async methodsOf(email: string): Promise<SignInMethods> {
    const address = lookUpForm(email);
    if (address === null) return { password: true, singleSignOn: null };
    const user = await this.#system.database.sessionWork({ 'app.log_in_email': address }, (em) => em.findOne(UserRow, { email: address }));
    const row = user === null || user.homeUserId != null ? null : await this.#rowOf(user.tenantId);
    const offered = row !== null && row.domains.includes(address.split('@')[1] ?? '');
    return {
      password: true,
      singleSignOn: offered ? { name: new URL(row.issuer).hostname, url: this.#signInUrl(row.tenantId) } : null,
    };
  }

  /** What a log-in through the tenant's provider needs. @throws SSO_NOT_CONFIGURED */
  async settingsOf(tenantId: string): Promise<{ row: SingleSignOnRow; registration: Registration; redirectUrl: string }> {
    const row = idSchema.safeParse(tenantId).success ? await this.#rowOf(tenantId) : null;
    if (row === null) throw singleSignOnErrors.SSO_NOT_CONFIGURED({});
    const { issuer, clientId } = row;
    return { row, registration: { issuer, clientId, clientSecret: this.#open(row) }, redirectUrl: this.#redirectUrl() };
  }

  #rowOf(tenantId: string): Promise<SingleSignOnRow | null> {
    return this.#system.database.unitOfWork(tenantId, ({ em }) => em.findOne(SingleSignOnRow, { tenantId }));
  }

  #open({ tenantId, sealedSecret }: SingleSignOnRow): string {
    return openSecret(sealedSecret, this.#system.secrets.vault, contextOf(tenantId));
  }

  #shown(row: SingleSignOnRow): SingleSignOn {
    const { issuer, clientId, domains, defaultRole, justInTime, updatedAt } = row;
    const urls = { signInUrl: this.#signInUrl(row.tenantId), redirectUrl: this.#redirectUrl() };
    return { issuer, clientId, domains, defaultRole, justInTime, updatedAt, ...urls };
  }

  #signInUrl(tenantId: string): string {
    return `${this.#system.config.publicUrl}/auth/oidc/start/${tenantId}`;
  }

  #redirectUrl(): string {
    return `${this.#system.config.publicUrl}/auth/oidc/callback`;
  }
}

function problemsOf(input: ConfigureSingleSignOnInput, secret: string, domains: readonly string[]): InputProblem[] {
  const fits = (text: string): boolean => text.length <= MAX_CHARACTERS && /^[\x20-\x7E]*[\x21-\x7E][\x20-\x7E]*$/u.test(text);
  const checks: [boolean, DomainError, string][] = [
    [fits(input.issuer) && URL.canParse(input.issuer.trim()), singleSignOnErrors.SSO_ISSUER_INVALID({}), 'issuer'],
    [fits(input.clientId), singleSignOnErrors.SSO_CLIENT_INVALID({}), 'clientId'],
    [fits(secret), singleSignOnErrors.SSO_CLIENT_INVALID({}), 'clientSecret'],
    [
      domains.length >= 1 && domains.length <= MAX_DOMAINS && domains.every((domain) => DOMAIN.test(domain)),
      singleSignOnErrors.SSO_DOMAIN_INVALID({}),
      'domains',
    ],
    [NEWCOMERS.has(input.defaultRole), singleSignOnErrors.SSO_ROLE_INVALID({}), 'defaultRole'],
  ];
  return checks.flatMap(([fine, error, field]) => (fine ? [] : [inputProblem(error, field)]));
}

function contextOf(tenantId: string): SecretContext {
  return { tenantId, purpose: SINGLE_SIGN_ON_PURPOSE };
}
