import { randomUUID } from 'node:crypto';
import { signLink } from '../../../subgraphs/accounts/notification/slack/link-code.ts';
import type { Story } from './story.ts';

const TRIED = 'by a code that only the user of Slack is shown whom it is about; tried in tests/slack-decisions.test.ts';

/** A channel of Slack whose buttons decide, and users of Slack who are known as members. */
export const slack: Story = {
  name: 'slack',
  async live({ canary, run, url, system, viewer }) {
    await run('mutation ($input: CreateNotificationChannelInput!) { createNotificationChannel(input: $input) { __typename } }', {
      input: {
        kind: 'SLACK',
        name: `${canary} slack`,
        url: `${url}/${canary}/slack`,
        kinds: ['QUOTA_NEAR'],
        signingSecret: `${canary}-signing-secret-of-slack`,
        botToken: `xoxb-${canary}-token-of-slack`,
      },
    });
    for (const name of ['first', 'second']) {
      const who = { tenantId: viewer.tenantId, teamId: `T-${canary}`, slackUserId: randomUUID(), name: `${canary} ${name}` };
      const code = await signLink(who, system.system.secrets.session, new Date());
      await run('mutation ($code: String!) { linkSlackUser(code: $code) { __typename } }', { code });
    }
  },
  recipes: (_who, known) => ({
    'ChangeNotificationChannelInput.signingSecret': [''],
    'ChangeNotificationChannelInput.botToken': [''],
    'CreateNotificationChannelInput.signingSecret': ['a-signing-secret-of-slack'],
    'CreateNotificationChannelInput.botToken': ['xoxb-a-token-of-slack'],
    'Mutation.unlinkSlackUser.id': known.of('SlackUser.id').slice(0, 1),
  }),
  exempt: {
    'Query.slackLinkOffer': TRIED,
    SlackLinkOffer: 'as Query.slackLinkOffer',
    'Mutation.linkSlackUser': TRIED,
    SlackUserLinked: 'as Mutation.linkSlackUser',
  },
};
