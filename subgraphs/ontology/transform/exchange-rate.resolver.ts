import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { ExchangeRateService } from './exchange-rate.service.ts';
import { ExchangeRate, ExchangeRateConnection, ExchangeRatesSet, SetExchangeRatesResult } from './exchange-rate.type.ts';

@Resolver()
export class ExchangeRateResolver {
  private readonly rates: ExchangeRateService;

  constructor(rates: ExchangeRateService) {
    this.rates = rates;
  }

  @Query(() => ExchangeRateConnection, { description: 'Rates that amounts are converted by, newest day first.' })
  async exchangeRates(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many to read, at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the item to go on after.' }) after?: string | null,
  ): Promise<ConnectionOf<ExchangeRate>> {
    const page = await this.rates.page(requireUser(viewer).tenantId, pageOf(first, after));
    const edges = page.edges.map(({ node, cursor }) => ({ node: Object.assign(new ExchangeRate(), node), cursor }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @Mutation(() => SetExchangeRatesResult, {
    description: 'Adds rates, or replaces those of the same days; amounts that depend on them are converted anew.',
  })
  async setExchangeRates(
    @Ctx() { viewer }: GraphContext,
    @Arg('rates', () => [ExchangeRate], { description: 'The rates, 5 000 at most.' }) rates: ExchangeRate[],
  ): Promise<ExchangeRatesSet | InputRefused> {
    const result = await this.rates.set(requireUser(viewer), rates);
    return Array.isArray(result) ? inputRefused(result) : Object.assign(new ExchangeRatesSet(), { rates: result });
  }

  @Mutation(() => Boolean, { description: 'Takes a rate away; amounts that depended on it are converted anew. False when there is none.' })
  async removeExchangeRate(
    @Ctx() { viewer }: GraphContext,
    @Arg('base', () => String, { description: 'The currency of which one unit is meant.' }) base: string,
    @Arg('quote', () => String, { description: 'The currency it is told in.' }) quote: string,
    @Arg('day', () => String, { description: 'The day, YYYY-MM-DD.' }) day: string,
  ): Promise<boolean> {
    return this.rates.remove(requireUser(viewer), { base, quote, day });
  }
}
