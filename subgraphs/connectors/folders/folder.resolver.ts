import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { Internal } from '../../kernel/federation/internal.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { FolderService } from './folder.service.ts';
import { ServerFolder } from './server-folder.type.ts';

@Resolver()
export class FolderResolver {
  private readonly folders: FolderService;

  constructor(folders: FolderService) {
    this.folders = folders;
  }

  @Internal()
  @Query(() => ServerFolder, { description: 'Browses the folders of the server that its operator allows to connect.' })
  serverFolder(
    @Ctx() { viewer, localOwner }: GraphContext,
    @Arg('path', () => String, { nullable: true, description: 'Absolute path of a folder; the allowed folders when left out.' }) path:
      | string
      | null,
  ): Promise<ServerFolder> {
    requireUser(viewer);
    return this.folders.list(path ?? null, localOwner);
  }
}
