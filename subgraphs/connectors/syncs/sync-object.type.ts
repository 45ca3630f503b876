import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputProblem } from '../../kernel/errors/input-problem.type.ts';

export const SyncObjectStatus = { PENDING: 'PENDING', LANDING: 'LANDING', DONE: 'DONE', GONE: 'GONE', FAILED: 'FAILED' } as const;
export type SyncObjectStatus = (typeof SyncObjectStatus)[keyof typeof SyncObjectStatus];
registerEnumType(SyncObjectStatus, {
  name: 'SyncObjectStatus',
  description: 'How the landing of one object goes.',
  valuesConfig: {
    PENDING: { description: 'Its turn has not come.' },
    LANDING: { description: 'Its records are being brought over.' },
    DONE: { description: 'Everything readable of it has landed.' },
    GONE: { description: 'It vanished from the source while the sync ran.' },
    FAILED: { description: 'It could not be read to its end; problem says why. Resumed, the sync reads it again.' },
  },
});

@ObjectType({ description: 'One object in a sync: how far it is and what became of its records.', simpleResolvers: true })
export class SyncObject {
  @Field(() => String, { description: 'The object’s name when the sync began.' })
  name!: string;

  @Field(() => SyncObjectStatus, { description: 'How its landing goes.' })
  status!: SyncObjectStatus;

  @Field(() => Int, { description: 'Records that were read, changed or not.' })
  records!: number;

  @Field(() => Int, { description: 'Records that are new or changed.' })
  changed!: number;

  @Field(() => Int, { description: 'Records that were there already, the same.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Records that the source no longer has.' })
  removed!: number;

  @Field(() => Int, { description: 'Records that could not land.' })
  quarantined!: number;

  @Field(() => Float, { description: 'How much of it is done, 0 to 1.' })
  progress!: number;

  @Field(() => InputProblem, { nullable: true, description: 'Why it failed, or what did not land; null otherwise.' })
  problem!: InputProblem | null;

  objectId!: string;
}
