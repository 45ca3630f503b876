import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { relayConnection } from '../../../kernel/pagination/relay-connection.type.ts';
import { CanonicalRecord } from '../../catalogue/record.type.ts';

@ObjectType('ResolutionCluster', { description: 'A golden record that is made of several records of sources.', simpleResolvers: true })
export class ResolutionCluster {
  @Field(() => ID, { description: 'Id of the golden record.' })
  id!: string;

  @Field(() => CanonicalRecord, { description: 'The golden record.' })
  record!: CanonicalRecord;

  @Field(() => Int, { description: 'Records of sources it is made of.' })
  memberCount!: number;

  @Field(() => Int, { description: 'Tables of sources they come from.' })
  sources!: number;

  @Field(() => Boolean, { description: 'Whether a person has confirmed what it is made of.' })
  verified!: boolean;

  @Field(() => Float, {
    nullable: true,
    description: 'Evidence, in bits, of the weakest pair without which it would fall apart; null when only people hold it together.',
  })
  weakest!: number | null;
}

export const ResolutionClusterConnection = relayConnection('ResolutionCluster', ResolutionCluster);
