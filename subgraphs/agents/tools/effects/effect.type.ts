import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../../kernel/pagination/relay-connection.type.ts';
import { EffectStatus } from './effect.entity.ts';

export { EffectStatus };

registerEnumType(EffectStatus, {
  name: 'EffectStatus',
  description: 'What is known of something that an agent does.',
  valuesConfig: {
    PLANNED: { description: 'It is about to be done, or being done.' },
    DONE: { description: 'It happened.' },
    IN_DOUBT: { description: 'It was cut off: nobody knows whether it happened. A person has to say.' },
    NOT_DONE: { description: 'It did not happen, and may be tried again.' },
    GIVEN_UP: { description: 'Whether it happened was not found out, and it is not tried again.' },
  },
});

export const EffectOutcome = { HAPPENED: 'HAPPENED', NOT_HAPPENED: 'NOT_HAPPENED', GIVE_UP: 'GIVE_UP' } as const;
export type EffectOutcome = (typeof EffectOutcome)[keyof typeof EffectOutcome];
registerEnumType(EffectOutcome, {
  name: 'EffectOutcome',
  description: 'What a person says of an effect in doubt.',
  valuesConfig: {
    HAPPENED: { description: 'It happened: the run goes on.' },
    NOT_HAPPENED: { description: 'It did not happen: it is done again.' },
    GIVE_UP: { description: 'It is not done again: its step fails.' },
  },
});

@ObjectType({
  description: 'Something that an agent did, or was about to do, with a tool that changes more than the graph.',
  simpleResolvers: true,
})
export class Effect {
  @Field(() => ID, { description: 'Identifies the effect for good.' })
  id!: string;

  @Field(() => EffectStatus, { description: 'What is known of it.' })
  status!: EffectStatus;

  @Field(() => String, { description: 'Name of the tool: `http.call`, `notify` …' })
  tool!: string;

  @Field(() => String, { description: 'Address of the step within its run.' })
  path!: string;

  @Field(() => String, { nullable: true, description: 'Why nobody knows what became of it, or why it was given up.' })
  problem!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it was planned.' })
  plannedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was known what became of it; null while it is not.' })
  settledAt!: Date | null;

  /** Behind the computed fields; not part of the graph. */
  runId!: string;
  agentId!: string;
  settlerId!: string | null;
  inputValue!: unknown;
  outputValue!: unknown;
}

export const EffectConnection = relayConnection('Effect', Effect);

@ObjectType({ description: 'It is settled what became of an effect.', simpleResolvers: true })
export class EffectSettled {
  @Field(() => Effect, { description: 'The effect as it stands now; its run goes on.' })
  effect!: Effect;
}

export const SettleEffectResult = createUnionType({
  name: 'SettleEffectResult',
  description: 'The settled effect, or why it could not be settled.',
  types: () => [EffectSettled, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : EffectSettled),
});
