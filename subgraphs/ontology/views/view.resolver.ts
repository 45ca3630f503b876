import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { guardFor, modelOf } from '../catalogue/catalogue.loader.ts';
import type { CatalogueService } from '../catalogue/catalogue.service.ts';
import { EntityType, entityTypeOf } from '../catalogue/entity-type.type.ts';
import { User, refer } from '../catalogue/stubs.type.ts';
import { pathText, placeOf } from './definition.ts';
import type { ViewRow } from './view.entity.ts';
import type { ViewService } from './view.service.ts';
import {
  EntityView,
  EntityViewCondition,
  EntityViewConnection,
  EntityViewField,
  EntityViewOrder,
  EntityViewParameter,
  EntityViewRow,
  EntityViewRowConnection,
  EntityViewSaved,
  SaveEntityViewInput,
  SaveEntityViewResult,
} from './view.type.ts';

const FIRST = 'How many to read, at most.';
const AFTER = 'Cursor of the item to go on after.';

@Resolver(() => EntityView)
export class ViewResolver {
  private readonly views: ViewService;
  private readonly catalogue: CatalogueService;

  constructor(views: ViewService, catalogue: CatalogueService) {
    this.views = views;
    this.catalogue = catalogue;
  }

  @Query(() => EntityViewConnection, { description: 'Saved views, those saved last first.' })
  async entityViews(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after?: string | null,
  ): Promise<ConnectionOf<EntityView>> {
    const page = await this.views.page(requireUser(viewer).tenantId, pageOf(first, after));
    const edges = page.edges.map(({ node, cursor }) => ({ node: viewOf(node), cursor }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @Query(() => EntityView, { nullable: true, description: 'One view; null when there is none of this id.' })
  async entityView(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the view.' }) id: string,
  ): Promise<EntityView | null> {
    const row = await this.views.find(requireUser(viewer).tenantId, id);
    return row === null ? null : viewOf(row);
  }

  @FieldResolver(() => EntityType, {
    nullable: true,
    description: 'The type whose records it shows; null when the business model has it no more.',
  })
  async entityType(@Root() { row }: EntityView, @Ctx() { viewer, loaders }: GraphContext): Promise<EntityType | null> {
    const { entities } = await modelOf(loaders, this.catalogue, requireUser(viewer));
    const entity = entities.find(({ id }) => id === row.definition.entityId);
    return entity === undefined ? null : entityTypeOf(entity, this.catalogue.describe(entity));
  }

  @FieldResolver(() => [EntityViewField], { description: 'What it shows of each record.' })
  async fields(@Root() { row }: EntityView, @Ctx() { viewer, loaders }: GraphContext): Promise<EntityViewField[]> {
    const model = await modelOf(loaders, this.catalogue, requireUser(viewer));
    const { entityId, fields } = row.definition;
    return fields.map(({ name, path }) => {
      const place = placeOf(model, entityId, path);
      const shown = { name, path: pathText(model, entityId, path), type: place?.attribute.type ?? null, lost: place === null };
      return Object.assign(new EntityViewField(), shown);
    });
  }

  @FieldResolver(() => [EntityViewCondition], { description: 'Which records it shows: all of these hold.' })
  async filter(@Root() { row }: EntityView, @Ctx() { viewer, loaders }: GraphContext): Promise<EntityViewCondition[]> {
    const model = await modelOf(loaders, this.catalogue, requireUser(viewer));
    const { entityId, filter } = row.definition;
    return filter.map(({ path, ...rest }) => {
      const lost = placeOf(model, entityId, path) === null;
      return Object.assign(new EntityViewCondition(), { ...rest, path: pathText(model, entityId, path), lost });
    });
  }

  @FieldResolver(() => [EntityViewOrder], { description: 'Its order; by id when empty.' })
  async order(@Root() { row }: EntityView, @Ctx() { viewer, loaders }: GraphContext): Promise<EntityViewOrder[]> {
    const model = await modelOf(loaders, this.catalogue, requireUser(viewer));
    const { entityId, order } = row.definition;
    return order.map(({ path, descending }) => Object.assign(new EntityViewOrder(), { path: pathText(model, entityId, path), descending }));
  }

  @FieldResolver(() => EntityViewRowConnection, {
    description: 'What it shows, as you may see it. Errors: VIEW_ARGUMENT_INVALID, VIEW_FIELD_LOST, VIEW_FIELD_MASKED.',
  })
  async rows(
    @Root() { row }: EntityView,
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: FIRST }) first: number,
    @Arg('arguments', () => GraphQLJSONObject, { nullable: true, description: 'Values by name of the view’s parameters.' })
    given?: Record<string, unknown> | null,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after?: string | null,
  ): Promise<ConnectionOf<EntityViewRow>> {
    const user = requireUser(viewer);
    const page = pageOf(first, after);
    const model = await modelOf(loaders, this.catalogue, user);
    const guard = await guardFor(loaders, this.catalogue, user);
    const found = await this.views.rows(user, row, { model, guard, given: given ?? {}, page });
    const edges = found.edges.map(({ node: { id, values }, cursor }) => ({
      node: Object.assign(new EntityViewRow(), { id, values }),
      cursor,
    }));
    return { ...found, edges, nodes: edges.map(({ node }) => node) };
  }

  @Mutation(() => SaveEntityViewResult, { description: 'Saves a view, a new one or over the one of the same name.' })
  async saveEntityView(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('input', () => SaveEntityViewInput, { description: 'The view.' }) input: SaveEntityViewInput,
  ): Promise<EntityViewSaved | InputRefused> {
    const user = requireUser(viewer);
    const { name, version = null, entityType, fields, filter, parameters, order } = input;
    const view = {
      entityType,
      fields: fields.map((field) => ({ path: field.path, name: field.name ?? null })),
      filter: (filter ?? []).map(({ path, operator, parameter = null, value = null }) => ({ path, operator, parameter, value })),
      parameters: (parameters ?? []).map((each) => ({ name: each.name, type: each.type, required: each.required })),
      order: (order ?? []).map(({ path, descending }) => ({ path, descending })),
    };
    const saved = await this.views.save(user, { name, version, view }, await modelOf(loaders, this.catalogue, user));
    return 'problems' in saved ? inputRefused(saved.problems) : Object.assign(new EntityViewSaved(), { view: viewOf(saved.row) });
  }

  @Mutation(() => Boolean, { description: 'Takes a view back; whether there was one.' })
  removeEntityView(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, { description: 'Id of the view.' }) id: string): Promise<boolean> {
    return this.views.remove(requireUser(viewer).tenantId, id);
  }
}

function viewOf(row: ViewRow): EntityView {
  const parameters = row.definition.parameters.map((each) => Object.assign(new EntityViewParameter(), each));
  const { id, name, version, savedAt } = row;
  return Object.assign(new EntityView(), { id, name, version, savedAt, savedBy: refer(User, row.savedBy), parameters, row });
}
