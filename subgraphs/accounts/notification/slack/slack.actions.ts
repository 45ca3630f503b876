import { PEOPLE, defineActions } from '../../../kernel/permissions/actions.ts';

export const slackActions = defineActions({
  'slack.link': {
    description: 'saying which user of Slack you are',
    audience: PEOPLE,
    inPerson: true,
    covers: [
      'Query.slackUsers',
      'Query.slackLinkOffer',
      'Mutation.linkSlackUser',
      'Mutation.unlinkSlackUser',
      'SlackUser',
      'SlackUserConnection',
      'SlackUserEdge',
      'SlackLinkOffer',
      'SlackUserLinked',
    ],
  },
});
