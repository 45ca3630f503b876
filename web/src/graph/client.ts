import { Client, fetchExchange, mapExchange } from 'urql';
import { cacheExchange } from '@urql/exchange-graphcache';
import type { UpdateResolver } from '@urql/exchange-graphcache';
import { saysLoggedOut } from './problem.ts';

/** Values that belong to what they hang on: they have no identity of their own to be cached under. */
const EMBEDDED = [
  'BreakdownItem',
  'CanonicalAttribute',
  'CanonicalEntity',
  'Confidence',
  'ConfidenceReason',
  'Delta',
  'Galaxy',
  'GalaxyEdge',
  'GalaxyNode',
  'InputProblem',
  'LineageEntry',
  'MappingAlternative',
  'NearMatch',
  'RecordLineage',
  'Relation',
  'ResultColumn',
  'RunStep',
  'SeriesPoint',
  'ServerEntry',
  'ServerFolder',
  'SourceField',
  'SourceForeignKey',
  'SourceKey',
  'Suggestion',
  'Token',
  'Trend',
  'Viewer',
  'Session',
  'Declined',
] as const;

const embedded = Object.fromEntries(EMBEDDED.map((name) => [name, () => null]));

/** What a change makes stale: lists that could now hold more or fewer entries, whatever arguments they were asked with. */
function forget(...fields: string[]): UpdateResolver {
  return (_result, _args, cache) => {
    for (const { fieldName, fieldKey } of cache.inspectFields('Query')) if (fields.includes(fieldName)) cache.invalidate('Query', fieldKey);
  };
}

/** The client of one session. A new log-in gets a new client, so no tenant ever sees another's cache. */
export function createGraphClient(token: string | null, onLoggedOut: () => void): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: () => ({ headers: token ? { authorization: `Bearer ${token}` } : {} }),
    exchanges: [
      mapExchange({
        onError: (error) => {
          if (token && saysLoggedOut(error)) onLoggedOut();
        },
      }),
      cacheExchange({
        keys: { ...embedded, Metric: (data) => (typeof data['name'] === 'string' ? data['name'] : null) },
        updates: {
          Mutation: {
            connectFiles: forget('connections', 'assets'),
            removeConnection: forget('connections', 'assets', 'entityTypes', 'metrics', 'mappingProposals'),
            acceptMapping: forget('entityTypes', 'metrics', 'mappingProposals', 'sampleQuestions'),
            decideApproval: forget('approvals', 'runs'),
          },
        },
      }),
      fetchExchange,
    ],
  });
}
