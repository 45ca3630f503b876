import type { EntitySchema } from '@mikro-orm/postgresql';
import { dataRuleEntities } from './data-rule/data-rule.entities.ts';
import { notificationEntities } from './notification/notification.entities.ts';
import { FeatureFlagRow } from './flag/feature-flag.entity.ts';
import { InvitationRow } from './invitation/invitation.entity.ts';
import { privacyEntities } from './privacy/privacy.entities.ts';
import { RecoveryCodeRow, SecondFactorRow } from './second-factor/second-factor.entity.ts';
import { LogInLinkRow } from './session/log-in-link.entity.ts';
import { PasswordResetRow } from './session/password-reset.entity.ts';
import { UserSessionRow } from './session/user-session.entity.ts';
import { SingleSignOnRow } from './single-sign-on/single-sign-on.entity.ts';
import { TenantRow } from './tenant/tenant.entity.ts';
import { UserRow } from './user/user.entity.ts';

export const accountsEntities: readonly EntitySchema[] = [
  ...dataRuleEntities,
  ...notificationEntities,
  ...privacyEntities,
  TenantRow,
  UserRow,
  LogInLinkRow,
  UserSessionRow,
  PasswordResetRow,
  InvitationRow,
  SecondFactorRow,
  RecoveryCodeRow,
  SingleSignOnRow,
  FeatureFlagRow,
];
