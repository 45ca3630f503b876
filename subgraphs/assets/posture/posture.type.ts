import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('PostureComponent', { description: 'One of the things that posture is made of.', simpleResolvers: true })
export class PostureComponent {
  @Field(() => String, {
    description: 'What it looks at: GOVERNED, RISK, OWNED, SIGN_ON, ATTESTED, IN_USE or NOT_CRITICAL.',
  })
  code!: string;

  @Field(() => Float, { description: '0 to 100; critical applications count more.' })
  value!: number;

  @Field(() => Int, { description: 'How many applications it looks at.' })
  of!: number;
}

@ObjectType('PostureDay', { description: 'How the company, or a department, stood on a day.', simpleResolvers: true })
export class PostureDay {
  @Field(() => String, { description: 'The day in UTC, such as 2026-06-30.' })
  day!: string;

  @Field(() => String, { nullable: true, description: 'The department, as records write it; null for the whole company.' })
  department!: string | null;

  @Field(() => Float, { description: '0 to 100: the weighted mean of its components; 100 where there is nothing at all.' })
  score!: number;

  @Field(() => [PostureComponent], { description: 'What it is made of.' })
  components!: readonly PostureComponent[];

  @Field(() => Int, { description: 'Applications in the graph.' })
  assets!: number;

  @Field(() => Int, { description: 'Those that are shadow IT.' })
  shadow!: number;

  @Field(() => Int, { description: 'Those that are governed, not used any more, and still paid for.' })
  zombie!: number;

  @Field(() => Int, { description: 'Those that nobody governs and nobody uses any more.' })
  parked!: number;

  @Field(() => Int, { description: 'Those without an owner, named or probable.' })
  unowned!: number;

  @Field(() => Int, { description: 'Findings about them.' })
  findings!: number;

  /** Behind the computed fields; not part of the graph. */
  scanId!: string;
}
