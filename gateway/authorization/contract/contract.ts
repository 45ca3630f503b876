import {
  INACCESSIBLE_VERSIONS,
  LINK_VERSIONS,
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  Supergraph,
  printSchema,
  type Schema,
} from '@apollo/federation-internals';
import { hiddenElements, type HideableElement } from './hidden-elements.ts';

/**
 * The part of a graph that some callers see, by the `@tag`s of its elements. `include`: only fields that carry one of these, or whose type
 * does; empty: all. `exclude`: nothing that carries one of these.
 */
export interface Contract {
  include: readonly string[];
  exclude: readonly string[];
}

/** The contract cannot be kept on this supergraph. The message says why, in sentences. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
}

/**
 * The same supergraph with everything outside of the contract made `@inaccessible`: callers neither see it nor may ask for it, while
 * planning still uses it. What hangs on something hidden is hidden too: fields of hidden types, types without fields, and whatever no
 * field leads to any more. @throws ContractError
 */
export function underContract(sdl: string, contract: Contract): string {
  const { schema } = Supergraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, validateSupergraph: false });
  const tags = tagsOf(schema);
  const known = new Set([...tags.values()].flatMap((names) => [...names]));
  const unknown = [...contract.include, ...contract.exclude].filter((tag) => !known.has(tag));
  if (unknown.length > 0) throw new ContractError(`The contract names ${quoted(unknown)}, but nothing in the supergraph is tagged so.`);
  const inaccessible = inaccessibleDirective(schema);
  const before = [...inaccessible.applications()].map(({ parent }) => parent as HideableElement);
  const hidden = hiddenElements(schema, contract, { tags, hidden: before });
  const query = schema.schemaDefinition.rootType('query');
  if (query === undefined || hidden.has(query)) throw new ContractError('The contract leaves no field of Query to be asked.');
  for (const element of hidden) if (!element.hasAppliedDirective(inaccessible)) element.applyDirective(inaccessible);
  return printSchema(schema);
}

function tagsOf(schema: Schema): Map<object, Set<string>> {
  const feature = schema.coreFeatures?.getByIdentity('https://specs.apollo.dev/tag');
  const definition = feature === undefined ? undefined : schema.directive(feature.directiveNameInSchema('tag'));
  const tags = new Map<object, Set<string>>();
  for (const application of definition?.applications() ?? []) {
    const { name } = application.arguments();
    if (typeof name === 'string') tags.set(application.parent, (tags.get(application.parent) ?? new Set()).add(name));
  }
  return tags;
}

/** The directive that hides elements; linked when the supergraph hides nothing yet. */
function inaccessibleDirective(schema: Schema) {
  const latest = INACCESSIBLE_VERSIONS.latest();
  const find = () => {
    const feature = schema.coreFeatures?.getByIdentity(latest.identity);
    return feature === undefined ? undefined : schema.directive(feature.directiveNameInSchema('inaccessible'));
  };
  const core = schema.coreFeatures?.coreItself;
  if (find() === undefined && core !== undefined) {
    LINK_VERSIONS.find(core.url.version)?.applyFeatureToSchema(schema, latest, undefined, 'SECURITY');
    latest.addElementsToSchema(schema);
  }
  const directive = find();
  if (directive === undefined)
    throw new ContractError('The supergraph cannot hide anything: it links no @inaccessible, and none could be added.');
  return directive;
}

function quoted(tags: readonly string[]): string {
  return tags.map((tag) => `“${tag}”`).join(', ');
}
