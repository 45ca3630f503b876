import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const AS_OF = '2026-06-30T00:00:00Z';
const DAY_MS = 86_400_000;
const before = (days: number): string => new Date(Date.parse(AS_OF) - days * DAY_MS).toISOString();

const seen = (domain: string, source: string, days: number): object => ({
  observation_id: `${domain} ${source}`,
  domain,
  source,
  observed_at: before(days),
});

/**
 * Writes a small snapshot: an application in use that nobody governs, one that is paid for and not used any more, one that a single source saw,
 * and a record that tells of no application. @returns its path
 */
export function writeSnapshot(folder: string): string {
  const file = join(folder, 'company-telemetry.json');
  const planes = {
    discovery: {
      observations: [
        seen('miro.com', 'dns', 3),
        seen('miro.com', 'proxy', 5),
        seen('dropbox.com', 'dns', 200),
        seen('figma.com', 'browser', 2),
        seen('10.0.0.1', 'dns', 1),
      ],
    },
    idp: { objects: [{ idp_id: 'okta-7', name: 'Dropbox', domain: 'dropbox.com', has_sso: true, last_login_at: before(150) }] },
    finance: {
      contracts: [{ contract_id: 'c-1', product: 'Dropbox', start_date: '2026-01-01', end_date: '2026-12-31', annual_value: 24_000 }],
    },
  };
  writeFileSync(file, JSON.stringify({ meta: { snapshot_as_of: AS_OF }, planes }));
  return file;
}
