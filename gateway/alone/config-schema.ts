import { z } from 'zod';
import { SHAPE_LIMITS } from '../door/shape-limits.ts';

const HEADER_NAME = /^[!#$%&'*+.^_`|~\w-]+$/;
/** What belongs to one connection or is made anew for each fetch. */
const OWN_HEADERS = new Set([
  'accept',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'host',
  'transfer-encoding',
  'upgrade',
]);
const MAX_TIMEOUT_MS = 10 * 60_000;

/** YAML takes `null` for nothing. */
const nullByName = (value: unknown): unknown => value ?? 'null';

const headerName = z
  .string()
  .regex(HEADER_NAME, 'is not the name of a header')
  .transform((name) => name.toLowerCase())
  .refine((name) => !OWN_HEADERS.has(name), 'is set by the gateway itself');
const timeout = z.int().min(1).max(MAX_TIMEOUT_MS);
const count = z.int().min(1);
const httpUrl = z.url({ protocol: /^https?$/, error: 'is not an http:// or https:// address' });

const subgraph = z.strictObject({
  /** Instead of the address in the supergraph. */
  url: httpUrl.optional(),
  /** For subscriptions, where it is not the address with ws:// or wss://. */
  websocketUrl: z.url({ protocol: /^wss?$/, error: 'is not a ws:// or wss:// address' }).optional(),
  /** Sent with every fetch. */
  headers: z.record(headerName, z.string()).default({}),
  /** For one answer, attempts and rests between them included. */
  timeoutMs: timeout.optional(),
  /** Connections side by side; more fetches wait for one. */
  connections: count.optional(),
  /** How often a query that came to nothing is tried again. */
  retries: z.int().min(0).max(10).optional(),
  /** Whether equal queries of equal callers that are under way at the same time are asked once. */
  joinQueries: z.boolean().optional(),
});

const jwt = z
  .strictObject({
    /** Address of a JSON Web Key Set. */
    jwks: httpUrl.optional(),
    /** Or the secret that tokens are signed with (HS256, HS384, HS512). */
    secret: z.string().min(32, 'has fewer than 32 characters: it could be guessed').optional(),
    issuer: z.string().min(1).optional(),
    audience: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
    /** Claims that hold what the bearer may; text with spaces, or a list. */
    scopesClaim: z.string().default('scope'),
    policiesClaim: z.string().default('policies'),
    roleClaim: z.string().default('role'),
  })
  .refine((config) => (config.jwks === undefined) !== (config.secret === undefined), 'needs either jwks or secret, and not both');

const demand = z.strictObject({
  mode: z.enum(['off', 'measure', 'enforce']).default('off'),
  /** The highest cost of one operation. */
  maximum: count.default(10_000),
  /** Instead of that, by the role in the token; PUBLIC: without one. */
  perRole: z.record(z.string(), count).default({}),
  /** Items of a list of which the graph says nothing. */
  listSize: count.default(10),
});

const persisted = z
  .strictObject({
    mode: z.enum(['off', 'report', 'prefer', 'require']).default('off'),
    /** File of {hash: text}, from the folder of this file. */
    manifest: z.string().optional(),
    /** Whether clients may register documents by their hash (automatic persisted queries). */
    automatic: z.boolean().default(true),
  })
  .refine((config) => config.mode === 'off' || config.manifest !== undefined, 'needs a manifest in every mode but off');

const limits = z.strictObject({
  tokens: count.default(SHAPE_LIMITS.tokens),
  depth: count.default(SHAPE_LIMITS.depth),
  aliases: count.default(SHAPE_LIMITS.aliases),
  directives: count.default(SHAPE_LIMITS.directives),
  rootFields: count.default(SHAPE_LIMITS.rootFields),
  selections: count.default(SHAPE_LIMITS.selections),
});

/** Everything a gateway.yaml may say. */
export const configSchema = z.strictObject({
  subgraphs: z.record(z.string(), subgraph).default({}),
  /** Headers of the request that go along to every subgraph. */
  forwardHeaders: z.array(headerName).default([]),
  jwt: jwt.optional(),
  /** What becomes of fields that the caller may not read: they are null, with an error each, or the whole operation is refused. */
  authorization: z.strictObject({ denied: z.preprocess(nullByName, z.enum(['null', 'refuse'])) }).prefault({ denied: 'null' }),
  demand: demand.prefault({}),
  persisted: persisted.prefault({}),
  /** Only what has one of the tags, without what has one of the others. */
  contract: z.strictObject({ include: z.array(z.string()).default([]), exclude: z.array(z.string()).default([]) }).optional(),
  /** Who may ask for the schema: everybody, nobody, or these roles. */
  introspection: z.union([z.boolean(), z.array(z.string()).min(1)], 'is true, false or a list of roles').default(true),
  limits: limits.prefault({}),
  /** Whether callers are told what subgraphs say of their failures. */
  errors: z.strictObject({ subgraphMessages: z.enum(['mask', 'show']).default('mask') }).prefault({}),
  cors: z.strictObject({ origins: z.union([z.literal('*'), z.array(z.string())], 'is a list of origins or "*"').default([]) }).prefault({}),
  /** How long an operation may take altogether. */
  timeoutMs: timeout.default(60_000),
  /** How long new requests are still served once the gateway is told to stop. */
  drainMs: z.int().min(0).max(MAX_TIMEOUT_MS).default(2_000),
  log: z.strictObject({ level: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info') }).prefault({}),
  /** Base address of an OTLP collector over HTTP; spans go there. */
  tracing: z.strictObject({ endpoint: httpUrl, ratio: z.number().min(0).max(1).default(1) }).optional(),
});

/** A gateway.yaml as it was read, with what it leaves out. */
export type AloneConfig = z.output<typeof configSchema>;
export type JwtConfig = NonNullable<AloneConfig['jwt']>;
