import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('ChartEncoding', {
  description: 'Which columns of an answer go where in its chart: numbers of `columns`, from 0.',
  simpleResolvers: true,
})
export class ChartEncoding {
  @Field(() => Int, {
    nullable: true,
    description: 'The column along the first axis: time, groups, or (of points) the first number. Null where there is one number.',
  })
  x!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The column that tells series apart, rows of a heat map, or (of points) the name of each; null without.',
  })
  series!: number | null;

  @Field(() => [Int], { description: 'The columns whose numbers are drawn, in their order; their units stand at the columns.' })
  values!: number[];
}
