import fc from 'fast-check';
import type { OraclePolicy, Planes, RawRecord } from './oracle.testkit.ts';

/** The moment that generated snapshots are of. */
export const AS_OF = Date.parse('2026-06-30T12:00:00Z');
const DAY = 86_400_000;

/** How far a snapshot is from what one would like to get. */
export interface Dirt {
  /** How many things there are to be called something; the fewer, the more of them collide. */
  things: number;
  /** The share of fields that are missing, and of hosts and times that are bad input. */
  bad: number;
  /** The most records of a list. */
  most: number;
}

/** From clean to adversarial. */
export const DIRTS = [
  { things: 40, bad: 0, most: 40 },
  { things: 20, bad: 0.05, most: 40 },
  { things: 9, bad: 0.15, most: 40 },
  { things: 5, bad: 0.35, most: 30 },
] as const satisfies readonly Dirt[];

const WORDS = [
  'Slack', 'Notion', 'Figma', 'Figna', 'Drive', 'Drive IO', 'Zoom', 'Zoom Phone', 'Git-Hub', 'Payroll', 'CRM', 'Mail', 'Linear', 'Asana', 'Box',
  'Drop Box', 'Trello', 'Miro', 'Canva', 'Loom', 'Snow', 'Stripe', 'Plaid', 'Okra', 'Bamboo', 'Gusto', 'Rippl', 'Deel', 'Brex', 'Ramp', 'Airtable',
  'Coda', 'Vercel', 'Render', 'Heroku', 'Fly', 'Sentry', 'Datadog', 'Splunk', 'Elastic',
]; // prettier-ignore
const ENDS = ['com', 'io', 'co.uk', 'so', 'net', 'com.au'];
const VENDORS = ['Google', 'google', 'Atlassian', 'Micro-Soft', 'Slack', 'CDW', 'Zoom'];
const COPIES = [' (legacy)', '-test', ' Staging', ' OLD', '_dev'];

const label = (word: string): string => word.toLowerCase().replace(/[^a-z]/g, '');
const iso = (at: number): string => new Date(at).toISOString();

/** Days before the moment, around the edges of windows: exactly on them, and a second to both sides. */
const past = fc
  .tuple(fc.constantFrom(0, 1, 29, 30, 60, 89, 90, 91, 179, 180, 181, 400), fc.constantFrom(-1_000, 0, 1_000))
  .map(([days, shift]) => iso(Math.min(AS_OF, AS_OF - days * DAY + shift)));

/** Ends of contracts: a moment or a whole day. */
const ends = fc.oneof(
  past,
  past.map((moment) => moment.slice(0, 10)),
  fc.constant(iso(AS_OF + 90 * DAY)),
);

