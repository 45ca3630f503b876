import { createUnionType, Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

@ObjectType('ExchangeRate', { description: 'What one unit of a currency was in another on a day.', simpleResolvers: true })
@InputType('ExchangeRateInput', { description: 'What one unit of a currency was in another on a day.' })
export class ExchangeRate {
  @Field(() => String, { description: 'The currency of which one unit is meant, three letters.' })
  base!: string;

  @Field(() => String, { description: 'The currency it is told in.' })
  quote!: string;

  @Field(() => String, { description: 'The day, YYYY-MM-DD.' })
  day!: string;

  @Field(() => Float, { description: 'How many units of `quote` one of `base` was.' })
  rate!: number;

  @Field(() => String, { nullable: true, description: 'Who said so, such as `ECB`; answers that convert by it name it.' })
  source?: string | null;
}

export const ExchangeRateConnection = relayConnection('ExchangeRate', ExchangeRate);

@ObjectType('ExchangeRatesSet', {
  description: 'The rates are kept; amounts that depend on them are converted anew.',
  simpleResolvers: true,
})
export class ExchangeRatesSet {
  @Field(() => Int, { description: 'How many rates were given.' })
  rates!: number;
}

export const SetExchangeRatesResult = createUnionType({
  name: 'SetExchangeRatesResult',
  description: 'The rates are kept, or what has to be corrected.',
  types: () => [ExchangeRatesSet, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : ExchangeRatesSet),
});
