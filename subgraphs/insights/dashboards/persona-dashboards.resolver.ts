import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { PersonaHome } from '../personas/persona-home.type.ts';
import type { DashboardService } from './dashboard.service.ts';
import { Dashboard } from './dashboard.type.ts';
import { savedDashboardOf } from './show.ts';

@Resolver(() => PersonaHome)
export class PersonaDashboardsResolver {
  readonly #saved: DashboardService;

  constructor(saved: DashboardService) {
    this.#saved = saved;
  }

  @FieldResolver(() => [Dashboard], { description: 'Saved dashboards through their eyes, last changed first.' })
  async dashboards(
    @Ctx() { viewer }: GraphContext,
    @Root() { persona }: PersonaHome,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many, 1 to 500.' }) first: number,
  ): Promise<Dashboard[]> {
    const { nodes } = await this.#saved.page(requireUser(viewer), pageOf(first, null), persona);
    return nodes.map(savedDashboardOf);
  }
}
