import { GraphQLJSON } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DurableRunStatus, StepStatus } from '../../../kernel/runs/run-status.ts';
import { ReplayChange } from '../../workflows/replay/compare-replay.ts';
import type { WorkflowVersionRow } from '../../workflows/store/workflow-version.entity.ts';

registerEnumType(ReplayChange, {
  name: 'ReplayChange',
  description: 'How a step of a replay compares with the same step of the run.',
  valuesConfig: {
    SAME: { description: 'It came to the same.' },
    INPUT: {
      description:
        'It came to the same, but is asked with something else: by another version, or because a person had edited what was asked.',
    },
    RESULT: { description: 'It ended otherwise, or with another output.' },
    ADDED: { description: 'The run had no such step.' },
    REMOVED: { description: 'The replay has no such step.' },
    UNANSWERED: { description: 'The run has nothing that could answer it, and without it the replay does not go on.' },
  },
});

@ObjectType({ description: 'A step of a replay beside the same step of the run.', simpleResolvers: true })
export class ReplayedStep {
  @Field(() => String, { description: 'Its address: `outer[3].inner`.' })
  key!: string;

  @Field(() => String, { description: 'What it is called for people.' })
  name!: string;

  @Field(() => ReplayChange, { description: 'How the two compare.' })
  change!: ReplayChange;

  @Field(() => StepStatus, { nullable: true, description: 'How it stands in the replay; null when it has no such step.' })
  status!: StepStatus | null;

  @Field(() => StepStatus, { nullable: true, description: 'How it ended in the run; null when it had no such step.' })
  statusBefore!: StepStatus | null;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What it is last called with by the replay.' })
  input!: unknown;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What it was last called with by the run.' })
  inputBefore!: unknown;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What it comes to in the replay.' })
  output!: unknown;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What it came to in the run.' })
  outputBefore!: unknown;

  @Field(() => String, { nullable: true, description: 'Why it fails in the replay; null when it does not.' })
  problem!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it failed in the run; null when it did not.' })
  problemBefore!: string | null;
}

@ObjectType({
  description:
    'A run gone through again with the answers it had been given: nothing is called, nobody is asked, and nothing of it is kept.',
  simpleResolvers: true,
})
export class RunReplay {
  @Field(() => Boolean, { description: 'Whether the end and every step come to the same.' })
  same!: boolean;

  @Field(() => DurableRunStatus, {
    nullable: true,
    description: 'How the replay ends; null: it stops where the run has nothing that could answer a step.',
  })
  status!: DurableRunStatus | null;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What it comes to.' })
  output!: unknown;

  @Field(() => String, { nullable: true, description: 'Why it fails; null when it does not.' })
  problem!: string | null;

  @Field(() => [ReplayedStep], { description: 'Its steps in the order of the work, then those that only the run had; the first 500.' })
  steps!: ReplayedStep[];

  /** Behind the computed fields; not part of the graph. */
  runId!: string;
  versionRow!: WorkflowVersionRow;
}
