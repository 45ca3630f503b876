import { z } from 'zod';
import type { PlanName } from '../limits/plans.ts';
import type { RedisAddress } from '../redis/redis-address.ts';

const KEY_BYTES = 32;
/** Not addresses that anybody could be sent to. */
const ANY_HOST = new Set(['0.0.0.0', '::']);
const DEVELOPMENT_REFUSED =
  'AUTONOMOS_MODE=development opens debugging aids; it does not start with NODE_ENV=production. Unset one of them.';

const DEVELOPMENT_NOT_HERE =
  'AUTONOMOS_MODE=development is for this machine alone: set HOST to 127.0.0.1, ::1 or localhost, or say DEVELOPMENT_HOST=any.';
const LOOPBACK_HOST = /^(localhost|::1|127(\.\d{1,3}){3})$/;

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const port = z.coerce.number().int().min(0).max(65_535);
const upper = <Text extends string>(text: Text): Uppercase<Text> => text.toUpperCase() as Uppercase<Text>;
const pathList = z.string().transform((text) => text.split(':').filter((part) => part !== ''));

const keyText = z.string().transform((text, context) => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== KEY_BYTES) context.addIssue({ code: 'custom', message: `expected ${KEY_BYTES} bytes as base64` });
  return new Uint8Array(bytes);
});

const keyList = z.string().transform((text, context) => {
  const keys = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => new Uint8Array(Buffer.from(part, 'base64')));
  if (keys.some(({ length }) => length !== KEY_BYTES))
    context.addIssue({ code: 'custom', message: `expected ${KEY_BYTES} bytes as base64 each, separated by commas` });
  return keys;
});

const nameList = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

const urlTable = z.string().transform((text, context) => {
  const entries = text.split(',').filter((part) => part.trim() !== '');
  const pairs = entries.map((entry) => entry.trim().match(/^([a-z]+)=(https?:\/\/\S+)$/));
  if (pairs.includes(null)) context.addIssue({ code: 'custom', message: 'expected name=http://host:port/graphql, separated by commas' });
  return Object.fromEntries(pairs.flatMap((pair) => (pair === null ? [] : [[pair[1] ?? '', pair[2] ?? '']]))) as Record<string, string>;
});

