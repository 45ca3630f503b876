import type { Feature } from '../../../kernel/federation/feature.ts';
import { outboundRules } from '../../../kernel/outbound/allowed-address.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserService } from '../../user/user.service.ts';
import { slackActionsRoute } from './actions.route.ts';
import { PressesService } from './presses.service.ts';
import { slackDirectory } from './slack-directory.ts';
import { SlackResolver } from './slack.resolver.ts';
import { SlackUserService } from './slack-user.service.ts';

/** Slack's own web API. */
export const SLACK_API = 'https://slack.com/api';

/** Deciding approvals with buttons in Slack. @param api base address of Slack's web API */
export function createSlack(system: System, users: UserService, api: string): Feature {
  const known = new SlackUserService(system);
  const presses = new PressesService(system, { users: known, directory: slackDirectory(api, outboundRules(system)) });
  return {
    resolvers: [new SlackResolver(known, users)],
    routes: [slackActionsRoute(presses)],
    privacy: {
      places: [{ scope: 'PLATFORM', table: 'slack_user', kind: 'USERS', title: 'users of Slack', erase: 'VALUES' }],
      retention: [],
    },
    stop: () => presses.stop(),
  };
}
