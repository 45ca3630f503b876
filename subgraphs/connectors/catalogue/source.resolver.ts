import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { Connection, ConnectionStarted } from '../connections/connection.type.ts';
import type { ConnectionRow } from '../connections/connection.entity.ts';
import { ConnectSourceResult, Connector, SourceTested, TestSourceResult } from './connector.type.ts';
import { ConnectionSetting, settingsShown } from './setting.type.ts';
import { SourceInput } from './source.input.ts';
import type { FilledForm, SourceService } from './source.service.ts';

const MAX_OBJECTS = 50;

@Resolver(() => Connection)
export class SourceResolver {
  private readonly sources: SourceService;

  constructor(sources: SourceService) {
    this.sources = sources;
  }

  @Query(() => [Connector], { description: 'Every kind of source that can be connected, and what is asked for it.' })
  connectors(): Connector[] {
    return this.sources.catalogue.map(({ descriptor }) => Object.assign(new Connector(), descriptor));
  }

  @Mutation(() => TestSourceResult, { description: 'Opens a source and looks what is there, and keeps nothing.' })
  async testSource(
    @Ctx() { viewer, localOwner }: GraphContext,
    @Arg('input', () => SourceInput, { description: 'Which source.' }) input: SourceInput,
  ): Promise<SourceTested | InputRefused> {
    const tried = await this.sources.test({ viewer: requireUser(viewer), localOwner }, filled(input));
    if (Array.isArray(tried)) return inputRefused(tried);
    return Object.assign(new SourceTested(), { ...tried, objects: tried.objects.slice(0, MAX_OBJECTS) });
  }

  @Mutation(() => ConnectSourceResult, { description: 'Connects a source of any kind and starts its first sync.' })
  async connectSource(
    @Ctx() { viewer, localOwner }: GraphContext,
    @Arg('input', () => SourceInput, { description: 'Which source.' }) input: SourceInput,
  ): Promise<ConnectionStarted | InputRefused> {
    const result = await this.sources.connect({ viewer: requireUser(viewer), localOwner }, filled(input));
    return Array.isArray(result) ? inputRefused(result) : Object.assign(new ConnectionStarted(), result);
  }

  @FieldResolver(() => [ConnectionSetting], { description: 'What it was connected with, secrets left out.' })
  settings(@Root() connection: ConnectionRow): ConnectionSetting[] {
    const definition = this.sources.catalogue.find(({ descriptor }) => descriptor.kind === connection.kind);
    return definition === undefined ? [] : settingsShown(definition.descriptor, connection.settings ?? null);
  }
}

const filled = ({ kind, name = null, values, planeId = null }: SourceInput): FilledForm => ({ kind, name, values, planeId });
