import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { commonErrors } from '../../../kernel/errors/common.errors.ts';
import type { HttpRoute } from '../../../kernel/federation/subgraph-module.ts';
import { permits, rightsOf } from '../../../kernel/permissions/actions.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { lifecycleActions } from '../lifecycle.actions.ts';
import type { ExportService } from './export.service.ts';

const PREFIX = '/tenant-exports/';

/** `GET /tenant-exports/<id>`: the archive, streamed; unpack it with `tar -xzf`. */
export function downloadRoute(exports: ExportService): HttpRoute {
  return {
    method: 'GET',
    prefix: PREFIX,
    async handle(request, response, { viewer }) {
      const user = requireUser(viewer);
      const action = lifecycleActions['tenant.export'];
      if (!permits('tenant.export', action, rightsOf(user))) throw commonErrors.FORBIDDEN({ action: action.description });
      const id = ((request.url ?? '').split('?')[0] ?? '').slice(PREFIX.length);
      const { bytes, parts } = await exports.open(user, id);
      response.writeHead(200, {
        'content-type': 'application/gzip',
        'content-length': bytes,
        'content-disposition': `attachment; filename="workspace-${id}.tar.gz"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      await pipeline(Readable.from(parts, { objectMode: false }), response);
    },
  };
}
