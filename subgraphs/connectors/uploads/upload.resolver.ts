import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { UploadService } from './upload.service.ts';
import { Upload } from './upload.type.ts';

@Resolver()
export class UploadResolver {
  private readonly uploads: UploadService;

  constructor(uploads: UploadService) {
    this.uploads = uploads;
  }

  @Mutation(() => Upload, { description: 'Makes a place to send files to.' })
  createUpload(@Ctx() { viewer }: GraphContext): Promise<Upload> {
    return this.uploads.create(requireUser(viewer));
  }
}
