import type { From } from './files.ts';
import type { ConnectorNames } from './names.ts';

const VENDORS = 'subgraphs/connectors/vendors';

/** The vendor's simulated server. */
export const sandboxFile = (
  from: From,
  { camel, label, folder }: ConnectorNames,
): string => `import { type SandboxVendor, type VendorReply, ok, tokenOf } from '${from('sandbox/http/reply.ts')}';

const MAX_PAGE = 100;
const DAY_MS = 86_400_000;
const BEGAN = Date.UTC(2024, 0, 1);
type Item = { id: string; updated_at: string } & Readonly<Record<string, unknown>>;

/** A simulated ${label}: speaks the wire format that its reference documents, with made-up items. \`advance\` lets days go by. */
export function ${camel}Vendor(token: string): { sandbox: SandboxVendor; growth: { advance(days: number): void } } {
  const items = new Map<string, Item>();
  let day = 0;
  const put = (n: number): void => {
    const id = \`itm_\${String(n).padStart(6, '0')}\`;
    const at = (days: number): string => new Date(BEGAN + days * DAY_MS + n * 1_000).toISOString();
    items.set(id, {
      id, name: \`Item \${n}\`, status: n % 7 === 0 ? 'archived' : 'active', amount: 1_000 + n * 25, currency: 'usd', owner: { email: \`owner\${n % 9}@${folder}.example\` },
      custom: { region: ['north', 'south'][n % 2] }, created_at: at(0), updated_at: at(day),
    }); // prettier-ignore
  };
  for (let n = 1; n <= 350; n++) put(n);

  const list = (query: URLSearchParams): VendorReply => {
    const limit = Math.min(MAX_PAGE, Number(query.get('limit') ?? MAX_PAGE));
    const after = query.get('cursor') ?? '';
    const since = query.get('updated_since') ?? '';
    const rest = [...items.values()].filter((one) => one.id > after && one.updated_at >= since).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const page = rest.slice(0, limit);
    const shown = query.get('fields') === 'id' ? page.map(({ id }) => ({ id })) : page;
    return ok({ items: shown, next_cursor: page.at(-1)?.id ?? null, has_more: rest.length > limit });
  };

  const sandbox: SandboxVendor = {
    name: '${folder}',
    refuse: (request) => (tokenOf(request) === token ? null : { status: 401, body: { error: 'invalid token' } }),
    tooMany: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) }, body: { error: 'too many requests' } }),
    handle: ({ method, path, query }) => (method === 'GET' && path === '/v1/items' ? list(query) : { status: 404, body: { error: 'not found' } }),
  };
  const advance = (days: number): void => {
    for (let n = 0; n < days; n++) {
      day += 1;
      // Each day two items are new, two change and one is deleted.
      put(1_000 + day * 2);
      put(1_001 + day * 2);
      put(10 + day);
      put(20 + day);
      items.delete(\`itm_\${String(300 - day).padStart(6, '0')}\`);
    }
  };
  return { sandbox, growth: { advance } };
}
`;

/** The test that the connector conforms. */
export const testFile = (
  from: From,
  { camel, folder, kind }: ConnectorNames,
): string => `import { ${camel}Vendor } from '${from(`sandbox/vendors/${folder}.ts`)}';
import { describeConformance } from '${from(`${VENDORS}/conformance/describe-conformance.testkit.ts`)}';
import { ${kind} } from '${from(`${VENDORS}/${folder}/descriptor.ts`)}';
import { ${camel} } from '${from(`${VENDORS}/${folder}/${folder}.ts`)}';

describeConformance({
  kind: '${kind}',
  vendor: ${camel},
  descriptor: ${kind},
  secret: 'a-token',
  wrong: ['wrong', 'wrong:secret'],
  serve: () => ${camel}Vendor('a-token'),
});
`;

/** How its fields become those of the business: `schema/vendors/<vendor>/<object>.yaml`. */
export const mappingFile = (
  _from: From,
  { folder }: ConnectorNames,
): string => `# Fields of ${folder}'s items, and what they are in schema/ontology/*.yaml. Raise the version when a field changes its meaning.
vendor: ${folder}
object: item
aliases: [items, ${folder.replaceAll('-', '_')}_item]
entity: Product
version: 1
mappings:
  - { field: id, to: externalId }
  - { field: name, to: name }
`;
