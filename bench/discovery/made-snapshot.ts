import { createWriteStream } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const AS_OF = Date.parse('2026-06-30T12:00:00Z');
const DAY_MS = 86_400_000;
const SOURCES = ['browser', 'dns', 'proxy', 'endpoint', 'cloud_api', 'network_scan', 'saas_audit_log'];
const ENDS = ['com', 'io', 'so', 'co.uk', 'net', 'dev'];
/** Observations to an asset, and assets to a record of the other planes. */
const SEEN_EACH = 40;
const KNOWN_EACH = 4;

/**
 * A snapshot of so many observations of a fortieth as many assets, with a record of each other plane for every fourth asset. The same number makes the same
 * file. @returns the folder with it
 */
export async function makeSnapshot(observations: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'autonomos-discovery-'));
  await pipeline(Readable.from(text(observations)), createWriteStream(join(folder, 'snapshot.json')));
  return folder;
}

function* text(observations: number): Generator<string> {
  const assets = Math.max(1, Math.ceil(observations / SEEN_EACH));
  const known = Math.ceil(assets / KNOWN_EACH);
  yield `{"meta":{"snapshot_as_of":"${new Date(AS_OF).toISOString()}"},"planes":{"discovery":{"observations":[`;
  yield* list(observations, (at) => observation(at, assets));
  yield ']},"idp":{"objects":[';
  yield* list(known, (at) => ({ idp_id: `idp-${at}`, name: nameOf(at * 3), domain: domainOf(at * 3), has_sso: at % 3 > 0, last_login_at: moment(at), vendor: vendorOf(at * 3) }));
  yield ']},"cmdb":{"cis":[';
  yield* list(known, (at) => ({ ci_id: `ci-${at}`, name: nameOf(at * 5), ci_type: 'application', lifecycle: at % 4 > 0 ? 'production' : 'retired', owner: `team-${at % 90}@example.com` }));
  yield ']},"cloud":{"resources":[';
  yield* list(known, (at) => ({ cloud_id: `cloud-${at}`, name: `resource-${at}`, provider: 'aws', region: 'eu-west-1' }));
  yield ']},"finance":{"contracts":[';
  yield* list(known, (at) => ({ contract_id: `con-${at}`, vendor_name: vendorOf(at * 7), product: nameOf(at * 7), start_date: '2025-07-01', end_date: at % 2 > 0 ? '2026-12-31' : '2026-03-31', annual_value: at }));
  yield '],"transactions":[';
  yield* list(known, (at) => ({ txn_id: `txn-${at}`, vendor_name: vendorOf(at), amount: at % 900, is_recurring: at % 5 === 0, date: moment(at) }));
  yield ']},"security":{"attestations":[';
  yield* list(known, (at) => ({ attestation_id: `att-${at}`, domain: domainOf(at * 11), framework: 'SOC 2' }));
  yield ']}}}';
} // prettier-ignore

function* list(count: number, record: (at: number) => object): Generator<string> {
  for (let at = 0; at < count; at += 1) yield `${at === 0 ? '' : ','}\n${JSON.stringify(record(at))}`;
}

function observation(at: number, assets: number): object {
  // A stride that shares no factor with the number of assets spreads them over the whole file.
  const asset = (at * 7_919) % assets;
  return {
    observation_id: `obs-${at}`,
    observed_at: moment(at),
    source: SOURCES[(asset + at) % (1 + (asset % SOURCES.length))],
    observed_name: asset % 3 === 0 ? nameOf(asset) : domainOf(asset),
    domain: asset % 10 === 9 ? undefined : domainOf(asset),
    observed_uri: `https://app${at % 50}.${domainOf(asset)}/path/${at % 1_000}`,
    vendor_hint: asset % 2 === 0 ? vendorOf(asset) : undefined,
    user: `user-${at % 3_000}@example.com`,
    device_id: `device-${at % 5_000}`,
  };
}

const nameOf = (asset: number): string => `Product ${asset}`;
const domainOf = (asset: number): string => `product${asset}.${ENDS[asset % ENDS.length] ?? 'com'}`;
const vendorOf = (asset: number): string => `Vendor ${asset % 700}`;
const moment = (at: number): string => new Date(AS_OF - ((at * 37) % 200) * DAY_MS - ((at * 61) % DAY_MS)).toISOString();