/** A snapshot with so much dirt. */
export function snapshots({ things, bad, most }: Dirt): fc.Arbitrary<Planes> {
  const percent = Math.round(bad * 100);
  const rarely = <T>(usual: fc.Arbitrary<T>, otherwise: fc.Arbitrary<T>): fc.Arbitrary<T> =>
    percent === 0 ? usual : fc.oneof({ weight: 100 - percent, arbitrary: usual }, { weight: percent, arbitrary: otherwise });
  const maybe = <T>(value: fc.Arbitrary<T>, weight = 1): fc.Arbitrary<T | undefined> =>
    fc.oneof({ weight, arbitrary: value }, { weight: 1, arbitrary: fc.constant(undefined) });
  const word = fc.constantFrom(...WORDS.slice(0, things));
  const domain = fc
    .tuple(word, fc.constantFrom(...ENDS.slice(0, Math.max(2, Math.round(things / 4)))))
    .map(([text, end]) => `${label(text)}.${end}`);
  const written = fc
    .tuple(
      domain,
      fc.constantFrom('', 'www.', 'app.eu.', 'API.'),
      fc.constantFrom('', 'https://', 'http://'),
      fc.constantFrom('', '.', ':8443', '/path?q=a.b'),
    )
    .map(([host, below, scheme, rest]) => `${scheme}${below}${rest === '.' ? host.toUpperCase() : host}${rest}`);
  const odd = fc.constantFrom(
    '10.0.0.7',
    '*.cdn.com',
    'xn--mnchen-3ya.com',
    'db.corp.internal',
    'printer.local',
    'https://192.168.0.1:8080/x',
    '',
  );
  const host = rarely(written, odd);
  const name = rarely(
    word,
    fc.oneof(
      domain,
      fc.constantFrom('', '10.0.0.7', '***'),
      word.map((text) => text.toUpperCase()),
      word.map((text) => `${text}!`),
    ),
  );
  const vendor = maybe(fc.constantFrom(...VENDORS));
  const happened = rarely(past, fc.constantFrom(iso(AS_OF + 1_000), iso(AS_OF + 400 * DAY)));
  const ids = rarely(fc.uuid(), fc.constantFrom('same', 'again'));
  const records = (shape: Record<string, fc.Arbitrary<unknown>>, share = 1): fc.Arbitrary<RawRecord[]> =>
    fc.array(fc.record(shape), { maxLength: Math.max(1, Math.round(most * share)) });

  return fc.record({
    discovery: fc.record({
      observations: records({
        observation_id: ids, observed_at: rarely(happened, fc.constant('')), source: fc.constantFrom('dns', 'DNS', 'proxy', 'browser', 'endpoint'),
        observed_name: maybe(name, 3), domain: maybe(host, 3), vendor_hint: vendor, extra: fc.constant({ kept: true }),
      }, 2),
    }),
    idp: fc.record({
      objects: records({
        idp_id: ids, name: fc.tuple(name, maybe(fc.constantFrom(...COPIES))).map(([text, copy]) => `${text}${copy ?? ''}`),
        domain: maybe(host), has_sso: maybe(fc.boolean(), 3), last_login_at: maybe(happened, 3), vendor,
      }, 0.5),
    }),
    cmdb: fc.record({
      cis: records({
        ci_id: ids, name: maybe(name, 4), domain: maybe(host), vendor, ci_type: maybe(fc.constantFrom('app', 'Application', 'printer', 'database'), 3),
        lifecycle: maybe(fc.constantFrom('production', 'In Use', 'active', 'retired', 'planned', 'EOL'), 4),
      }, 0.5),
    }),
    cloud: fc.record({ resources: records({ cloud_id: ids, name, domain: maybe(host) }, 0.2) }),
    finance: fc.record({
      contracts: records({ contract_id: ids, vendor, product: maybe(name), domain: rarely(fc.constant(undefined), host), start_date: maybe(past), end_date: maybe(ends) }, 0.3),
      transactions: records({ txn_id: ids, vendor, product: maybe(name), is_recurring: maybe(fc.boolean()), date: maybe(happened) }, 0.3),
    }),
    security: fc.record({ attestations: records({ attestation_id: ids, name: maybe(name), domain: maybe(host) }, 0.2) }),
  }); // prettier-ignore
}

const domains = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...WORDS.slice(0, 9)), fc.constantFrom('com', 'io')).map(([text, end]) => `${label(text)}.${end}`),
  { maxLength: 3 },
);

/** Policies of all kinds, also with aliases in circles. */
export const policies: fc.Arbitrary<OraclePolicy> = fc
  .record({
    noiseFloor: fc.constantFrom(0, 1, 2, 3),
    windowDays: fc.constantFrom(30, 90, 180),
    requireSso: fc.boolean(),
    requireLifecycle: fc.boolean(),
    requireType: fc.boolean(),
    corroborated: fc.boolean(),
    vendorPropagation: fc.boolean(),
    includeInfrastructure: fc.boolean(),
    exclusions: fc
      .tuple(domains, fc.subarray(['Zoom Phone', 'payroll', 'https://www.notion.com/x']))
      .map(([listed, called]) => [...listed, ...called]),
    banned: domains,
    infrastructure: domains,
    own: domains,
    aliases: fc.dictionary(
      fc.constantFrom('slack.com', 'notion.io', 'figma.com', 'figna.io', 'drive.com'),
      fc.constantFrom('slack.com', 'notion.io', 'figma.com', 'zoom.io'),
    ),
  })
  // What is the company's own cannot be banned, whatever it is called.
  .map((policy) => ({ ...policy, banned: policy.banned.filter((domain) => !policy.own.includes(domain)) }));

/** The policy in the form in which discovery exports write it. */
export const exported = (policy: OraclePolicy): unknown => ({
  admission: { noise_floor: policy.noiseFloor, zombie_window_days: policy.windowDays, minimum_spend: 0 },
  scope: { include_infra: policy.includeInfrastructure },
  secondary_gates: {
    require_sso_for_idp: policy.requireSso,
    require_valid_lifecycle: policy.requireLifecycle,
    require_valid_ci_type: policy.requireType,
    require_cmdb_corroboration: policy.corroborated,
    enable_vendor_propagation: policy.vendorPropagation,
  },
  exclusions: policy.exclusions,
  banned_domains: policy.banned,
  infrastructure_seeds: policy.infrastructure,
  corporate_root_domains: policy.own,
  aliases: policy.aliases,
});
