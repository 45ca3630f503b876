import { z } from 'zod';
import { type Auth, basicAuth, bearerAuth, headerAuth } from '../kit/auth/auth.ts';
import { clientCredentials } from '../kit/auth/oauth.ts';
import { chosenObjects } from '../vendors/chosen-objects.ts';
import type { Vendor, VendorSession, VendorTable } from '../vendors/vendor.ts';
import { type ApiPlan, type AuthPlan, type ListPlan, apiPlanSchema } from './api-plan.ts';
import { readList } from './read-list.ts';

const settingsSchema = z.object({ api: apiPlanSchema });
const planIn = (settings: unknown): ApiPlan => settingsSchema.parse(settings).api;

/** Any REST API that an OpenAPI document describes: what the document says was read when it was connected and lies in the connection's settings. */
export const openapiVendor: Vendor = {
  auth: (call) => authOf(planIn(call.settings).auth)(call),
  tables(session) {
    const { lists } = planIn(session.settings);
    const chosen = chosenObjects(session.settings);
    const wanted = lists.filter(({ path, name }) => chosen === null || chosen.has(name.toLowerCase()) || chosen.has(path.toLowerCase()));
    return Promise.resolve(wanted.map(tableOf));
  },
  async *read(session, { path }, { from, since }) {
    const list = planIn(session.settings).lists.find((one) => one.path === path);
    if (list !== undefined) yield* readList(session, session.source.location, list, queryAuth(session), from, since);
  },
};

const tableOf = ({ path, name, key, since, fields }: ListPlan): VendorTable => ({
  path, name, fields, key, incremental: since?.field ?? null, count: null, customAt: [{ at: [], prefix: 'other_' }],
}); // prettier-ignore

function authOf(plan: AuthPlan): Auth {
  switch (plan.type) {
    case 'BEARER':
      return bearerAuth();
    case 'BASIC':
      return basicAuth();
    case 'HEADER':
      return headerAuth(({ secret = '' }) => ({ [plan.name]: secret }));
    case 'CLIENT_CREDENTIALS':
      return clientCredentials({ url: plan.url, ...(plan.scope === null ? {} : { scope: plan.scope }) });
    case 'NONE':
    case 'QUERY':
      return headerAuth(() => ({}));
  }
}

/** A key that the API wants in the address of each request. */
function queryAuth({ settings, source }: VendorSession): Record<string, string> {
  const { auth } = planIn(settings);
  return auth.type === 'QUERY' ? { [auth.name]: source.secret ?? '' } : {};
}
