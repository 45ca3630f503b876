import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { metricOf } from '../metrics/metric.type.ts';
import { Persona } from '../metrics/metric-enums.ts';
import { Headline, PersonaHome } from './persona-home.type.ts';
import type { PersonaService } from './persona.service.ts';

@Resolver(() => PersonaHome)
export class PersonaResolver {
  readonly #service: PersonaService;

  constructor(service: PersonaService) {
    this.#service = service;
  }

  @Query(() => PersonaHome, {
    description: 'What somebody with a task of their own looks at first: their questions, numbers, alerts and dashboards.',
  })
  personaHome(
    @Ctx() { viewer }: GraphContext,
    @Arg('persona', () => Persona, { description: 'Whose.' }) persona: Persona,
  ): Promise<PersonaHome> {
    return this.#service.home(requireUser(viewer), persona);
  }

  @FieldResolver(() => [Headline], {
    description:
      'The numbers they look at first, for the latest year of the data: at most 6, a metric of each concern before a second of one.',
  })
  async headlines(@Ctx() { viewer }: GraphContext, @Root() { persona }: PersonaHome): Promise<Headline[]> {
    const user = requireUser(viewer);
    const [known, found] = [await this.#service.known(user), await this.#service.headlines(user, persona)];
    return found.flatMap(({ metric, node }) => {
      const bound = known.metrics.get(metric);
      if (bound === undefined || node.value === null || node.formattedValue === null) return [];
      const { label, question, period, value, unit, formattedValue, delta, goodDirection, trend, sparkline, confidence } = node;
      const told = { label, question, period, value, unit, formattedValue, delta, goodDirection, trend, sparkline, confidence };
      return [Object.assign(new Headline(), told, { metric: metricOf(known, bound) })];
    });
  }
}
