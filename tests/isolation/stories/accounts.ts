import { post } from '../post.ts';
import type { Story } from './story.ts';

const LOG_IN = 'mutation ($email: String!) { logIn(email: $email, password: "correct horse battery") { ... on Session { token } } }';

/** Tenants, people and sessions: registering is the settling itself. */
export const accounts: Story = {
  name: 'accounts',
  async live({ canary, url, run, notes }) {
    const { logIn } = await run<{ logIn: { token: string } }>(LOG_IN, { email: `${canary}@example.com` });
    await post(`${url}/graphql`, 'mutation { logOut { __typename } }', {}, { authorization: `Bearer ${logIn.token}` });
    notes.set('refused: a session that was ended', logIn.token);
  },
  recipes: () => ({ 'Mutation.setTenantTimeZone.timeZone': ['Europe/Oslo'] }),
  exempt: {
    'Mutation.registerTenant': 'names nothing of anybody; tried in accounts.test.ts',
    'Mutation.logIn': 'by e-mail and password; that it does not tell which of them is wrong is tried in accounts.test.ts',
    'Mutation.logInWithLocalKey': 'by the key of the machine’s owner; tried in accounts.test.ts',
    'Mutation.logInWithLink': 'by a secret code; tried in accounts.test.ts',
    Session: 'given only to whoever has just proved who they are; tried in accounts.test.ts',
    'Viewer.actions': 'what a role may do, the same in every tenant; the test system has no printed table',
  },
};
