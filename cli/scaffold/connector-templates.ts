import type { From } from './files.ts';
import type { ConnectorNames } from './names.ts';

const VENDORS = 'subgraphs/connectors/vendors';

/** How the vendor is read. */
export const connectorFile = (from: From, { folder, camel, label, kind }: ConnectorNames): string => `import { z } from 'zod';
import { bearerAuth } from '${from('subgraphs/connectors/kit/auth/auth.ts')}';
import type { Vendor, VendorPage } from '${from(`${VENDORS}/vendor.ts`)}';
import { ${kind}_TABLES } from '${from(`${VENDORS}/${folder}/tables.ts`)}';

const PAGE = 100;

/** What the vendor answers is parsed here and nowhere else: say just what is used. */
const listReply = z.object({
  items: z.array(z.record(z.string(), z.unknown())),
  next_cursor: z.string().nullable(),
  has_more: z.boolean(),
});
const cursorSchema = z.object({ after: z.string().nullable(), highest: z.string().nullable() });

/** ${label}: items in the order of their ids, so that a read goes on after any of them; what changed since the last read by \`updated_at\`. */
export const ${camel}: Vendor = {
  // Others: basicAuth, headerAuth; clientCredentials, refreshTokens, jwtBearer, clientAssertion of kit/auth/oauth.ts.
  auth: bearerAuth(),
  async tables({ http, signal }) {
    // Ask for something small: who may read nothing is told at once.
    await http.json({ path: '/v1/items', query: { limit: 1 } }, listReply, signal);
    return ${kind}_TABLES;
  },
  async *read({ http, signal }, { path }, { from, since }) {
    let { after, highest } = from === null ? { after: null, highest: null } : cursorSchema.parse(from);
    for (;;) {
      const query = {
        limit: PAGE,
        ...(after === null ? {} : { cursor: after }),
        ...(since === null ? {} : { updated_since: z.string().parse(since) }),
      };
      const { items, next_cursor: next, has_more: more } = await http.json({ path: \`/v1/\${path}\`, query }, listReply, signal);
      after = next ?? after;
      for (const { updated_at: at } of items) if (typeof at === 'string' && (highest === null || at > highest)) highest = at;
      // A read from this cursor has to give exactly what comes after this page. The watermark is where the next sync begins.
      yield { records: items, cursor: { after, highest }, watermark: highest ?? since, last: !more } satisfies VendorPage;
      if (!more) return;
    }
  },
  // All keys, to find out what was deleted. Where the vendor tells deletions, give them in \`VendorPage.removed\` instead.
  async *keys({ http, signal }, { path }) {
    for (let after: string | null = null; ;) {
      const query = { limit: PAGE, fields: 'id', ...(after === null ? {} : { cursor: after }) };
      const reply: z.infer<typeof listReply> = await http.json({ path: \`/v1/\${path}\`, query }, listReply, signal);
      if (reply.items.length === 0) return;
      yield reply.items.map(({ id }) => z.string().parse(id));
      after = reply.next_cursor;
      if (after === null) return;
    }
  },
};
`;

/** Which tables it has. */
export const tablesFile = (
  from: From,
  { kind, label }: ConnectorNames,
): string => `import { field } from '${from(`${VENDORS}/records/field.ts`)}';
import type { VendorTable } from '${from(`${VENDORS}/vendor.ts`)}';

/** ${label}'s tables as its reference describes them. What a customer adds is found out from a sample, below \`customAt\`. */
export const ${kind}_TABLES: VendorTable[] = [
  {
    path: 'items',
    name: 'item',
    key: ['id'],
    // The column that grows with every change; null when there is none, and every read is whole.
    incremental: 'updated_at',
    count: null,
    customAt: [{ at: ['custom'], prefix: 'custom_' }],
    fields: [
      field('id', 'TEXT'),
      field('name', 'TEXT', { description: 'What it is called.' }),
      field('status', 'TEXT'),
      field('amount', 'MONEY', { encoding: 'CENTS', currencyPath: ['currency'], description: 'Its price.' }),
      field('currency', 'TEXT'),
      field('owner_email', 'TEXT', { at: 'owner.email', description: 'Who looks after it.' }),
      field('created_at', 'DATETIME'),
      field('updated_at', 'DATETIME'),
    ],
  },
];
`;

/** What people see before they connect it. */
export const descriptorFile = (
  from: From,
  { kind, label }: ConnectorNames,
): string => `import { SIMULATED, type VendorDescriptor, addressField, secretField } from '${from(`${VENDORS}/vendor-form.ts`)}';

export const ${kind}: VendorDescriptor = {
  label: '${label}',
  description: '${label}: items.',
  category: 'API',
  // Says that nobody has run it against the vendor itself. When somebody has: { verified: true, verification: '…' }.
  ...SIMULATED,
  form: [
    addressField(null, 'Where people find the address of the API.'),
    secretField('API token', 'Where people make a token.'),
  ],
  capabilities: { incremental: true, deletes: true, schedules: true, live: false },
};
`;
