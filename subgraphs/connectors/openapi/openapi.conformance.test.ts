import { type RestStyle, restVendor } from '../../../sandbox/rest/rest.ts';
import { describeConformance } from '../vendors/conformance/describe-conformance.testkit.ts';
import { openapiVendor } from './openapi-vendor.ts';
import { readApi } from './read-api.ts';

const style: RestStyle = { paging: 'CURSOR', auth: 'BEARER' };

function settings(): object {
  const request = { method: 'GET', path: '/openapi.json', query: new URLSearchParams(), headers: {}, body: '', base: 'http://api.example' };
  const read = readApi({ text: JSON.stringify(restVendor(style).handle(request)?.body), url: null });
  if (read.kind === 'REFUSED') throw new Error(read.why);
  return { api: read.plan };
}

/** The sandbox's API lies below /v1 of its address. */
const served = (): ReturnType<typeof restVendor> => {
  const vendor = restVendor(style);
  return { ...vendor, handle: (request) => vendor.handle({ ...request, path: `/v1${request.path}` }) };
};

describeConformance({
  kind: 'OPENAPI',
  vendor: openapiVendor,
  descriptor: {
    label: 'Orders',
    description: '',
    category: 'API',
    verified: false,
    verification: '',
    form: [],
    capabilities: { incremental: true, deletes: false, schedules: true, live: false },
  },
  secret: 'rest-token',
  wrong: ['wrong'],
  settings: settings(),
  serve: () => ({ sandbox: served(), growth: null }),
});
