import { extname } from 'node:path';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { headerAuth } from '../kit/auth/auth.ts';
import type { ConnectorDefinition } from '../kit/definition.ts';
import { type Descriptor, formField } from '../kit/descriptor.ts';
import type { Kit } from '../kit/kit.ts';
import { DIRECT } from '../kit/transport.ts';
import { baseAddress } from '../vendors/base-address.ts';
import { Session } from '../vendors/http/session.ts';
import { VendorHttp } from '../vendors/http/vendor-http.ts';
import { vendorErrors } from '../vendors/http/vendor.errors.ts';
import { tryVendor, vendorConnector } from '../vendors/vendor-connector.ts';
import { openapiErrors } from './openapi.errors.ts';
import { openapiVendor } from './openapi-vendor.ts';
import type { ApiText, ReadApi } from './read-api.ts';

const READ = new URL(`./read-api.worker${extname(import.meta.url)}`, import.meta.url);
const MAX_DOCUMENT_CHARACTERS = 5_000_000;
const FETCH_MS = 20_000;
const PASTED = '(pasted)';

const descriptor: Descriptor = {
  kind: 'OPENAPI',
  label: 'REST API (OpenAPI)',
  description: 'Any REST API that an OpenAPI 3 document describes: what it lists, read page by page.',
  category: 'API',
  verified: false,
  verification: 'Run against a simulated API with each way of paging and authorisation.',
  form: [
    formField({ name: 'document', label: 'OpenAPI document', help: 'Its address, or the document itself, as JSON or YAML.', where: 'The API’s reference; often /openapi.json.' }),
    formField({ name: 'address', label: 'Base address', required: false, help: 'Where the API is, when it is not at the first server of the document.' }),
    formField({ name: 'secret', label: 'Key or token', kind: 'SECRET', required: false, help: 'What the document’s security scheme wants: a token, a key, `user:password`, or `client id:client secret`.' }),
    formField({ name: 'objects', label: 'Lists', required: false, help: 'Only these lists, by path or name, separated by commas; all when left out.' }),
  ],
  capabilities: { incremental: true, deletes: false, schedules: true, live: false },
}; // prettier-ignore

/** APIs by their documents, as one of the kinds of sources. */
export function openapiDefinition(kit: Kit): ConnectorDefinition {
  return {
    descriptor,
    connector: vendorConnector(kit, 'OPENAPI', openapiVendor),
    async draft({ document = '', address, secret = '', objects }, { planeId }) {
      const given = await documentOf(kit, document, planeId);
      if (Array.isArray(given)) return given;
      const read = await kit.system.workers.run<ApiText, ReadApi>(READ, given, { signal: AbortSignal.timeout(FETCH_MS) });
      if (read.kind === 'REFUSED') return [inputProblem(openapiErrors.API_DOCUMENT_UNREADABLE({ why: read.why }), 'document')];
      const { plan } = read;
      const location = baseAddress(address ?? plan.base ?? '');
      if (location === null) return [inputProblem(vendorErrors.VENDOR_ADDRESS_INVALID({}), 'address')];
      if (plan.auth.type !== 'NONE' && secret === '') return [inputProblem(vendorErrors.VENDOR_SECRET_MISSING({}), 'secret')];
      const settings = { api: plan, document: given.url ?? PASTED, ...(objects === undefined ? {} : { objects }) };
      return { location, secret, settings, name: plan.title };
    },
    attempt: (source, signal) => tryVendor(kit, openapiVendor, source, signal),
    fieldOf: ({ code }) => (/^VENDOR_(?:SECRET|FORBIDDEN)/u.test(code) ? 'secret' : 'address'),
  };
}

/** The document as text. @returns what speaks against it otherwise */
async function documentOf(kit: Kit, given: string, planeId: string | null): Promise<ApiText | InputProblem[]> {
  if (!/^https?:\/\/\S+$/u.test(given)) return { text: given, url: null };
  const refused = (why: string): InputProblem[] => [inputProblem(openapiErrors.API_DOCUMENT_UNREADABLE({ why }), 'document')];
  // It may lie anywhere: where calls go through a plane, none goes beside it.
  if (planeId !== null) return [inputProblem(openapiErrors.API_DOCUMENT_BESIDE_PLANE({}), 'document')];
  if (!URL.canParse(given)) return refused('its address is none');
  const http = openHttp(kit, given);
  try {
    const accept = 'application/json, application/yaml, text/yaml, */*';
    const text = await http.text({ path: given, headers: { accept } }, AbortSignal.timeout(FETCH_MS));
    return text.length > MAX_DOCUMENT_CHARACTERS ? refused('it is larger than 5 MB') : { text, url: given };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'ADDRESS_NOT_ALLOWED') return [inputProblem(error, 'document')];
    return refused(error instanceof DomainError ? error.message : 'its address does not answer');
  } finally {
    await http.close();
  }
}

/** Asks without a secret: documents are public, or pasted. */
function openHttp(kit: Kit, location: string): VendorHttp {
  const state = kit.states.of(null, location, null, 1);
  const session = new Session(
    kit,
    headerAuth(() => ({})),
    { location, secret: '', settings: null },
    state,
  );
  return new VendorHttp({ kit, owner: null, state, transport: DIRECT, location, session, judge: null });
}
