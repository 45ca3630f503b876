import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { inputProblem, inputRefused, type InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../../kernel/pagination/page.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import type { Declined } from '../../ask/answer.type.ts';
import type { QuestionGuard } from '../../privacy/question-guard.ts';
import { dashboardErrors } from '../dashboard.errors.ts';
import { SaveDashboardInput } from '../dashboard.input.ts';
import { User } from '../dashboard.type.ts';
import type { RefinedDashboard } from '../refine/refine.type.ts';
import type { Template, TemplateService } from './template.service.ts';
import {
  DashboardTemplate,
  DashboardTemplateConnection,
  DashboardTemplateRemoved,
  DashboardTemplateSaved,
  RemoveDashboardTemplateResult,
  SaveDashboardTemplateInput,
  SaveDashboardTemplateResult,
  UseDashboardTemplateResult,
} from './template.type.ts';
import type { TemplateUse } from './use-template.ts';

function shown(one: Template): DashboardTemplate {
  if (one.kind === 'built-in')
    return Object.assign(new DashboardTemplate(), one.template, { builtIn: true, widgetCount: null, createdBy: null, createdAt: null });
  const { id, name, description, persona, widgets, createdBy, createdAt } = one.row;
  const of = { id, name, description, persona: persona ?? null, builtIn: false, widgetCount: widgets.length, createdAt };
  return Object.assign(new DashboardTemplate(), of, { createdBy: Object.assign(new User(), { id: createdBy }) });
}

@Resolver()
export class TemplateResolver {
  readonly #templates: TemplateService;
  readonly #using: TemplateUse;
  readonly #guard: QuestionGuard;

  constructor(templates: TemplateService, using: TemplateUse, guard: QuestionGuard) {
    this.#templates = templates;
    this.#using = using;
    this.#guard = guard;
  }

  @Query(() => DashboardTemplateConnection, { description: 'Templates: your own, newest first, then those of the product.' })
  async dashboardTemplates(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after?: string | null,
  ): Promise<ConnectionOf<DashboardTemplate>> {
    const page = await this.#templates.page(requireUser(viewer), pageOf(first, after));
    const edges = page.edges.map(({ node, cursor }) => ({ node: shown(node), cursor }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @Query(() => UseDashboardTemplateResult, {
    description: 'A dashboard made of a template, for another time or about something else when that is said. Nothing is saved.',
  })
  async useDashboardTemplate(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The template.' }) id: string,
    @Arg('changes', () => [String], {
      defaultValue: [],
      description: 'What is to be different, as refinements say it: “for 2024”, “only EMEA”; at most 8.',
    })
    changes: string[],
  ): Promise<RefinedDashboard | Declined | InputRefused> {
    const user = requireUser(viewer);
    for (const change of changes.slice(0, 8)) {
      const allowed = await this.#guard.question(user.tenantId, change);
      if (typeof allowed !== 'string') return allowed;
    }
    return this.#using.use(user, id, changes);
  }

  @Mutation(() => SaveDashboardTemplateResult, { description: 'Keeps a dashboard as a template.' })
  async saveDashboardTemplate(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => SaveDashboardTemplateInput, { description: 'The template.' }) input: SaveDashboardTemplateInput,
  ): Promise<DashboardTemplateSaved | InputRefused> {
    const user = requireUser(viewer);
    const { name, description, state } = input;
    const board = Object.assign(new SaveDashboardInput(), state, { title: name, sentence: description, version: 0, id: null });
    const allowed = await this.#guard.dashboard(user.tenantId, board);
    if (Array.isArray(allowed)) return inputRefused(allowed);
    const row = await this.#templates.save(user, input.id ?? null, allowed);
    return Array.isArray(row) ? inputRefused(row) : Object.assign(new DashboardTemplateSaved(), { template: shown({ kind: 'own', row }) });
  }

  @Mutation(() => RemoveDashboardTemplateResult, { description: 'Removes a template of your own; dashboards made of it stay.' })
  async removeDashboardTemplate(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The template.' }) id: string,
  ): Promise<DashboardTemplateRemoved | InputRefused> {
    return (await this.#templates.remove(requireUser(viewer), id))
      ? Object.assign(new DashboardTemplateRemoved(), { id })
      : inputRefused([inputProblem(dashboardErrors.TEMPLATE_NOT_FOUND({}), 'id')]);
  }
}
