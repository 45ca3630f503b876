import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType('AssetScoreFactor', { description: 'One reason for a score.', simpleResolvers: true })
export class AssetScoreFactor {
  @Field(() => String, { description: 'What kind of reason it is.' })
  code!: string;

  @Field(() => Float, { description: 'What it adds to the score, or takes from it.' })
  points!: number;

  @Field(() => String, { description: 'The reason in a sentence.' })
  says!: string;
}

@ObjectType('AssetScore', { description: 'A score and what it is made of.', simpleResolvers: true })
export class AssetScore {
  @Field(() => Float, { description: '0 to 100.' })
  value!: number;

  @Field(() => [AssetScoreFactor], { description: 'What it is made of.' })
  factors!: AssetScoreFactor[];
}

@ObjectType('AssetScores', { description: 'What an application risks, costs and matters.', simpleResolvers: true })
export class AssetScores {
  @Field(() => AssetScore, { description: 'What may go wrong with it.' })
  risk!: AssetScore;

  @Field(() => AssetScore, { description: 'What it costs, and how much of that is wasted.' })
  cost!: AssetScore;

  @Field(() => AssetScore, { description: 'How much depends on it.' })
  criticality!: AssetScore;

  @Field(() => AssetScore, { description: 'How likely it is where the truth about something is kept.' })
  systemOfRecord!: AssetScore;
}
