import type { DEPARTMENTS } from './costs.ts';

type Department = (typeof DEPARTMENTS)[number];

/** Software that people of the company use, or once used. */
export interface Application {
  name: string;
  domain: string;
  /** What it is for. */
  category: string;
  department: Department;
  /** Whether the head of the department answers for it. */
  owned: boolean;
  /** How people sign in; null: the identity provider does not know it. */
  signIn: 'SSO' | 'PASSWORD' | null;
  /** Life-cycle in the CMDB; null: it is not in it. */
  lifecycle: 'production' | 'retired' | null;
  /** People who use it. */
  users: number;
  /** Days since somebody last did. */
  idleDays: number;
  /** What is paid by contract a year, in dollars; null: nothing is, or the ledger has it under this name. */
  contract: number | null;
  /** Scopes at the mail provider that people granted it. */
  scopes: readonly string[];
  /** Independent report about its security, and in how many days that ends. */
  report: { standard: string; endsInDays: number } | null;
  dataClasses: readonly string[];
  /** Whether the company forbids it. */
  banned: boolean;
}

const GOOGLE = 'https://www.googleapis.com/auth/';
const MAIL = `${GOOGLE}gmail.readonly`;
const DRIVE = `${GOOGLE}drive.readonly`;
const CALENDAR = `${GOOGLE}calendar.readonly`;

const SOC2 = (endsInDays: number): Application['report'] => ({ standard: 'SOC 2 Type II', endsInDays });
const ISO = (endsInDays: number): Application['report'] => ({ standard: 'ISO 27001', endsInDays });

/** What is known and looked after, unless it says otherwise. */
const known = (
  name: string, domain: string, category: string, department: Department, users: number, more: Partial<Application> = {},
): Application => ({
  name, domain, category, department, users, owned: true, signIn: 'SSO', lifecycle: 'production', idleDays: 0, contract: null, scopes: [], report: SOC2(200),
  dataClasses: [], banned: false, ...more,
}); // prettier-ignore

/** What somebody began to use without asking. */
const unknown = (
  name: string,
  domain: string,
  category: string,
  department: Department,
  users: number,
  more: Partial<Application> = {},
): Application => known(name, domain, category, department, users, { owned: false, signIn: null, lifecycle: null, report: null, ...more });

/** Names are those of the ledger, where it pays for them. */
export const APPLICATIONS: readonly Application[] = [
  known('Salesdeck CRM', 'salesdeck-crm.com', 'CRM', 'Sales', 64, { dataClasses: ['personal'], scopes: [CALENDAR, `${GOOGLE}gmail.send`] }),
  known('Deskline Support', 'deskline-support.com', 'Customer support', 'Support', 41, { dataClasses: ['personal'] }),
  known('Leadspring', 'leadspring-hq.com', 'Marketing automation', 'Marketing', 18, { report: SOC2(-40), dataClasses: ['personal'] }),
  known('Watchpost Monitoring', 'watchpost-monitoring.com', 'Monitoring', 'Engineering', 52),
  known('Codeharbor', 'codeharbor-git.com', 'Source code', 'Engineering', 71, { report: ISO(310) }),
  known('Ledgerwise', 'ledgerwise-books.com', 'Accounting', 'Finance', 12, { dataClasses: ['financial'] }),
  known('Peoplekit', 'peoplekit-hr.com', 'Human resources', 'People', 180, { dataClasses: ['personal', 'payroll'], owned: false }),
  known('Loginly', 'loginly-id.com', 'Identity', 'IT', 196, { report: ISO(90) }),
  known('Nimbus Cloud', 'nimbus-cloud-hosting.com', 'Cloud hosting', 'Engineering', 38, { report: ISO(150) }),
  known('Datapond', 'datapond-warehouse.com', 'Data warehouse', 'Engineering', 22, { signIn: 'PASSWORD', owned: false }),
  known('Brightads', 'brightads-manager.com', 'Advertising', 'Marketing', 7, { signIn: 'PASSWORD' }),
  known('Meetroom Pro', 'meetroom-pro.com', 'Video meetings', 'Sales', 0, { idleDays: 170, contract: 28_400 }),
  known('Archivault', 'archivault-backup.com', 'Backup', 'IT', 0, { idleDays: 230, contract: 61_000, owned: false, report: null }),
  known('Pitchloft', 'pitchloft-decks.com', 'Presentations', 'Marketing', 0, { idleDays: 120, contract: 9_600, owned: false }),
  unknown('Paperglide', 'paperglide-docs.com', 'Documents', 'Marketing', 14, { scopes: [DRIVE] }),
  unknown('Boardly', 'boardly-canvas.com', 'Whiteboards', 'Customer Success', 11),
  unknown('QuickSurvey Pro', 'quicksurvey-pro.com', 'Surveys', 'People', 4, { dataClasses: ['personal'] }),
  unknown('Promptmill AI', 'promptmill-ai.com', 'Writing assistant', 'Sales', 29, { scopes: [MAIL, DRIVE] }),
  unknown('Sheetsync', 'sheetsync-connector.com', 'Spreadsheets', 'Finance', 3, {
    scopes: [`${GOOGLE}spreadsheets`],
    dataClasses: ['financial'],
  }),
  unknown('Minutely Notes', 'minutely-notes.com', 'Meeting notes', 'Sales', 23, { scopes: [CALENDAR, MAIL] }),
  unknown('Pastelane', 'pastelane-snippets.com', 'Text sharing', 'Engineering', 9),
  unknown('Torrentshed', 'torrentshed-share.com', 'File sharing', 'Support', 2, { banned: true }),
];

