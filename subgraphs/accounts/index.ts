import type { SubgraphModule } from '../kernel/federation/subgraph-module.ts';
import type { System } from '../kernel/system.ts';
import { requireUser } from '../kernel/viewer/viewer.ts';
import { accountsActions } from './actions.ts';
import { createApiKeys } from './api-key/index.ts';
import { createDataRules } from './data-rule/create-data-rules.ts';
import { createFeatureFlags } from './flag/index.ts';
import { joinFeatures, type Feature } from '../kernel/federation/feature.ts';
import { createIdentity } from './session/identity.ts';
import { createJournal } from './journal/index.ts';
import { createNotifications } from './notification/index.ts';
import { createSlack, SLACK_API } from './notification/slack/create-slack.ts';
import { createPrivacy } from './privacy/index.ts';
import { accountsSealed } from './sealed-columns.ts';
import { createLifecycle } from './lifecycle/index.ts';
import { tenantLoader } from './tenant/tenant.loader.ts';
import { TenantResolver } from './tenant/tenant.resolver.ts';
import { TenantService } from './tenant/tenant.service.ts';
import { Tenant } from './tenant/tenant.type.ts';
import { userLoader } from './user/user.loader.ts';
import { UserResolver } from './user/user.resolver.ts';
import { UserService } from './user/user.service.ts';
import { User } from './user/user.type.ts';
import { createUsage } from './usage/usage.ts';
import { WorkspaceResolver } from './workspace/workspace.resolver.ts';
import { WorkspaceService } from './workspace/workspace.service.ts';

/** What a test puts in the place of the world outside. */
interface Seams {
  /** Base address of Slack's web API. */
  slackApi?: string;
}

/** Tenants, the people in them, and what they may do. */
export function createAccounts(system: System, { slackApi = SLACK_API }: Seams = {}): SubgraphModule {
  const tenants = new TenantService(system);
  const users = new UserService(system);
  const workspaces = new WorkspaceService(system);
  const identity = createIdentity(system, { tenants, users, workspaces });
  const people: Feature = {
    resolvers: [new TenantResolver(tenants, users), new UserResolver(tenants), new WorkspaceResolver(workspaces, identity.open)],
    references: [
      {
        name: 'Tenant',
        type: Tenant,
        resolve: ({ id = '' }, { viewer, loaders }) => tenantLoader(loaders, tenants, requireUser(viewer)).load(id),
      },
      { name: 'User', type: User, resolve: ({ id = '' }, { viewer, loaders }) => userLoader(loaders, users, requireUser(viewer)).load(id) },
    ],
  };
  return {
    name: 'accounts',
    actions: accountsActions,
    sealed: accountsSealed,
    ...joinFeatures([
      people,
      identity,
      createApiKeys(system, users),
      createNotifications(system),
      createSlack(system, users, slackApi),
      createDataRules(system, users),
      createUsage(system),
      createJournal(system, users),
      createFeatureFlags(system, users),
      createLifecycle(system),
      createPrivacy(system, users),
    ]),
  };
}
