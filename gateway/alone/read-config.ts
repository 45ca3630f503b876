import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { ConfigError } from '../../subgraphs/kernel/config/config.ts';
import { configSchema, type AloneConfig } from './config-schema.ts';

const VARIABLE = /\$\{([A-Za-z_]\w*)\}/g;

/** What a gateway does of which nothing is said. */
export const DEFAULT_CONFIG: AloneConfig = configSchema.parse({});

/**
 * Reads a gateway.yaml. `${NAME}` in a value is the environment's variable.
 * @throws ConfigError with every fault at once, one per line: which key, and what about it
 */
export async function readConfig(path: string, environment: Readonly<Record<string, string | undefined>>): Promise<AloneConfig> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ConfigError(`${path} cannot be read (${codeOf(cause)}). Name a file with --config, or leave it out.`, { cause });
  });
  return parseConfig(text, path, environment);
}

/** Reads the text of a gateway.yaml. @param name what it is called in messages @throws ConfigError as above */
export function parseConfig(text: string, name: string, environment: Readonly<Record<string, string | undefined>>): AloneConfig {
  const document = parseDocument(text, { prettyErrors: true });
  const [fault] = document.errors;
  if (fault !== undefined) throw new ConfigError(`${name} is not YAML: ${fault.message.trim()}`);
  const missing: string[] = [];
  const read: unknown = fill(document.toJS() ?? {}, environment, missing);
  if (missing.length > 0)
    throw new ConfigError(
      unusable(
        name,
        missing.map((variable) => `the environment has no ${variable}; set it, or write the value.`),
      ),
    );
  const parsed = configSchema.safeParse(read);
  if (parsed.success) return parsed.data;
  throw new ConfigError(unusable(name, parsed.error.issues.flatMap(faultsOf)));
}

function fill(value: unknown, environment: Readonly<Record<string, string | undefined>>, missing: string[]): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(VARIABLE, (_, variable: string) => {
      const found = environment[variable];
      if (found === undefined) missing.push(variable);
      return found ?? '';
    });
  }
  if (Array.isArray(value)) return value.map((item) => fill(item, environment, missing));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, environment, missing)]));
}

function unusable(name: string, faults: readonly string[]): string {
  return `${name} is not usable:\n${faults.map((fault) => `  ${fault}`).join('\n')}`;
}

function faultsOf(issue: z.core.$ZodIssue): string[] {
  const at = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(configSchema, at).join(', ');
    return issue.keys.map((key) => `${[...at, key].join('.')} is not a setting. Known here: ${known}.`);
  }
  const where = at.length === 0 ? 'the file' : at.join('.');
  if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => `${where} ${message}.`);
  return [`${where}${issue.code === 'custom' || /^(is|has|needs) /.test(issue.message) ? ' ' : ': '}${issue.message}.`];
}

/** The settings that the schema knows at a path. */
function keysAt(schema: z.core.$ZodType, path: readonly string[]): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return keysAt(schema.unwrap(), path);
  const [key, ...rest] = path;
  if (schema instanceof z.ZodRecord) return keysAt(schema.valueType, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  const shape: Record<string, z.core.$ZodType> = schema.shape;
  if (key === undefined) return Object.keys(shape);
  const below = shape[key];
  return below === undefined ? [] : keysAt(below, rest);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
