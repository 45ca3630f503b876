import { InterfaceType, ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph, type Directive, type Schema } from '@apollo/federation-internals';
import { z } from 'zod';
import { isImplied, type Requirement } from './requirement.ts';

/** A requirement and what it stands on, such as `User.email` or `User`. */
export interface Demand {
  requirement: Requirement;
  coordinate: string;
}

/** What each `Type` and `Type.field` asks for; all of it has to be met. */
export type Demands = ReadonlyMap<string, readonly Demand[]>;

const alternatives = z.array(z.array(z.string()));
const DIRECTIVES: Readonly<Record<string, (given: unknown) => Requirement>> = {
  authenticated: () => ({ kind: 'AUTHENTICATED' }),
  requiresScopes: (given) => ({ kind: 'SCOPES', alternatives: z.object({ scopes: alternatives }).parse(given).scopes }),
  policy: (given) => ({ kind: 'POLICIES', alternatives: z.object({ policies: alternatives }).parse(given).policies }),
};

/**
 * Reads @authenticated, @requiresScopes and @policy off a supergraph, whatever names it links them under. What stands on an interface or
 * on a field of one is either the composer's summary of the types that implement it, which each answer for themselves and so need none,
 * or a rule of its own, which all of them inherit.
 */
export function readDemands(sdl: string): Demands {
  const { schema } = Supergraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, validateSupergraph: false });
  const written = writtenDemands(schema);
  const demands = new Map([...written].filter(([coordinate]) => !isOnInterface(schema, coordinate)));
  const add = (coordinate: string, more: readonly Demand[]): void => {
    if (more.length > 0) demands.set(coordinate, [...(demands.get(coordinate) ?? []), ...more]);
  };
  for (const type of schema.interfaceTypes()) {
    const members = type.possibleRuntimeTypes().map(({ name }) => name);
    const rules = ownRules(written, type.name, members);
    for (const owner of [type.name, ...members]) add(owner, rules);
    for (const field of type.fields()) {
      const implementations = members.map((member) => `${member}.${field.name}`);
      const fieldRules = ownRules(written, field.coordinate, implementations);
      for (const implementation of implementations) add(implementation, fieldRules);
    }
  }
  return demands;
}

function writtenDemands(schema: Schema): Map<string, Demand[]> {
  const written = new Map<string, Demand[]>();
  for (const [name, requirementOf] of Object.entries(DIRECTIVES)) {
    const feature = schema.coreFeatures?.getByIdentity(`https://specs.apollo.dev/${name}`);
    const definition = feature === undefined ? undefined : schema.directive(feature.directiveNameInSchema(name));
    for (const application of definition?.applications() ?? []) {
      const coordinate = coordinateOf(application);
      if (coordinate === null) continue;
      const demand = { requirement: requirementOf(application.arguments()), coordinate };
      written.set(coordinate, [...(written.get(coordinate) ?? []), demand]);
    }
  }
  return written;
}

function coordinateOf({ parent }: Directive): string | null {
  return parent !== undefined && 'coordinate' in parent && typeof parent.coordinate === 'string' ? parent.coordinate : null;
}

function isOnInterface(schema: Schema, coordinate: string): boolean {
  return schema.type(coordinate.split('.')[0] ?? '') instanceof InterfaceType;
}

/** What an interface asks for beyond what those that implement it ask for together. */
function ownRules(written: ReadonlyMap<string, readonly Demand[]>, coordinate: string, implementations: readonly string[]): Demand[] {
  const given = implementations.flatMap((each) => (written.get(each) ?? []).map(({ requirement }) => requirement));
  return (written.get(coordinate) ?? []).filter(({ requirement }) => !isImplied(requirement, given));
}
