import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Something in a folder of the server.', simpleResolvers: true })
export class ServerEntry {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Its absolute path.' })
  path!: string;

  @Field(() => Float, { nullable: true, description: 'Size of a file in bytes; null for folders.' })
  bytes!: number | null;
}

@ObjectType({
  description: 'A folder of the server that may be connected, or the list of those the operator allows.',
  simpleResolvers: true,
})
export class ServerFolder {
  @Field(() => String, { nullable: true, description: 'Its absolute path; null for the list of allowed folders.' })
  path!: string | null;

  @Field(() => String, { nullable: true, description: 'The folder above, while that is allowed too.' })
  parent!: string | null;

  @Field(() => [ServerEntry], { description: 'Folders in it, at most 1 000.' })
  folders!: ServerEntry[];

  @Field(() => [ServerEntry], { description: 'Data files in it, at most 1 000.' })
  files!: ServerEntry[];
}
