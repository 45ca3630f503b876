import { APPLICATIONS, type Application, CAMPAIGN, CLOUD, OWN_DOMAIN } from '../company/applications.ts';
import { addDays } from '../company/calendar.ts';
import type { Company } from '../company/company.ts';
import type { LiveCompany } from '../company/live-company.ts';
import { personName } from '../company/names.ts';
import { randomOf } from '../company/random.ts';
import { ok, type SandboxVendor, tokenOf, type VendorReply } from '../http/reply.ts';
import { asLive } from './records.ts';

/** Observations of one page. */
const PAGE = 250;
/** How long sensors remember what people used. */
const SEEN_DAYS = 30;
const CONTRACT_DAYS = 365;
const HOUR_MS = 3_600_000;

type Lists = Readonly<Record<string, Readonly<Record<string, readonly object[]>>>>;

const slug = ({ name }: Pick<Application, 'name'>): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
const user = (n: number): string => `person${String(n + 1).padStart(3, '0')}@halyard.example`;

/** The head of a department answers for what it owns. */
function headOf(seed: string, department: string): string {
  const { first, last } = personName(randomOf(`${seed}:head:${department}`));
  return `${first}.${last}@halyard.example`.toLowerCase();
}

/** What browsers and the name server saw of each application, day by day, and of what was used last long ago that one time. */
function observations({ seed, today }: Company): object[] {
  return APPLICATIONS.flatMap((application) => {
    const { domain, name, users, idleDays, department, category } = application;
    const random = randomOf(`${seed}:seen:${slug(application)}`);
    const days = idleDays > 0 ? [idleDays] : Array.from({ length: SEEN_DAYS }, (_, day) => day + 1);
    return days.flatMap((day) => {
      const seen = Math.min(4, Math.max(1, Math.round(users / 12)));
      return Array.from({ length: seen }, (_, n) => ({
        observation_id: `${slug(application)} ${day} ${n}`,
        domain, observed_name: name, category, department,
        source: ['browser', 'dns', 'proxy'][(day + n) % 3],
        user_email: user(random.int(0, Math.max(0, users - 1))),
        observed_at: new Date(addDays(today, -day).getTime() + random.int(7, 18) * HOUR_MS).toISOString(),
        bytes_out: random.int(2_000, 900_000),
      }));
    });
  }); // prettier-ignore
}

const campaignVisits = ({ today }: Company): object[] =>
  ['dns', 'proxy'].map((source) => ({
    observation_id: `campaign ${source}`, domain: CAMPAIGN.domain, observed_name: CAMPAIGN.name, source, observed_at: addDays(today, -CAMPAIGN.idleDays).toISOString(),
  })); // prettier-ignore

const identity = ({ seed, today }: Company): object[] =>
  APPLICATIONS.filter(({ signIn }) => signIn !== null).map((application) => ({
    idp_id: `app-${slug(application)}`,
    name: application.name,
    domain: application.domain,
    has_sso: application.signIn === 'SSO',
    has_scim: application.signIn === 'SSO' && application.users > 50,
    assigned_users: application.users,
    department: application.department,
    last_login_at: addDays(today, -Math.max(1, application.idleDays)).toISOString(),
    ...(application.owned ? { owner_email: headOf(seed, application.department) } : {}),
  }));

const items = ({ seed }: Company): object[] =>
  APPLICATIONS.filter(({ lifecycle }) => lifecycle !== null).map((application) => ({
    ci_id: `ci-${slug(application)}`,
    name: application.name,
    domain: application.domain,
    ci_type: 'application',
    lifecycle: application.lifecycle,
    category: application.category,
    department: application.department,
    criticality: application.users > 50 ? '1 - most critical' : '3 - less critical',
    data_classes: application.dataClasses,
    ...(application.owned ? { owner_email: headOf(seed, application.department) } : {}),
  }));

const cloud = ({ seed }: Company): object[] =>
  CLOUD.map(({ name, type, region, environment, department, owned, dependsOn, domain }) => ({
    resource_id: `nimbus:${region}:${type}:${name}`,
    name,
    resource_type: type,
    region,
    environment,
    department,
    cloud_provider: 'nimbus',
    depends_on: dependsOn,
    ...(domain === null ? {} : { domain }),
    ...(owned ? { owner: headOf(seed, department) } : {}),
  }));

