import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One thing a playbook looks at.', simpleResolvers: true })
export class PlaybookAnalysis {
  @Field(() => String, { description: 'Its name, also that of its tool and the kind of its findings.' })
  name!: string;

  @Field(() => String, { description: 'What people call it.' })
  title!: string;

  @Field(() => String, { description: 'What it looks for.' })
  description!: string;
}

@ObjectType({
  description: 'What a pilot does by itself once it is scheduled: it looks, proposes, and does what people agree to.',
  simpleResolvers: true,
})
export class Playbook {
  @Field(() => String, { description: 'Name of its workflow.' })
  name!: string;

  @Field(() => String, { description: 'What people call it.' })
  title!: string;

  @Field(() => String, { description: 'What it does.' })
  description!: string;

  @Field(() => String, {
    description:
      'When it is best run, as a cron expression in the tenant’s time zone. It does not run by itself until somebody schedules it.',
  })
  suggestedSchedule!: string;

  @Field(() => [PlaybookAnalysis], { description: 'What it looks at.' })
  analyses!: PlaybookAnalysis[];
}
