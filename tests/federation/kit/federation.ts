import type { GraphQLScalarType } from 'graphql';

/** A resolver of a test's subgraph: each names what it is given, so the parameters are of any type. */
export type Resolver = (source: never, args: never, context: never, info: never) => unknown;

/** Resolvers by type and field, `__resolveReference` and `__resolveType` among them; a custom scalar stands for itself. */
export type Resolvers = Readonly<Record<string, GraphQLScalarType | Readonly<Record<string, Resolver>>>>;

/** One subgraph, as its authors would write it. */
export interface SubgraphModule {
  sdl: string;
  resolvers: Resolvers;
}

/** Where an error shows, in the client's terms. */
export type ErrorPath = readonly (string | number)[];

/** One operation and what the federation specification says that it answers. */
export interface CaseOperation {
  /** What is proven, after the name of its case. */
  name: string;
  query: string;
  variables?: Readonly<Record<string, unknown>>;
  operationName?: string;
  data: unknown;
  /** None when absent; SOME: at least one, of whatever path. */
  errors?: readonly ErrorPath[] | 'SOME';
  /** How many requests each subgraph gets at most, where more would be waste. */
  fetches?: Readonly<Record<string, number>>;
}

/** A federation written by hand, and operations whose answers were reasoned out, not recorded. */
export interface FederationCase {
  name: string;
  subgraphs: Readonly<Record<string, SubgraphModule>>;
  operations: readonly CaseOperation[];
  /** Before each operation: puts state that mutations change back. */
  reset?: () => void;
}

const IMPORTS = [
  '@key',
  '@shareable',
  '@external',
  '@requires',
  '@provides',
  '@override',
  '@extends',
  '@inaccessible',
  '@tag',
  '@interfaceObject',
  '@composeDirective',
  '@authenticated',
  '@requiresScopes',
  '@policy',
  '@context',
  '@fromContext',
  '@cost',
  '@listSize',
];

/** A Federation 2 subgraph's SDL: with the link that imports every directive. */
export function fed2(sdl: string): string {
  const imports = IMPORTS.map((name) => `"${name}"`).join(', ');
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])\n${sdl}`;
}

/** `__resolveReference` over rows: the first one that agrees with everything of the row that the representation names in `keys`. */
export function among<Row extends object>(rows: readonly Row[], ...keys: (keyof Row & string)[]): Resolver {
  return (reference: Partial<Row>) => rows.find((row) => keys.some((key) => key in reference && reference[key] === row[key])) ?? null;
}