/** What procurement has signed, and what the ledger paid for software in the last year. */
function finance({ today, costs }: Company): Lists[string] {
  const from = addDays(today, -CONTRACT_DAYS);
  const byName = new Map(APPLICATIONS.map((application) => [application.name.toUpperCase(), application]));
  return {
    contracts: APPLICATIONS.flatMap((application) =>
      application.contract === null ? [] : [{
        contract_id: `contract-${slug(application)}`, product: application.name, domain: application.domain, annual_value: application.contract, currency: 'USD',
        start_date: addDays(today, -200).toISOString().slice(0, 10), end_date: addDays(today, CONTRACT_DAYS - 200).toISOString().slice(0, 10),
      }]),
    transactions: costs.flatMap(({ index, vendor, date, amount, department }) => {
      const application = vendor === null || date < from ? undefined : byName.get(vendor.toUpperCase());
      return application === undefined ? [] : [{
        txn_id: `bill-${index}`, vendor: application.name, domain: application.domain, amount, currency: 'USD', date: date.toISOString(), is_recurring: true, department,
      }];
    }),
  }; // prettier-ignore
}

function security({ today }: Company): Lists {
  const day = (days: number): string => addDays(today, days).toISOString().slice(0, 10);
  return {
    security: {
      attestations: APPLICATIONS.flatMap((application) =>
        application.report === null ? [] : [{
          attestation_id: `report-${slug(application)}`, name: application.name, domain: application.domain, standard: application.report.standard,
          issued_at: day(application.report.endsInDays - CONTRACT_DAYS), valid_until: day(application.report.endsInDays),
        }]),
    },
    network: {
      certs: [
        { cert_id: 'cert-own', domain: OWN_DOMAIN, subject: `status.${OWN_DOMAIN}`, issuer: 'Trustline CA', not_before: day(-353), not_after: day(12) },
        { cert_id: 'cert-campaign', domain: CAMPAIGN.domain, subject: CAMPAIGN.domain, issuer: 'Trustline CA', not_before: day(-425), not_after: day(-60) },
      ],
    },
  }; // prettier-ignore
}

/** What people let applications do with their mailboxes and files, as the mail provider lists it. */
const grants = ({ seed }: Company): object[] =>
  APPLICATIONS.flatMap((application) => {
    const random = randomOf(`${seed}:grants:${slug(application)}`);
    if (application.scopes.length === 0) return [];
    return Array.from({ length: Math.max(1, Math.round(application.users / 4)) }, (_, n) => ({
      kind: 'admin#directory#token', clientId: application.domain, displayText: application.name, anonymous: false, nativeApp: false,
      userKey: user(n * 4 + random.int(0, 3)), scopes: application.scopes,
    }));
  }); // prettier-ignore

/** What sensors, lists and books of the company say of what it runs, each under a path of its own; sensors say it page by page. */
export function telemetryVendor(given: Company | LiveCompany, token: string): SandboxVendor {
  const live = asLive(given);
  const snapshot = (planes: Lists): VendorReply => ok({ meta: { snapshot_as_of: live.now.today.toISOString() }, planes });
  const sensors = (page: number, base: string): VendorReply => {
    const seen = [...observations(live.now), ...campaignVisits(live.now)];
    const reply = snapshot({ discovery: { observations: seen.slice(page * PAGE, (page + 1) * PAGE) } });
    return (page + 1) * PAGE < seen.length ? { ...reply, headers: { link: `<${base}/sensors?page=${page + 1}>; rel="next"` } } : reply;
  };
  return {
    name: 'telemetry',
    refuse: (request) => (tokenOf(request) === token ? null : { status: 401, body: { message: 'Unauthorized' } }),
    tooMany: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) }, body: { message: 'Too Many Requests' } }),
    handle({ path, method, query, base }) {
      if (method !== 'GET') return null;
      if (path === '/sensors') return sensors(Number(query.get('page') ?? 0), base);
      if (path === '/identity') return snapshot({ idp: { objects: identity(live.now) } });
      if (path === '/cmdb') return snapshot({ cmdb: { cis: items(live.now) } });
      if (path === '/cloud') return snapshot({ cloud: { resources: cloud(live.now) } });
      if (path === '/finance') return snapshot({ finance: finance(live.now) ?? {} });
      if (path === '/security') return snapshot(security(live.now));
      if (path === '/grants') return ok({ kind: 'admin#directory#tokenList', items: grants(live.now) });
      return null;
    },
  };
}