const environmentSchema = z
  .object({
    NODE_ENV: z.string().optional(),
    /** `development` shows callers what failed inside, and near misses of names; anything served to others is `production`. */
    AUTONOMOS_MODE: z.enum(['development', 'production']).default('production'),
    /** Development mode is for this machine alone; `any` lets it be served to others, such as from a container. */
    DEVELOPMENT_HOST: z.enum(['loopback', 'any']).default('loopback'),
    PORT: port.default(4000),
    HOST: z.string().default('127.0.0.1'),
    DATA_FOLDER: z.string().default('./.data'),
    /** Superuser URL of a PostgreSQL to use instead of the embedded one. */
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    /** Whether a process makes logins and brings tables up to date when it starts; else it waits until that is done. */
    MIGRATE_ON_START: flag.default(true),
    /** Carries events, cache and locks between processes. Over TLS with `rediss://`. */
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    /** PEM file of the authority that signed the certificate of Redis; the system's authorities when left out. */
    REDIS_CA_FILE: z.string().min(1).optional(),
    /** Signs people's sessions: 32 bytes as base64, the same for all processes. A file in the data folder when left out. */
    SESSION_KEY: keyText.optional(),
    /** Signs the viewer between gateway and subgraphs, as SESSION_KEY. */
    VIEWER_KEY: keyText.optional(),
    /** The passwords of the database's logins are made from it, as SESSION_KEY. Random ones, kept in the data folder, when left out. */
    LOGINS_KEY: keyText.optional(),
    /** Seals the journal, as SESSION_KEY; made from VIEWER_KEY when left out. What was written under another key does not verify. */
    JOURNAL_KEY: keyText.optional(),
    /** Whoever has it is the owner of a personal machine. A file in the data folder when left out. */
    OWNER_KEY: z.string().min(32).optional(),
    /** Subgraphs that run elsewhere: `name=http://host:port/graphql`, separated by commas. */
    SUBGRAPH_URLS: urlTable.default({}),
    /** Folders that people may connect and browse, separated by `:`. */
    FILES_ROOTS: pathList.optional(),
    /** Databases and APIs on the server's own machine and network may be connected; always so on a personal machine. */
    ALLOW_PRIVATE_SOURCES: flag.default(false),
    /** Seals the passwords of sources: 32 bytes as base64. A file in the data folder when left out. */
    VAULT_KEY: keyText.optional(),
    /** Keys before VAULT_KEY, separated by commas: they open what they sealed until it is sealed anew. */
    VAULT_KEYS_OLD: keyList.default([]),
    /** Address at which people reach this server, for links in mails and single sign-on. From HOST and PORT when left out. */
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    /** Address at which workers reach a gateway, for agents; PUBLIC_URL when left out. A process that opens a door itself knows it. */
    GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
    /** Mail server: `smtp://user:password@host:587`, `smtps://…` with TLS from the start. Files in the data folder when left out. */
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    /** Who mails are from, such as `AutonomOS <no-reply@example.com>`. */
    MAIL_FROM: z.string().regex(/@/, 'expected an e-mail address').default('AutonomOS <autonomos@localhost>'),
    /** Has OpenAI make embeddings of column names; without it they are made here. */
    OPENAI_API_KEY: z.string().min(1).optional(),
    /** Address of another service that speaks OpenAI's API. */
    OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
    /** Must be able to give vectors of 256 numbers. */
    EMBEDDING_MODEL: z.string().min(1).default('text-embedding-3-small'),
    /** With OPENAI_API_KEY: has these models, separated by commas and in this order, read questions a second time; without it none does. */
    LANGUAGE_MODELS: nameList.default([]),
    MAX_UPLOAD_BYTES: z.coerce
      .number()
      .int()
      .positive()
      .default(2 * 1024 ** 3),
    /** Events older than this are deleted once every consumer has handled them. */
    OUTBOX_RETENTION_DAYS: z.coerce.number().positive().max(3_650).default(7),
    /** A statement that takes longer is logged; 0 logs none. */
    SLOW_QUERY_MS: z.coerce.number().int().min(0).default(500),
    /** A GraphQL operation that takes longer is logged; 0 logs none. */
    SLOW_OPERATION_MS: z.coerce.number().int().min(0).default(1_000),
    /** Which documents run: all; all, counting those our clients were not built with; those only, by id or text; by id only. */
    PERSISTED_DOCUMENTS: z.enum(['off', 'report', 'prefer', 'require']).default('off').transform(upper),
    /** Whether operations are refused for what they are estimated to cost, only measured, or neither. */
    DEMAND_CONTROL: z.enum(['off', 'measure', 'enforce']).default('enforce').transform(upper),
    /** Whether callers are held to so many operations a minute. */
    RATE_LIMITS: z.enum(['on', 'off']).default('on'),
    /** Operations that a gateway carries out at the same time; what fits its topology when left out. */
    OPERATIONS_AT_ONCE: z.coerce.number().int().min(1).max(10_000).optional(),
    /** The plan of companies that the operator gave none. */
    DEFAULT_PLAN: z.enum(['personal', 'starter', 'team', 'business', 'enterprise']).default('team').transform(upper),
    /** What of the graph callers see: all of it, or what partners are promised. */
    API_CONTRACT: z.enum(['full', 'partner']).default('full').transform(upper),
    /** Base address of an OTLP collector over HTTP; spans go there. */
    OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
    /** What this process is called in traces. */
    OTEL_SERVICE_NAME: z.string().default('autonomos'),
    /** Share of the traces that are kept. */
    TRACE_RATIO: z.coerce.number().min(0).max(1).default(1),
    /** Whether the first start of a personal machine loads the demo company. */
    AUTONOMOS_DEMO: z.enum(['on', 'off']).default('off'),
    /** Serve this supergraph instead of the product's own: the product's subgraphs together with those of partners. */
    SUPERGRAPH_FILE: z.string().min(1).optional(),
    /** How long a gateway that is told to stop still serves new requests, while it tells everybody to go elsewhere. */
    DRAIN_MS: z.coerce.number().int().min(0).max(600_000).default(500),
    /** How many proxies of yours stand in front, each adding an address to `X-Forwarded-For`; 0: the header is not believed. */
    TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    LOG_PRETTY: flag.default(false),
  })
  .refine((env) => env.REDIS_CA_FILE === undefined || env.REDIS_URL?.startsWith('rediss:') === true, {
    message: 'an authority is for Redis over TLS: REDIS_URL has to begin with rediss://',
    path: ['REDIS_CA_FILE'],
  })
  .refine((env) => !(env.AUTONOMOS_MODE === 'development' && env.NODE_ENV === 'production'), {
    message: DEVELOPMENT_REFUSED,
    path: ['AUTONOMOS_MODE'],
  })
  .refine((env) => env.AUTONOMOS_MODE !== 'development' || env.DEVELOPMENT_HOST === 'any' || LOOPBACK_HOST.test(env.HOST), {
    message: DEVELOPMENT_NOT_HERE,
    path: ['HOST'],
  });

