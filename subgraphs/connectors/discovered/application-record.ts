import type { JsonRecord } from '../vendors/records/read-value.ts';
import { field, type VendorField } from '../vendors/records/field.ts';
import type { Application } from './applications.ts';

/** What an application may read, by the column that says so. */
const READS = { reads_mail: 'MAIL', reads_files: 'FILES', reads_calendar: 'CALENDAR', reads_contacts: 'CONTACTS', reads_chats: 'CHAT', reads_code: 'CODE', reads_customers: 'CUSTOMERS', reads_directory: 'DIRECTORY' } as const; // prettier-ignore

/** As people word what the policy makes of an application, and whether it is used. */
const CLASSES: Readonly<Record<string, string>> = { SHADOW: 'shadow IT', ZOMBIE: 'zombie', PARKED: 'parked', CLEAN: 'clean' };
const ACTIVITIES: Readonly<Record<string, string>> = { RECENT: 'in use', STALE: 'unused', NONE: 'use unknown' };

/** The columns of the one table there is. */
export const APPLICATION_FIELDS: readonly VendorField[] = [
  field('id', 'TEXT'),
  field('name', 'TEXT', { description: 'What most records call it.' }),
  field('domain', 'TEXT', { description: 'The registrable domain it runs under.' }),
  field('vendor', 'TEXT', { description: 'Who makes it.' }),
  field('class', 'TEXT', { description: 'What the policy makes of it: shadow IT, zombie, parked or clean.' }),
  field('activity', 'TEXT', { description: 'Whether it is used.' }),
  field('governed', 'BOOLEAN', { description: 'Whether the company governs it.' }),
  field('external', 'BOOLEAN', { description: 'Whether it runs outside of the company.' }),
  field('owner', 'TEXT', { description: 'Who was named to answer for it, else who does by what records say.' }),
  field('department', 'TEXT', { description: 'The department that most records name.' }),
  field('region', 'TEXT', { description: 'The region that most records name.' }),
  field('region_group', 'TEXT', { description: 'That region without its number.' }),
  field('environment', 'TEXT', { description: 'The environment that most records name.' }),
  field('paid_for', 'BOOLEAN', { description: 'Whether it is still paid for.' }),
  field('yearly_cost', 'MONEY', { currencyPath: ['currency'], description: 'What it costs a year, in its currency.' }),
  field('currency', 'TEXT', { description: 'Currency of what it costs.' }),
  field('active_users', 'INTEGER', { description: 'People who used it lately.' }),
  field('risk_score', 'DECIMAL', { description: '0 to 100.' }),
  field('cost_score', 'DECIMAL', { description: '0 to 100.' }),
  field('criticality', 'DECIMAL', { description: '0 to 100.' }),
  ...Object.keys(READS).map((name) => field(name, 'BOOLEAN', { description: 'By the scopes it was granted.' })),
  field('new_since_last_scan', 'BOOLEAN', { description: 'The last scan found it and the one before did not.' }),
  field('first_seen', 'DATETIME', { description: 'When it was first met.' }),
  field('last_seen', 'DATETIME', { description: 'When it was last met, or was last active.' }),
];

/** An application as a record of that table. */
export function recordOf({ profile, scores, owner, reasons, ...application }: Application): JsonRecord {
  const [spent] = profile.spend;
  const region = profile.regions[0] ?? null;
  return {
    id: application.id,
    name: profile.label,
    domain: application.keyKind === 'DOMAIN' ? application.key : null,
    vendor: profile.vendor,
    class: CLASSES[application.class] ?? application.class,
    activity: ACTIVITIES[application.activity] ?? application.activity,
    governed: application.governed,
    external: application.external,
    owner: owner?.displayName ?? profile.likelyOwner,
    department: profile.departments[0] ?? null,
    region,
    region_group: region === null ? null : groupOf(region),
    environment: profile.environments[0] ?? null,
    paid_for: reasons.some(({ code }) => code === 'HAS_ONGOING_FINANCE'),
    yearly_cost: spent?.amount ?? null,
    currency: spent?.currency ?? null,
    active_users: profile.activeUsers,
    risk_score: scores?.risk.value ?? null,
    cost_score: scores?.cost.value ?? null,
    criticality: scores?.criticality.value ?? null,
    ...Object.fromEntries(Object.entries(READS).map(([name, reach]) => [name, profile.reads.includes(reach)])),
    new_since_last_scan: profile.isNew ?? false,
    first_seen: application.firstSeenAt,
    last_seen: application.lastSeenAt,
  };
}

/** `eu-west` for `eu-west-1`, `eu-west-1b` and `europe-west4` alike: what clouds number is one place to people. */
const groupOf = (region: string): string => region.replace(/-?\d+[a-z]?$/iu, '');
