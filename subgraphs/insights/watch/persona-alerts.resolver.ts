import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { PersonaHome } from '../personas/persona-home.type.ts';
import { alertShown } from './show.ts';
import type { WatchService } from './watch.service.ts';
import { MetricAlert } from './watch.type.ts';

const MAX_ALERTS = 20;
/** The latest alerts among which those of a persona's metrics are looked for. */
const LOOKED_AT = 100;

@Resolver(() => PersonaHome)
export class PersonaAlertsResolver {
  private readonly service: WatchService;

  constructor(service: WatchService) {
    this.service = service;
  }

  @FieldResolver(() => [MetricAlert], { description: 'What watches found lately about metrics of theirs, the latest first.' })
  async alerts(
    @Ctx() { viewer }: GraphContext,
    @Root() { persona }: PersonaHome,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many, 1 to 20.' }) first: number,
  ): Promise<MetricAlert[]> {
    if (first < 1 || first > MAX_ALERTS) throw commonErrors.BAD_PAGE_SIZE({ first, max: MAX_ALERTS });
    const user = requireUser(viewer);
    const known = await this.service.known(user);
    const { nodes } = await this.service.alerts(user, { limit: LOOKED_AT, after: null }, { watchId: null, alertId: null });
    return nodes
      .filter(({ alert }) => known.metrics.get(alert.metric)?.definition.personas.includes(persona) ?? false)
      .slice(0, first)
      .map((found) => alertShown(known, found));
  }
}