/** Every variable that is read. */
export const CONFIG_VARIABLES: readonly string[] = Object.keys(environmentSchema.shape);

export interface Config {
  mode: 'development' | 'production';
  /** Proxies in front whose `X-Forwarded-For` is believed. */
  trustedProxies: number;
  /** null: the product's own. */
  supergraphFile: string | null;
  /** `graceMs`: how long new requests are still served once it is told to stop. */
  http: { host: string; port: number; graceMs: number };
  /** Where the embedded database, uploads, keys and logs live. */
  dataFolder: string;
  /** null: the embedded database. */
  databaseUrl: string | null;
  migrateOnStart: boolean;
  /** null: events go through the outbox alone, cache and locks are each process's own. */
  redis: RedisAddress | null;
  /** null each: kept in files of the data folder. */
  keys: {
    session: Uint8Array | null;
    viewer: Uint8Array | null;
    logins: Uint8Array | null;
    journal: Uint8Array | null;
    owner: string | null;
  };
  /** Subgraphs that run elsewhere, by name. */
  subgraphUrls: Readonly<Record<string, string>>;
  /** null: the topology's default. */
  filesRoots: string[] | null;
  allowPrivateSources: boolean;
  /** null: the key in the data folder. */
  vaultKey: Uint8Array | null;
  /** Keys before it. */
  oldVaultKeys: readonly Uint8Array[];
  /** Without a slash at its end. */
  publicUrl: string;
  /** Without a slash at its end; null: the public address, or the door of this very process. */
  gatewayUrl: string | null;
  /** `smtpUrl` null: mails become files in the data folder. */
  mail: { smtpUrl: string | null; from: string };
  /** null: embeddings are made here. `baseUrl` null: OpenAI's own address. */
  embeddings: { apiKey: string; baseUrl: string | null; model: string } | null;
  /** null: no language model is asked, unless a company has one of its own. */
  languageModel: { apiKey: string; baseUrl: string | null; models: readonly string[] } | null;
  maxUploadBytes: number;
  outboxRetentionDays: number;
  /** The demo company is loaded at the first start. */
  demo: boolean;
  log: { level: string; pretty: boolean };
  /** null: no statement is slow enough to be logged. */
  slowQueryMs: number | null;
  /** null: no operation is slow enough to be logged. */
  slowOperationMs: number | null;
  persistedDocuments: 'OFF' | 'REPORT' | 'PREFER' | 'REQUIRE';
  demandControl: 'OFF' | 'MEASURE' | 'ENFORCE';
  /** Callers are held to so many operations a minute. */
  rateLimits: boolean;
  /** null: what fits the topology. */
  operationsAtOnce: number | null;
  defaultPlan: PlanName;
  /** FULL: the whole graph; PARTNER: without what is tagged `internal`. */
  apiContract: 'FULL' | 'PARTNER';
  /** `endpoint` null: nothing is traced. */
  tracing: { endpoint: string | null; serviceName: string; ratio: number };
}

