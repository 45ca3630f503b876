import { Field, ObjectType, registerEnumType } from 'type-graphql';

export const FindingSeverity = { INFO: 'INFO', WARNING: 'WARNING', CRITICAL: 'CRITICAL' } as const;
export type FindingSeverity = (typeof FindingSeverity)[keyof typeof FindingSeverity];
registerEnumType(FindingSeverity, {
  name: 'FindingSeverity',
  description: 'How much a finding matters.',
  valuesConfig: {
    INFO: { description: 'Good to know.' },
    WARNING: { description: 'Somebody should look at it.' },
    CRITICAL: { description: 'Answers are wrong or missing until it is put right.' },
  },
});

@ObjectType({ description: 'Something noteworthy about an asset, derived from what happened to it.', simpleResolvers: true })
export class Finding {
  @Field(() => String, { description: 'What kind of finding it is; an asset has each at most once.' })
  code!: string;

  @Field(() => FindingSeverity, { description: 'How much it matters.' })
  severity!: FindingSeverity;

  @Field(() => String, { description: 'The finding in a few words.' })
  title!: string;

  @Field(() => String, { description: 'The facts behind it, in a sentence.' })
  detail!: string;
}
