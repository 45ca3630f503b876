import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { HttpRoute } from '../../../kernel/federation/subgraph-module.ts';
import { commonErrors } from '../../../kernel/errors/common.errors.ts';
import { permits, rightsOf } from '../../../kernel/permissions/actions.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { privacyActions } from '../privacy.actions.ts';
import { EXPORT_PREFIX } from './export.resolver.ts';
import type { ExportService } from './export.service.ts';

/** `GET /privacy/exports/<id>`: an archive, until it expires. */
export function exportRoute(exports: ExportService): HttpRoute {
  return {
    method: 'GET',
    prefix: EXPORT_PREFIX,
    async handle(request, response, { viewer }) {
      const user = requireUser(viewer);
      const action = privacyActions['privacy.persons'];
      if (!permits('privacy.persons', action, rightsOf(user))) throw commonErrors.FORBIDDEN({ action: action.description });
      const id = (request.url ?? '').split('?')[0]?.slice(EXPORT_PREFIX.length) ?? '';
      const parts = await exports.open(user, id);
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="person-${id}.json"`,
        'cache-control': 'no-store',
      });
      await pipeline(Readable.from(parts), response);
    },
  };
}