/** Raised with every fault of the environment at once, one per line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the configuration from an environment. @throws ConfigError that lists all faults together. */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`The configuration is not usable:\n${faults.join('\n')}`);
  }
  const env = parsed.data;
  return {
    mode: env.AUTONOMOS_MODE,
    trustedProxies: env.TRUST_PROXY,
    supergraphFile: env.SUPERGRAPH_FILE ?? null,
    http: { host: env.HOST, port: env.PORT, graceMs: env.DRAIN_MS },
    dataFolder: env.DATA_FOLDER,
    databaseUrl: env.DATABASE_URL ?? null,
    migrateOnStart: env.MIGRATE_ON_START,
    redis: env.REDIS_URL === undefined ? null : { url: env.REDIS_URL, caFile: env.REDIS_CA_FILE ?? null },
    keys: {
      session: env.SESSION_KEY ?? null,
      viewer: env.VIEWER_KEY ?? null,
      logins: env.LOGINS_KEY ?? null,
      journal: env.JOURNAL_KEY ?? null,
      owner: env.OWNER_KEY ?? null,
    },
    subgraphUrls: env.SUBGRAPH_URLS,
    filesRoots: env.FILES_ROOTS ?? null,
    allowPrivateSources: env.ALLOW_PRIVATE_SOURCES,
    vaultKey: env.VAULT_KEY ?? null,
    oldVaultKeys: env.VAULT_KEYS_OLD,
    publicUrl: (env.PUBLIC_URL ?? `http://${ANY_HOST.has(env.HOST) ? 'localhost' : env.HOST}:${env.PORT}`).replace(/\/+$/, ''),
    gatewayUrl: env.GATEWAY_URL?.replace(/\/+$/, '') ?? null,
    mail: { smtpUrl: env.SMTP_URL ?? null, from: env.MAIL_FROM },
    embeddings:
      env.OPENAI_API_KEY === undefined
        ? null
        : { apiKey: env.OPENAI_API_KEY, baseUrl: env.OPENAI_BASE_URL ?? null, model: env.EMBEDDING_MODEL },
    languageModel:
      env.OPENAI_API_KEY === undefined || env.LANGUAGE_MODELS.length === 0
        ? null
        : { apiKey: env.OPENAI_API_KEY, baseUrl: env.OPENAI_BASE_URL ?? null, models: env.LANGUAGE_MODELS },
    maxUploadBytes: env.MAX_UPLOAD_BYTES,
    outboxRetentionDays: env.OUTBOX_RETENTION_DAYS,
    demo: env.AUTONOMOS_DEMO === 'on',
    log: { level: env.LOG_LEVEL, pretty: env.LOG_PRETTY },
    slowQueryMs: env.SLOW_QUERY_MS === 0 ? null : env.SLOW_QUERY_MS,
    slowOperationMs: env.SLOW_OPERATION_MS === 0 ? null : env.SLOW_OPERATION_MS,
    persistedDocuments: env.PERSISTED_DOCUMENTS,
    demandControl: env.DEMAND_CONTROL,
    rateLimits: env.RATE_LIMITS === 'on',
    operationsAtOnce: env.OPERATIONS_AT_ONCE ?? null,
    defaultPlan: env.DEFAULT_PLAN,
    apiContract: env.API_CONTRACT,
    tracing: { endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT ?? null, serviceName: env.OTEL_SERVICE_NAME, ratio: env.TRACE_RATIO },
  };
}
