import { Field, ObjectType, registerEnumType } from 'type-graphql';

export const FindingStatus = { OPEN: 'OPEN', ACCEPTED: 'ACCEPTED', RESOLVED: 'RESOLVED' } as const;
export type FindingStatus = (typeof FindingStatus)[keyof typeof FindingStatus];
registerEnumType(FindingStatus, {
  name: 'FindingStatus',
  description: 'How a finding about an asset stands.',
  valuesConfig: {
    OPEN: { description: 'Somebody should do something about it.' },
    ACCEPTED: { description: 'Somebody lets it be, until a day or for good.' },
    RESOLVED: { description: 'It is gone, or somebody says so; it opens again when it is found again.' },
  },
});

@ObjectType('FindingEvidence', { description: 'What speaks for a finding.', simpleResolvers: true })
export class FindingEvidence {
  @Field(() => String, { nullable: true, description: 'Which kind of telemetry it comes from; null where it comes from none.' })
  plane!: string | null;

  @Field(() => String, { nullable: true, description: 'The record in its source; null where none is kept.' })
  record!: string | null;

  @Field(() => String, { description: 'What it says.' })
  says!: string;
}
