import {
  Archive,
  Bell,
  BrainCircuit,
  CalendarRange,
  EyeOff,
  Fingerprint,
  Gauge,
  KeyRound,
  LogIn,
  MessagesSquare,
  ScrollText,
  ShieldCheck,
  ToggleRight,
  UserRound,
  Users,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';

export type SettingsGroup = 'You' | 'Company';

/** One page of the settings. */
export interface SettingsPlace {
  /** Below /settings. */
  path: string;
  label: string;
  hint: string;
  /** More words the command palette finds it by. */
  words: string;
  group: SettingsGroup;
  icon: LucideIcon;
  /** Actions of `Viewer.actions`, any of which lets one in; empty: everybody who is logged in. */
  needs: readonly string[];
  /** Whether it is a thing of one's own workspace, which the demo company has none of. */
  ownOnly?: boolean;
  page: LazyExoticComponent<ComponentType>;
}

/** Every page of the settings, in the order of the side list. A page is one line here and nowhere else. */
export const SETTINGS_PLACES: readonly SettingsPlace[] = [
  {
    path: 'profile',
    label: 'Profile',
    hint: 'Your name, and through whose eyes you ask',
    words: 'account name persona me',
    group: 'You',
    icon: UserRound,
    needs: ['profile.write'],
    page: lazy(() => import('../profile/profile.page.tsx')),
  },
  {
    path: 'security',
    label: 'Security',
    hint: 'Password, second factor, and where you are logged in',
    words: 'password two factor totp authenticator recovery codes sessions log out everywhere',
    group: 'You',
    icon: ShieldCheck,
    needs: ['session.own'],
    ownOnly: true,
    page: lazy(() => import('../security/security.page.tsx')),
  },
  {
    path: 'notifications',
    label: 'Notifications',
    hint: 'What you were told, and how you want to be told',
    words: 'inbox alerts slack webhook mail preferences channels deliveries',
    group: 'You',
    icon: Bell,
    needs: ['notifications.read'],
    page: lazy(() => import('../inbox/inbox.page.tsx')),
  },
  {
    path: 'slack',
    label: 'Slack',
    hint: 'Who you are in Slack, to decide approvals there',
    words: 'chat buttons approve reject link',
    group: 'You',
    icon: MessagesSquare,
    needs: ['slack.link'],
    page: lazy(() => import('../slack/slack.page.tsx')),
  },
  {
    path: 'members',
    label: 'Members',
    hint: 'Who belongs to the company, and what each may do',
    words: 'people users invite roles team invitation',
    group: 'Company',
    icon: Users,
    needs: ['tenant.members'],
    page: lazy(() => import('../members/members.page.tsx')),
  },
  {
    path: 'keys',
    label: 'API keys',
    hint: 'With what programs act for you and for the company',
    words: 'tokens service accounts scopes programs rotate revoke',
    group: 'Company',
    icon: KeyRound,
    needs: ['keys.read'],
    page: lazy(() => import('../keys/keys.page.tsx')),
  },
  {
    path: 'data-access',
    label: 'Data access',
    hint: 'Which records and values members see',
    words: 'row rules column masks hide salaries contacts region permissions pseudonym',
    group: 'Company',
    icon: EyeOff,
    needs: ['data-rules.manage'],
    page: lazy(() => import('../data-rules/data-rules.page.tsx')),
  },
  {
    path: 'time-and-money',
    label: 'Time & money',
    hint: 'Fiscal year, weeks, reporting currency and exchange rates',
    words: 'fiscal calendar quarter week currency exchange rates reporting',
    group: 'Company',
    icon: CalendarRange,
    needs: ['insights-settings.read'],
    page: lazy(() => import('../time-money/time-money.page.tsx')),
  },
  {
    path: 'language-model',
    label: 'Language model',
    hint: 'Which model proposes readings of questions, if any',
    words: 'llm ai openai model provider key endpoint',
    group: 'Company',
    icon: BrainCircuit,
    needs: ['models.read'],
    page: lazy(() => import('../model-provider/model-provider.page.tsx')),
  },
  {
    path: 'usage',
    label: 'Limits & usage',
    hint: 'What your plan has, what was used, how fast you may go',
    words: 'quota plan rate limits requests tokens',
    group: 'Company',
    icon: Gauge,
    needs: ['limits.read'],
    page: lazy(() => import('../usage/usage.page.tsx')),
  },
  {
    path: 'flags',
    label: 'Feature flags',
    hint: 'What is switched on or off for everybody',
    words: 'switch feature toggle',
    group: 'Company',
    icon: ToggleRight,
    needs: ['flags.read'],
    page: lazy(() => import('../flags/flags.page.tsx')),
  },
  {
    path: 'privacy',
    label: 'Privacy',
    hint: 'Personal data: found, policies, retention, consents, forgetting',
    words: 'personal data pii gdpr retention consent forget erase export person policies',
    group: 'Company',
    icon: Fingerprint,
    needs: ['privacy.read'],
    page: lazy(() => import('../privacy/privacy.page.tsx')),
  },
  {
    path: 'journal',
    label: 'Journal',
    hint: 'Every request and every change, and the proof that nobody altered it',
    words: 'audit trail log history requests changes verify export',
    group: 'Company',
    icon: ScrollText,
    needs: ['journal.read'],
    page: lazy(() => import('../journal/journal.page.tsx')),
  },
  {
    path: 'single-sign-on',
    label: 'Single sign-on',
    hint: 'Your company’s own log-in, by OpenID Connect',
    words: 'sso oidc openid identity provider entra okta google keycloak',
    group: 'Company',
    icon: LogIn,
    needs: ['single-sign-on.manage'],
    ownOnly: true,
    page: lazy(() => import('../single-sign-on/single-sign-on.page.tsx')),
  },
  {
    path: 'lifecycle',
    label: 'Lifecycle',
    hint: 'Hold the workspace still, take everything out, close it',
    words: 'freeze export archive close delete workspace company offboarding',
    group: 'Company',
    icon: Archive,
    needs: ['tenant.freeze', 'tenant.export', 'tenant.close'],
    ownOnly: true,
    page: lazy(() => import('../lifecycle/lifecycle.page.tsx')),
  },
];

/** The place's whole address. */
export function settingsPath({ path }: Pick<SettingsPlace, 'path'>): string {
  return `/settings/${path}`;
}

/** Whether somebody who may do `actions` gets in. */
export function mayEnter(
  { needs, ownOnly = false }: Pick<SettingsPlace, 'needs' | 'ownOnly'>,
  actions: readonly string[],
  demo: boolean,
): boolean {
  return !(ownOnly && demo) && (needs.length === 0 || needs.some((each) => actions.includes(each)));
}