/** What the company runs in the cloud. */
export interface CloudResource {
  name: string;
  type: string;
  region: string;
  environment: 'production' | 'staging';
  department: Department;
  owned: boolean;
  /** Names of others that it cannot do without. */
  dependsOn: readonly string[];
  /** Where it is reached; null where nobody outside reaches it. */
  domain: string | null;
}

/** The company's own domain. */
export const OWN_DOMAIN = 'halyard-cloud.com';
/** A page of a campaign that is over, and still stands. */
export const CAMPAIGN = { name: 'Spring launch page', domain: 'halyard-spring-launch.com', idleDays: 150 } as const;

const runs = (
  name: string, type: string, region: string, department: Department, more: Partial<CloudResource> = {},
): CloudResource => ({ name, type, region, department, environment: 'production', owned: true, dependsOn: [], domain: null, ...more }); // prettier-ignore

export const CLOUD: readonly CloudResource[] = [
  runs('public-api', 'service', 'eu-west-1', 'Engineering', { dependsOn: ['accounts-db', 'event-queue'] }),
  runs('dashboard', 'service', 'eu-west-1', 'Engineering', { dependsOn: ['public-api'], domain: OWN_DOMAIN }),
  runs('event-ingestion', 'service', 'us-east-1', 'Engineering', { dependsOn: ['event-queue'] }),
  runs('exports', 'service', 'us-east-1', 'Engineering', { owned: false, dependsOn: ['accounts-db'] }),
  runs('accounts-db', 'database', 'eu-west-1', 'Engineering'),
  runs('event-queue', 'queue', 'us-east-1', 'Engineering'),
  runs('billing-sync', 'function', 'eu-west-1', 'Finance', { owned: false }),
  runs('churn-model', 'service', 'eu-west-2', 'Customer Success', { owned: false, environment: 'staging' }),
  runs('ticket-archive', 'bucket', 'eu-west-1', 'Support', { owned: false }),
  runs('campaign-assets', 'bucket', 'us-east-1', 'Marketing'),
  runs(CAMPAIGN.name, 'static site', 'eu-west-1', 'Marketing', { owned: false, domain: CAMPAIGN.domain }),
];

/** Names of what the company uses and nobody governs. */
export const shadowApplications = (): string[] =>
  APPLICATIONS.filter(({ signIn, lifecycle, banned }) => signIn === null && lifecycle === null && !banned).map(({ name }) => name);
