import type { AuthPlan } from './api-plan.ts';
import { type ApiDocument, listOf, partOf, textOf } from './document.ts';

/** How requests are authorised: by the first scheme the document asks for that can be done without a person at hand. */
export function findAuth(document: ApiDocument): AuthPlan {
  const { root } = document;
  const schemes = partOf(partOf(root['components'])?.['securitySchemes']) ?? {};
  const wanted = listOf(root['security']).flatMap((one) => Object.keys(partOf(one) ?? {}));
  const names = [...wanted, ...Object.keys(schemes).filter((name) => !wanted.includes(name))];
  for (const name of names) {
    const plan = planOf(document, schemes[name]);
    if (plan !== null) return plan;
  }
  return { type: 'NONE' };
}

function planOf(document: ApiDocument, value: unknown): AuthPlan | null {
  const scheme = document.follow(value);
  const name = textOf(scheme?.['name']);
  switch (scheme?.['type']) {
    case 'http':
      return textOf(scheme['scheme'])?.toLowerCase() === 'basic' ? { type: 'BASIC' } : { type: 'BEARER' };
    case 'apiKey':
      if (name === null || scheme['in'] === 'cookie') return null;
      return scheme['in'] === 'query' ? { type: 'QUERY', name } : { type: 'HEADER', name: name.toLowerCase() };
    case 'oauth2': {
      const flow = partOf(partOf(scheme['flows'])?.['clientCredentials']);
      const url = textOf(flow?.['tokenUrl']);
      if (flow === null || url === null) return { type: 'BEARER' };
      const scopes = Object.keys(partOf(flow['scopes']) ?? {}).filter((one) => /read|view|list/iu.test(one));
      return { type: 'CLIENT_CREDENTIALS', url, scope: scopes.length === 0 ? null : scopes.join(' ') };
    }
    case 'openIdConnect':
      return { type: 'BEARER' };
    default:
      return null;
  }
}
