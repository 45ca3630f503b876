import { readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isExecutableDefinitionNode,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
  type GraphQLField,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { MCP_TOOLS } from '../gateway/mcp/mcp-tools.ts';
import { KINDS } from '../subgraphs/accounts/notification/kinds.ts';
import { FAULTS, FORMS, SHAPES, TOOLS } from '../subgraphs/agents/farm/scenario/scenario.ts';
import { ANALYSES } from '../subgraphs/agents/playbooks/analyses.ts';
import { readDefinition } from '../subgraphs/agents/workflows/definition/read-definition.ts';
import { WAIT_TOPICS } from '../subgraphs/agents/workflows/runs/wait-topics.ts';

const GUIDES = new URL('../docs/guides/', import.meta.url);
const ACT = ['workflows', 'pilots', 'approvals', 'governing-agents', 'agent-budgets-and-schedules', 'farm', 'mcp'] as const;
const read = (name: string): string => readFileSync(new URL(`${name}.md`, GUIDES), 'utf8');

const schema = buildSchema(readFileSync(new URL('../schema/api.graphql', import.meta.url), 'utf8'), { assumeValid: true });
const ROOTS = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
/** A field of this name, of the roots or of any other type that has arguments there. */
const fieldNamed = (name: string): GraphQLField<unknown, unknown> | undefined =>
  [...ROOTS, ...Object.values(schema.getTypeMap()).filter(isObjectType)]
    .map((type) => type?.getFields()[name])
    .find((field) => field !== undefined && field.args.length > 0);

/** The fenced blocks of a language. */
const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block = '']) => block);
/** What is written between single back quotes, outside of blocks. */
const inline = (text: string): string[] =>
  [...text.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
/** The cells of a guide's table row by row, without its heading. */
const rows = (text: string, heading: string): string[][] => {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => new RegExp(`^\\| ${heading} +\\|`).test(line));
  const table = lines.slice(start + 2);
  const end = table.findIndex((line) => !line.startsWith('|'));
  return table.slice(0, end === -1 ? undefined : end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};
const codes = (cell: string | undefined): string[] => [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** What a call like `name(one, two: { three })` says that the graph does not have. */
function strangersIn(call: string): string[] {
  const [, name = '', given = ''] = /^(\w+)\((.*)\)$/.exec(call) ?? [];
  const field = fieldNamed(name);
  if (field === undefined) return [`${call}: there is no ${name}`];
  const inner = [...given.matchAll(/(\w+): \{([^}]*)\}/g)].flatMap(([, of = '', fields = '']) => {
    const type = getNamedType(field.args.find((arg) => arg.name === of)?.type);
    const known = isInputObjectType(type) ? Object.keys(type.getFields()) : [];
    return namesIn(fields).flatMap((each) => (known.includes(each) ? [] : [`${call}: ${of} has no ${each}`]));
  });
  const known = field.args.map((arg) => arg.name);
  const own = namesIn(given.replaceAll(/\{[^}]*\}/g, ''));
  return [...inner, ...own.flatMap((each) => (known.includes(each) ? [] : [`${call}: ${name} has no ${each}`]))];
}

const namesIn = (list: string): string[] => list.split(',').flatMap((each) => /^\s*(\w+)/.exec(each)?.[1] ?? []);

/** What a path like `Type.field.field` says that the graph does not have. */
function missingOn(path: string): string[] {
  const [start = '', ...fields] = path.split('.');
  let type = schema.getType(start);
  for (const name of fields) {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (field === undefined) return [`${path}: ${String(type)} has no ${name}`];
    type = getNamedType(field.type);
  }
  return [];
}

test('every GraphQL operation in a guide can be sent as it stands', () => {
  const faults = readdirSync(GUIDES).flatMap((file) =>
    blocks(readFileSync(new URL(file, GUIDES), 'utf8'), 'graphql').flatMap((block) => {
      const document = parse(block);
      // Some show what a schema looks like.
      if (!document.definitions.every(isExecutableDefinitionNode)) return [];
      return validate(schema, document).map(({ message }) => `${file}: ${message}`);
    }),
  );
  expect(faults).toEqual([]);
});

describe.each(ACT)('the guide %s', (guide) => {
  const text = read(guide);

  test('names only operations, arguments and fields that there are', () => {
    const said = inline(text);
    const calls = said.filter((code) => /^[a-z]\w+\([^)]*\)$/.test(code));
    const paths = said.filter((code) => /^[A-Z][a-z]\w*(\.[a-z]\w*)+$/.test(code));
    expect([...calls.flatMap(strangersIn), ...paths.flatMap(missingOn)]).toEqual([]);
  });

  test('names only values and errors that there are', () => {
    const values = Object.values(schema.getTypeMap()).flatMap((type) => (isEnumType(type) ? type.getValues().map(({ name }) => name) : []));
    const known = new Set([
      ...values,
      ...codesOfErrors(),
      ...codesOfSteps(),
      ...Object.keys(KINDS),
      ...FORMS,
      ...Object.keys(constants.signals),
    ]);
    const said = inline(text).filter((code) => /^[A-Z][A-Z_]+$/.test(code));
    expect(said.filter((code) => !known.has(code))).toEqual([]);
  });
});

const codesOfErrors = (): string[] =>
  [...readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8').matchAll(/^\W*([A-Z][A-Z_]+)\b/gm)].map(([, code = '']) => code);

/** What steps fail by of their own, and by the troubles of language models. */
function codesOfSteps(): string[] {
  const source = readFileSync(new URL('../subgraphs/agents/workflows/executor/step-problems.ts', import.meta.url), 'utf8');
  const troubles = schema.getType('ModelTrouble');
  const ofModels = isEnumType(troubles) ? troubles.getValues().map(({ name }) => `MODEL_${name}`) : [];
  return [...ofModels, ...[...source.matchAll(/\bfailure\('([A-Z_]+)'/g)].map(([, code = '']) => code)];
}

test('the workflow of the guide can be saved', () => {
  const [text = ''] = blocks(read('workflows'), 'yaml');
  expect(readDefinition(text)).toMatchObject({ kind: 'READ', definition: { name: 'renewals' } });
});

test('the guide tells every topic that a step may wait for', () => {
  const told = inline(read('workflows')).filter((code) => /^(accounts|agents|connectors|insights|ontology)\.[a-z-]+$/.test(code));
  expect(told.toSorted()).toEqual(WAIT_TOPICS.toSorted());
});

test('the guide tells every analysis of each pilot', () => {
  const told = rows(read('pilots'), 'pilot').flatMap(([pilot = '', analyses]) =>
    codes(analyses).map((name) => `${pilot.toLowerCase()}.${name}`),
  );
  expect(told.toSorted()).toEqual(ANALYSES.map(({ name }) => name).toSorted());
});

test('the guide tells every fault, shape and tool of FARM', () => {
  const text = read('farm');
  expect(new Set(rows(text, 'fault').map(([fault]) => fault))).toEqual(new Set(FAULTS));
  for (const name of [...SHAPES, ...TOOLS]) expect(text).toContain(name);
});

test('the guide tells every tool of the MCP server, and what each needs', () => {
  const told = rows(read('mcp'), 'tool').map(([name, , needs]) => [codes(name)[0], codes(needs)[0] ?? null]);
  expect(told).toEqual(MCP_TOOLS.map(({ name, action }) => [name, action]));
});
