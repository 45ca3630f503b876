import { Field, Float, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'A place to send files to, one after the other: PUT {path}/{file name} with the bytes and the bearer token.',
  simpleResolvers: true,
})
export class Upload {
  @Field(() => ID, { description: 'Pass to connectFiles when all files have been sent.' })
  id!: string;

  @Field(() => String, { description: 'Path on this server to PUT files below.' })
  path!: string;

  @Field(() => Float, { description: 'Largest file taken, in bytes.' })
  maxFileBytes!: number;
}
