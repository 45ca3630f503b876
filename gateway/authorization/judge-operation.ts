import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import type { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { Grants } from '../context.ts';
import { authorizationErrors } from './authorization.errors.ts';
import { holdAll } from './conditions.ts';
import type { FieldDemands } from './field-demands.ts';
import { SelectionJudge, TangledDocument, type Denied, type PermittedSelection } from './permitted-selection.ts';
import { isMet } from './requirement.ts';
import type { RuntimeTypes, RuntimeTypeSets } from './runtime-types.ts';
import { EVERYTHING, refused, type AuthorizationMode, type Verdict } from './verdict.ts';

/** What operations are judged by. */
export interface Law {
  sets: RuntimeTypeSets;
  demandsOf: FieldDemands;
  mode: AuthorizationMode;
  describe: (policy: string) => string | null;
}

/** Judges one operation for somebody with these grants. */
export function judgeOperation(
  law: Law,
  asked: { document: DocumentNode; operation: OperationDefinitionNode; root: GraphQLObjectType },
  grants: Grants,
): Verdict {
  const { operation } = asked;
  const judge = new SelectionJudge(
    law.sets,
    (type, field) => law.demandsOf(type, field).find(({ requirement }) => !isMet(requirement, grants)) ?? null,
    fragmentsOf(asked.document),
  );
  const permitted = judgeOrNull(judge, operation, law.sets.of([asked.root]));
  if (permitted === null) return refused(authorizationErrors.OPERATION_TOO_TANGLED({}));
  const [first] = permitted.denied;
  if (first === undefined) return EVERYTHING;
  if (law.mode === 'REFUSE') return refused(refusalOf(law, first, grants));
  // What changes something, or goes on and on, is done whole or not at all.
  if (operation.operation !== OperationTypeNode.QUERY && permitted.here !== null) return refused(refusalOf(law, permitted.here, grants));
  return {
    refusal: null,
    permitted: { document: documentOf(operation, permitted, judge) },
    errorsFor: errorsOf(permitted.denied, operation, (denied) => refusalOf(law, denied, grants)),
  };
}

function judgeOrNull(judge: SelectionJudge, { selectionSet }: OperationDefinitionNode, root: RuntimeTypes): PermittedSelection | null {
  try {
    return judge.judge(selectionSet, root);
  } catch (error) {
    if (error instanceof TangledDocument) return null;
    throw error;
  }
}

/** With the sentence of the first policy that would do, when it is one of ours; with the coordinate when it is a partner's. */
function refusalOf({ describe }: Law, { demand: { requirement, coordinate } }: Denied, { authenticated }: Grants): DomainError {
  if (!authenticated) return commonErrors.UNAUTHENTICATED({});
  const policy = requirement.kind === 'POLICIES' ? requirement.alternatives[0]?.[0] : undefined;
  const action = (policy === undefined ? null : describe(policy)) ?? `reading ${coordinate}`;
  return commonErrors.FORBIDDEN({ action });
}

/** One error for each place, however often it is asked for. */
function errorsOf(
  denied: readonly Denied[],
  operation: OperationDefinitionNode,
  refusal: (denied: Denied) => DomainError,
): Verdict['errorsFor'] {
  const told = denied.map((each) => ({ ...each, error: nulledError(each, refusal(each)) }));
  const onePerPlace = (all: typeof told): readonly GraphQLError[] => [
    ...new Map(all.map(({ path, error }) => [path.join('.'), error] as const)).values(),
  ];
  const always = told.every(({ conditions }) => conditions.length === 0) ? onePerPlace(told) : null;
  return (variables) => always ?? onePerPlace(told.filter(({ conditions }) => holdAll(conditions, operation, variables)));
}

function nulledError({ path }: Denied, { message, extensions }: DomainError): GraphQLError {
  return new GraphQLError(message, { path, extensions: { ...extensions } });
}

function documentOf(operation: OperationDefinitionNode, { selectionSet }: PermittedSelection, judge: SelectionJudge): DocumentNode | null {
  if (selectionSet === null) return null;
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...judge.fragments.values()] };
}

function fragmentsOf({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> {
  return new Map(definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])));
}
