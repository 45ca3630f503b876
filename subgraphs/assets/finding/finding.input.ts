import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { FindingStatus } from './finding-status.type.ts';
import { Finding, FindingSeverity } from './finding.type.ts';

@InputType({ description: 'Which findings about assets to list; what is left out does not narrow.' })
export class AssetFindingFilter {
  @Field(() => [FindingStatus], { nullable: true, description: 'Only findings that stand so; left out: open ones.' })
  statuses?: FindingStatus[] | null;

  @Field(() => [FindingSeverity], { nullable: true, description: 'Only findings that matter so much.' })
  severities?: FindingSeverity[] | null;

  @Field(() => [String], { nullable: true, description: 'Only findings of these kinds.' })
  codes?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Only findings about this asset.' })
  assetId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only findings that this person takes care of.' })
  assigneeId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only findings that nobody takes care of; false: only those that somebody does.',
  })
  unassigned?: boolean | null;
}

@ObjectType({ description: 'Somebody decided about a finding.', simpleResolvers: true })
export class FindingTriaged {
  @Field(() => Finding, { description: 'The finding as it is now.' })
  finding!: Finding;
}

export const TriageFindingResult = createUnionType({
  name: 'TriageFindingResult',
  description: 'The finding, or what has to be corrected first.',
  types: () => [FindingTriaged, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : FindingTriaged),
});
