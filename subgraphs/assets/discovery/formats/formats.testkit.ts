import type { Evidence } from '../gather/evidence.ts';
import { newReading, readTelemetry } from './read-telemetry.ts';
import type { RecordRead } from './record-read.ts';
import * as cloud from './samples/cloud.testkit.ts';
import * as identity from './samples/identity.testkit.ts';
import * as network from './samples/network.testkit.ts';
import * as tables from './samples/tables.testkit.ts';

export const AS_OF = Date.parse('2026-11-01T00:00:00Z');

const json = (value: unknown): string => JSON.stringify(value, null, 2);
const jsonLines = (values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** A small file of every format: its name, what it is, and its text. */
export const SAMPLES: readonly (readonly [name: string, code: string, text: string])[] = [
  ['123456789012_CloudTrail_eu-west-1_20261001.json', 'AWS_CLOUDTRAIL', json(cloud.CLOUD_TRAIL)],
  ['events.jsonl', 'AWS_CLOUDTRAIL', jsonLines(cloud.CLOUD_TRAIL.Records)],
  ['config.json', 'AWS_CONFIG', json(cloud.AWS_CONFIG)],
  ['instances.json', 'AWS_LISTING', json(cloud.AWS_INSTANCES)],
  ['tagged.json', 'AWS_LISTING', json(cloud.AWS_TAGGING)],
  ['explorer.json', 'AWS_LISTING', json(cloud.AWS_EXPLORER)],
  ['azure.json', 'CLOUD_LISTING', json(cloud.AZURE)],
  ['terraform.tfstate', 'TERRAFORM_STATE', json(cloud.TERRAFORM_4)],
  ['old.tfstate', 'TERRAFORM_STATE', json(cloud.TERRAFORM_3)],
  ['show.json', 'TERRAFORM_STATE', JSON.stringify(cloud.TERRAFORM_SHOW)],
  ['all.json', 'KUBERNETES', json(cloud.KUBERNETES)],
  ['apps.json', 'OKTA_APPS', json(identity.OKTA_APPS)],
  ['logs.json', 'OKTA_LOG', json(identity.OKTA_LOG)],
  ['grants.json', 'OKTA_GRANTS', json(identity.OKTA_GRANTS)],
  ['users.json', 'OKTA_GRANTS', json(identity.OKTA_USERS)],
  ['servicePrincipals.json', 'ENTRA_APPLICATIONS', json(identity.ENTRA_PRINCIPALS)],
  ['signIns.json', 'ENTRA_SIGN_INS', json(identity.ENTRA_SIGN_INS)],
  ['oauth2.json', 'ENTRA_GRANTS', json(identity.ENTRA_GRANTS)],
  ['token.json', 'GOOGLE_WORKSPACE', json(identity.GOOGLE_TOKENS)],
  ['tokens.json', 'GOOGLE_WORKSPACE', json(identity.GOOGLE_TOKEN_LIST)],
  ['dns.log', 'ZEEK', network.ZEEK_DNS],
  ['ssl.log', 'ZEEK', network.ZEEK_SSL],
  ['http.log', 'ZEEK', jsonLines(network.ZEEK_HTTP_JSON)],
  ['conn.log', 'ZEEK', network.ZEEK_CONN],
  ['x509.log', 'ZEEK', network.ZEEK_X509],
  ['access.log', 'PROXY_SQUID', network.SQUID],
  ['combined.log', 'PROXY_COMMON', network.COMBINED],
  ['bluecoat.log', 'PROXY_W3C', network.W3C],
  ['web.csv', 'PROXY_TABLE', tables.PROXY_CSV],
  ['crt.json', 'CERTIFICATES', tables.CRT_SH],
  ['certificates.csv', 'CERTIFICATES', tables.CERTIFICATES_CSV],
  ['contracts.csv', 'FINANCE_CONTRACTS', tables.CONTRACTS],
  ['expenses.csv', 'FINANCE_TRANSACTIONS', tables.EXPENSES],
  ['vendors.csv', 'FINANCE_VENDORS', tables.VENDORS],
  ['cmdb_ci.csv', 'CMDB', tables.CMDB],
  ['cmdb.json', 'CMDB', tables.CMDB_JSON],
  ['apps-of-macs.json', 'INSTALLED_SOFTWARE', tables.OSQUERY],
  ['osqueryd.results.log', 'INSTALLED_SOFTWARE', tables.OSQUERY_LOG],
  ['computers.json', 'INSTALLED_SOFTWARE', tables.JAMF],
  ['detectedApps.json', 'INSTALLED_SOFTWARE', tables.INTUNE],
  ['history.csv', 'OBSERVATIONS', tables.BROWSER],
  ['cloud-apps.csv', 'OBSERVATIONS', tables.SAAS],
  ['attestations.csv', 'ATTESTATIONS', tables.ATTESTATIONS],
  ['attestations.json', 'ATTESTATIONS', tables.ATTESTATIONS_JSON],
  ['idp-apps.csv', 'IDENTITY_APPS', tables.IDENTITY_APPS],
  ['signins.csv', 'IDENTITY_LOG_INS', tables.SIGN_INS],
  ['oauth-apps.csv', 'OAUTH_APPS', tables.OAUTH_APPS],
  ['resources.csv', 'CLOUD_RESOURCES', tables.TAG_EDITOR],
];

export interface ReadFile {
  code: string | null;
  records: RecordRead[];
}

/** Reads bytes in chunks of a size as if they were a file. */
export async function readBytes(bytes: Uint8Array, name: string, size = 65_536, reading = newReading(AS_OF)): Promise<ReadFile> {
  const telemetry = await readTelemetry(chunksOf(bytes, size), name, reading);
  if (telemetry.kind === 'UNREADABLE') return { code: null, records: [telemetry.refused] };
  if (telemetry.kind === 'SNAPSHOT') return { code: telemetry.code, records: [] };
  const records: RecordRead[] = [];
  for await (const record of telemetry.records) records.push(record);
  return { code: telemetry.code, records };
}

export const readText = (text: string, name = 'file', size = 65_536, reading = newReading(AS_OF)): Promise<ReadFile> =>
  readBytes(new TextEncoder().encode(text), name, size, reading);

export const readValue = (value: unknown, reading = newReading(AS_OF)): Promise<ReadFile> =>
  readText(json(value), 'file.json', 65_536, reading);

/** All evidence of a file, in order. */
export const evidenceOf = ({ records }: ReadFile): Evidence[] =>
  records.flatMap((record) => (record.kind === 'EVIDENCE' ? record.evidence : []));

/** What became of each record, in order: its evidence's planes, or why there is none. */
export const outcomesOf = ({ records }: ReadFile): string[] =>
  records.map((record) => {
    if (record.kind === 'EVIDENCE') return record.evidence.map(({ plane }) => plane).join(' ');
    return record.kind === 'SILENT' ? record.reason : record.problem;
  });

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
