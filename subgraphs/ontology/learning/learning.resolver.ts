import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { inputProblem, inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import { fieldLoader } from '../mapping/mapping.loader.ts';
import { FieldMapping } from '../mapping/mapping.type.ts';
import type { ProposalService } from '../mapping/proposal.service.ts';
import { levelOfField, MappingLevel, SHIPPED_POLICY } from '../matching/levels-of-trust.ts';
import type { KnowledgeService } from './knowledge.service.ts';
import { learningErrors } from './learning.errors.ts';
import { MappingPairInput, MappingPolicyInput, parsePairs } from './learning.input.ts';
import {
  ImportMappingPairsResult,
  type MappingPair,
  MappingPairConnection,
  MappingPairsImported,
  MappingPolicy,
  MappingPolicySet,
  SetMappingPolicyResult,
  SimilarPastMapping,
} from './learning.type.ts';
import { fitOf, pairOf, policyOf, similarOf } from './learning.view.ts';
import type { PairsService } from './pairs.service.ts';
import type { MappingPolicyService, MappingRules } from './policy.service.ts';

const MOST_SIMILAR = 20;

export interface Learning {
  readonly policy: MappingPolicyService;
  readonly pairs: PairsService;
  readonly knowledge: KnowledgeService;
  readonly proposals: ProposalService;
  readonly ontology: CanonicalOntology;
}

@Resolver(() => FieldMapping)
export class LearningResolver {
  private readonly learning: Learning;

  constructor(learning: Learning) {
    this.learning = learning;
  }

  @FieldResolver(() => MappingLevel, { description: 'What is done with it, by how sure the matcher is and by your policy.' })
  async level(@Root() { confidence, canonical, relatesTo }: FieldMapping, @Ctx() { viewer, loaders }: GraphContext): Promise<MappingLevel> {
    const { tenantId } = requireUser(viewer);
    const rules = await loaders
      .get<MappingRules>('ontology.mapping-policy', async (ids) => {
        const read = await this.learning.policy.read(tenantId);
        return ids.map(() => read);
      })
      .load(tenantId);
    return levelOfField({ confidence, canonical, relation: relatesTo !== null }, rules ?? SHIPPED_POLICY);
  }

  @Query(() => MappingPolicy, { description: 'What is done with proposed mappings, and the weights they are made with.' })
  mappingPolicy(@Ctx() { viewer }: GraphContext): Promise<MappingPolicy> {
    return this.policy(requireUser(viewer).tenantId);
  }

  @Mutation(() => SetMappingPolicyResult, {
    description: 'Sets what is done with proposed mappings; it holds for every level from now on.',
  })
  async setMappingPolicy(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => MappingPolicyInput, { description: 'The policy.' }) input: MappingPolicyInput,
  ): Promise<MappingPolicySet | InputRefused> {
    const user = requireUser(viewer);
    const { auto, review } = { auto: input.auto ?? SHIPPED_POLICY.auto, review: input.review ?? SHIPPED_POLICY.review };
    if (!(review >= 0 && review <= auto && auto <= 1))
      return inputRefused([inputProblem(learningErrors.MAPPING_THRESHOLDS_INVALID({}), 'input.auto')]);
    await this.learning.policy.set(user, { autoAccept: input.autoAccept, auto, review });
    return Object.assign(new MappingPolicySet(), { policy: await this.policy(user.tenantId) });
  }

  @Query(() => MappingPairConnection, { description: 'Pairs of fields that were imported, newest first.' })
  async mappingPairs(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many to read, at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the item to go on after.' }) after?: string | null,
  ): Promise<ConnectionOf<MappingPair>> {
    const page = await this.learning.pairs.page(requireUser(viewer).tenantId, pageOf(first, after));
    return {
      ...page,
      nodes: page.nodes.map(pairOf),
      edges: page.edges.map(({ node, cursor }) => ({ node: pairOf(node), cursor })),
    };
  }

  @Mutation(() => ImportMappingPairsResult, {
    description: 'Keeps pairs of fields that you know, as if they had been decided, and fits the matcher’s weights on all there are.',
  })
  async importMappingPairs(
    @Ctx() { viewer }: GraphContext,
    @Arg('pairs', () => [MappingPairInput], { description: 'The pairs, 5 000 at most.' }) pairs: MappingPairInput[],
  ): Promise<MappingPairsImported | InputRefused> {
    const known = parsePairs(pairs, this.learning.ontology);
    if (known.some((one) => 'code' in one)) return inputRefused(known.flatMap((one) => ('code' in one ? [one] : [])));
    const fitted = await this.learning.pairs.import(
      requireUser(viewer),
      known.flatMap((one) => ('code' in one ? [] : [one])),
    );
    return Object.assign(new MappingPairsImported(), { matcher: fitOf(fitted) });
  }

  @Mutation(() => MappingPolicy, { description: 'Forgets the pairs that were imported, and goes back to the shipped weights.' })
  async removeMappingPairs(@Ctx() { viewer }: GraphContext): Promise<MappingPolicy> {
    const user = requireUser(viewer);
    await this.learning.pairs.reset(user);
    return this.policy(user.tenantId);
  }

  @Query(() => [SimilarPastMapping], { description: 'Earlier decisions about columns like this one, nearest first.' })
  async similarPastMappings(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('fieldId', () => ID, { description: 'The field mapping of the column.' }) fieldId: string,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many to read, 20 at most.' }) first: number,
  ): Promise<SimilarPastMapping[]> {
    const user = requireUser(viewer);
    if (!Number.isInteger(first) || first < 1 || first > MOST_SIMILAR) throw commonErrors.BAD_PAGE_SIZE({ first, max: MOST_SIMILAR });
    const row = await fieldLoader(loaders, this.learning.proposals, user).load(fieldId);
    if (row === null) return [];
    return (await this.learning.knowledge.similar(user.tenantId, row.definition.column, first)).map(similarOf);
  }

  private async policy(tenantId: string): Promise<MappingPolicy> {
    return policyOf(await this.learning.policy.read(tenantId), await this.learning.pairs.weights(tenantId));
  }
}
