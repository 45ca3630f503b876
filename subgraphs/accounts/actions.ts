import { EVERYONE, MEMBERS, defineActions } from '../kernel/permissions/actions.ts';
import { apiKeyActions } from './api-key/api-key.actions.ts';
import { notificationActions } from './notification/notification.actions.ts';
import { dataRuleActions } from './data-rule/data-rule.actions.ts';
import { secondFactorActions } from './second-factor/second-factor.actions.ts';
import { sessionActions } from './session/session.actions.ts';
import { featureFlagActions } from './flag/feature-flag.actions.ts';
import { journalActions } from './journal/journal.actions.ts';
import { privacyActions } from './privacy/privacy.actions.ts';
import { singleSignOnActions } from './single-sign-on/single-sign-on.actions.ts';
import { lifecycleActions } from './lifecycle/lifecycle.actions.ts';
import { memberActions } from './user/member.actions.ts';
import { tenantActions } from './tenant/tenant.actions.ts';
import { usageActions } from './usage/usage.actions.ts';

export const accountsActions = defineActions({
  ...apiKeyActions,
  ...notificationActions,
  ...dataRuleActions,
  ...sessionActions,
  ...secondFactorActions,
  ...memberActions,
  ...singleSignOnActions,
  'workspace.enter': {
    description: 'entering a workspace',
    audience: MEMBERS,
    inPerson: true,
    covers: ['Query.workspaces', 'Mutation.switchWorkspace'],
  },
  'workspace.demo': {
    description: 'making or removing the demo company',
    audience: ['OWNER', 'ADMIN'],
    inPerson: true,
    covers: ['Mutation.createDemoWorkspace', 'Mutation.deleteDemoWorkspace', 'DemoDeleted'],
  },
  // The session just opened shows whose it is before the caller is anyone: a payload's user and tenant are the ones it logged in.
  'tenant.read': { description: 'reading the tenant', audience: EVERYONE, covers: ['Tenant', 'User'] },
  'tenant.members': {
    description: 'reading who belongs to the tenant',
    audience: MEMBERS,
    covers: ['Query.tenant', 'Tenant.members', 'User.tenant', 'UserConnection', 'UserEdge', 'PageInfo', 'Connection'],
  },
  ...tenantActions,
  ...usageActions,
  ...journalActions,
  ...featureFlagActions,
  ...lifecycleActions,
  ...privacyActions,
});
