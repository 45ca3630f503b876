import type { HttpRoute } from '../../kernel/federation/subgraph-module.ts';
import { admits } from '../../kernel/permissions/actions.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { connectorsActions } from '../actions.ts';
import { uploadErrors } from './upload.errors.ts';
import type { UploadService } from './upload.service.ts';

const PREFIX = '/uploads/';

/** `PUT /uploads/<id>/<file name>` with the bytes as the body. Answers 201 with the name and the size. */
export function uploadRoute(uploads: UploadService): HttpRoute {
  return {
    method: 'PUT',
    prefix: PREFIX,
    async handle(request, response, { viewer }) {
      const user = requireUser(viewer);
      const action = connectorsActions['connections.write'];
      if (!admits(action, user.role)) throw commonErrors.FORBIDDEN({ action: action.description });
      const [id = '', name = '', ...more] = (request.url ?? '').split('?')[0]?.slice(PREFIX.length).split('/') ?? [];
      if (more.length > 0) throw uploadErrors.FILE_NAME_INVALID({});
      const announced = Number(request.headers['content-length'] ?? Number.NaN);
      const bytes = await uploads.receive(user, id, decoded(name), request, Number.isNaN(announced) ? null : announced);
      response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ name: decoded(name), bytes }));
    },
  };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name).normalize('NFC');
  } catch (cause) {
    throw uploadErrors.FILE_NAME_INVALID({}, { cause });
  }
}
