import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { CLIENT, openProvider } from '../../../subgraphs/accounts/single-sign-on/identity-provider.testkit.ts';
import { eventually } from '../../testkit/eventually.ts';
import type { Settler, Story } from './story.ts';

const PASSWORD = 'correct horse battery';

/** Sessions, invitations, members, a second factor and single sign-on. */
export const identity: Story = {
  name: 'identity',
  async live(who) {
    const { run, canary, url } = who;
    await run('mutation { updateProfile(persona: CFO) { __typename } }');
    const invite = 'mutation ($email: String!) { inviteMember(email: $email, role: VIEWER) { __typename } }';
    await run(invite, { email: `${canary}-member@example.com` });
    const accept = `mutation ($code: String!, $name: String!) { acceptInvitation(code: $code, displayName: $name, password: "${PASSWORD}") { __typename } }`;
    await anonymously(url, accept, { code: await mailedCode(who, `${canary}-member@example.com`), name: `${canary} member` });
    await run(invite, { email: `${canary}-guest@example.com` });
    // One more session, for the probes to end.
    const logIn = 'mutation ($email: String!, $password: String!) { logIn(email: $email, password: $password) { __typename } }';
    await anonymously(url, logIn, { email: `${canary}@example.com`, password: PASSWORD });
    await configureProvider(who);
    const { startSecondFactor } = await run<{ startSecondFactor: { secret: string } }>(
      `mutation { startSecondFactor(password: "${PASSWORD}") { ... on SecondFactorStarted { secret } } }`,
    );
    const code = new TOTP({ secret: Secret.fromBase32(startSecondFactor.secret) }).generate();
    await run('mutation ($code: String!) { confirmSecondFactor(code: $code) { __typename } }', { code });
  },
  recipes: ({ canary }, known) => ({
    'Query.signInMethods.email': [`${canary}@example.com`],
    'Mutation.updateProfile.displayName': [`${canary} person`],
    'Mutation.inviteMember.email': [`${canary}-other@example.com`],
    'Mutation.requestPasswordReset.email': [`${canary}@example.com`],
    'Mutation.revokeInvitation.id': known.of('Invitation.id'),
    'Mutation.revokeSession.id': known.of('OpenSession.id'),
    'Mutation.changeMemberRole.userId': known.of('User.id'),
    'Mutation.removeMember.userId': known.of('User.id'),
  }),
  exempt: {
    'Mutation.refreshSession': 'by a secret of the caller’s own; tried in session/sessions.test.ts',
    'Mutation.logOut': 'names nothing of anybody, and would end the session that asks; tried in session/sessions.test.ts',
    'Mutation.logOutEverywhere': 'as logOut',
    'Mutation.completeSecondFactor': 'by what the password opened, and a code; tried in second-factor/second-factor.test.ts',
    SecondFactorRequired: 'as completeSecondFactor',
    'Mutation.startSecondFactor': 'by the caller’s own password; tried in second-factor/second-factor.test.ts',
    SecondFactorStarted: 'as startSecondFactor',
    'Mutation.confirmSecondFactor': 'by a code of the caller’s own; tried in second-factor/second-factor.test.ts',
    SecondFactorConfirmed: 'as confirmSecondFactor',
    'Mutation.removeSecondFactor': 'as confirmSecondFactor',
    SecondFactorRemoved: 'as confirmSecondFactor',
    'Mutation.changePassword': 'by the caller’s own password; tried in session/passwords.test.ts',
    'Mutation.resetPassword': 'by a code that was mailed; tried in session/passwords.test.ts',
    PasswordChanged: 'as resetPassword',
    'Query.invitation': 'by a code that was mailed; tried in user/members.test.ts',
    InvitationOffer: 'as Query.invitation',
    'Mutation.acceptInvitation': 'as Query.invitation',
    'Mutation.configureSingleSignOn': 'names nothing of anybody, and asks the provider; tried in single-sign-on/single-sign-on.test.ts',
    'SignInMethods.singleSignOn': 'told to whoever knows the address of somebody, so that they can log in; tried in single-sign-on.test.ts',
    SingleSignOnOffer: 'as SignInMethods.singleSignOn',
  },
};

/** One mutation of somebody who is nobody yet, which opens a session. */
async function anonymously(url: string, query: string, variables: object): Promise<void> {
  const body = JSON.stringify({ query, variables });
  const reply = await (await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).text();
  if (!reply.includes('"Session"')) throw new Error(`no session: ${reply}`);
}

/** Sets single sign-on up with a provider that answers. */
async function configureProvider({ run, canary }: Settler): Promise<void> {
  await using provider = await openProvider('http://127.0.0.1:1/auth/oidc/callback');
  const input = {
    issuer: provider.issuer,
    clientId: `${canary}-client`,
    clientSecret: CLIENT.clientSecret,
    domains: [`${canary}.example`],
    defaultRole: 'VIEWER',
    justInTime: false,
  };
  await run('mutation ($input: ConfigureSingleSignOnInput!) { configureSingleSignOn(input: $input) { __typename } }', { input });
}

/** The code in the one mail to an address. */
async function mailedCode({ system }: Settler, to: string): Promise<string> {
  const folder = join(system.system.config.dataFolder, 'mail');
  let code: string | undefined;
  await eventually(`a mail to ${to}`, async () => {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    code = texts
      .find((text) => text.includes(`To: ${to}`))
      ?.replaceAll(/=\r?\n/gu, '')
      .match(/#([\w-]{54})/u)?.[1];
    return code !== undefined;
  });
  return code ?? '';
}
