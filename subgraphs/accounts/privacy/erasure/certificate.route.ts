import type { HttpRoute } from '../../../kernel/federation/subgraph-module.ts';
import { commonErrors } from '../../../kernel/errors/common.errors.ts';
import { permits, rightsOf } from '../../../kernel/permissions/actions.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { privacyActions } from '../privacy.actions.ts';
import { CERTIFICATE_PREFIX } from './erasure.resolver.ts';
import type { ErasureService } from './erasure.service.ts';

/** `GET /privacy/certificates/<request id>`: the certificate, byte for byte what its hash is of. */
export function certificateRoute(erasures: ErasureService): HttpRoute {
  return {
    method: 'GET',
    prefix: CERTIFICATE_PREFIX,
    async handle(request, response, { viewer }) {
      const user = requireUser(viewer);
      const action = privacyActions['privacy.read'];
      if (!permits('privacy.read', action, rightsOf(user))) throw commonErrors.FORBIDDEN({ action: action.description });
      const id = (request.url ?? '').split('?')[0]?.slice(CERTIFICATE_PREFIX.length) ?? '';
      const row = await erasures.load(user, id);
      if (row?.certificate == null) throw commonErrors.NOT_FOUND({ what: 'certificate' });
      response
        .writeHead(200, {
          'content-type': 'application/json; charset=utf-8',
          'content-disposition': `attachment; filename="erasure-${row.id}.json"`,
          'cache-control': 'no-store',
        })
        .end(row.certificate);
    },
  };
}
