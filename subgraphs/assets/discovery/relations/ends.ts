import type { AssetFacts } from '../classify/asset.ts';
import { readHost } from '../identity/host.ts';
import { comparable } from '../identity/name.ts';

/** Finds the asset that a record means by a host, name or id; null where none or several could be meant. */
export type Ends = (written: string) => string | null;

/** Names under which well-known providers are written, and a domain or name of theirs. */
const PROVIDERS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    aws: ['aws.amazon.com', 'amazonaws.com', 'amazon.com', 'amazonwebservices'],
    gcp: ['cloud.google.com', 'googlecloud', 'google.com'],
    google: ['google.com', 'googleworkspace', 'googleapis.com'],
    azure: ['azure.com', 'microsoftazure', 'microsoft.com'],
    microsoft: ['microsoft.com', 'microsoft365', 'office.com', 'microsoftonline.com'],
    entra: ['microsoftonline.com', 'entra', 'microsoft.com'],
    okta: ['okta.com'],
    slack: ['slack.com'],
    github: ['github.com'],
    salesforce: ['salesforce.com'],
  }),
);

export function endsOf(assets: readonly AssetFacts[]): Ends {
  const byKey = new Set(assets.map(({ key }) => key));
  const byName = new Map<string, string | null>();
  for (const { key, keyKind, names } of assets)
    for (const name of new Set([...names, ...(keyKind === 'DOMAIN' ? [comparable(key.split('.')[0] ?? '')] : [])]))
      byName.set(name, byName.has(name) ? null : key);
  const plain = (written: string): string | null => {
    const text = written.trim().toLowerCase();
    if (byKey.has(text)) return text;
    const host = text.includes('.') ? readHost(text) : null;
    if (host?.kind === 'DOMAIN' && byKey.has(host.domain)) return host.domain;
    const name = comparable(written);
    return byKey.has(name) ? name : (byName.get(name) ?? null);
  };
  const known = new Map<string, string | null>();
  return (written) => {
    const remembered = known.get(written);
    if (remembered !== undefined) return remembered;
    const found = plain(written) ?? (PROVIDERS.get(written.trim().toLowerCase()) ?? []).flatMap((other) => plain(other) ?? [])[0] ?? null;
    known.set(written, found);
    return found;
  };
}
