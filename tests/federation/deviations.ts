const NAMES =
  'its planner does not rename: a caller’s alias, or arguments of a caller’s own, take the name of a field that a key or @requires reads';
const SILENT = 'a null that the gateway makes is told in extensions.valueCompletion, not in errors';
const CONTEXT = 'it does not execute @fromContext: the argument is never set';
const LABELS = 'it asks nobody about labels of @override: the field stays at its old home';

/** Where @apollo/gateway (2.14, its planner included) does not do what the federation specification says: `case › operation`, and why. */
export const APOLLO_DEVIATIONS: Readonly<Record<string, string>> = {
  'entity calls › aliases that clash with names of other fields and keys': NAMES,
  'entity calls › an alias of __typename that hides it from the plan': NAMES,
  '@requires › a field with arguments, asked for by the client with others': NAMES,
  '@requires with arguments that differ › both': NAMES,
  '@requires with arguments that differ › with the client’s own': NAMES,
  '@requires with arguments that differ › with the client’s own under an alias': NAMES,
  '@requires with arguments that differ › in one subgraph': NAMES,
  'enums and inputs that differ by subgraph › values are the union of all; one that is not to be seen is null, with an error where it was':
    SILENT,
  'enums and inputs that differ by subgraph › in lists': SILENT,
  'introspection, @inaccessible and @tag › an object of a type that is not to be seen is null, with an error where it was': SILENT,
  'errors and nulls that rise › and everything': SILENT,
  'errors and nulls that rise › in a value': SILENT,
  'errors and nulls that rise › in lists of lists': SILENT,
  '@fromContext › one ancestor': CONTEXT,
  '@fromContext › beside arguments of the caller': CONTEXT,
  '@fromContext › in lists with holes': CONTEXT,
  '@fromContext › two ancestors in one operation': CONTEXT,
  'progressive @override › all of a hundred': LABELS,
};

// What the planner gets wrong for both, and nothing is done about: a field of an interface object with @requires that is asked for some types of the
// interface, beside plain fields of it for all, as in { media { ... on Song { perMinute } stars } }. What perMinute requires is fetched for songs only
// and required of all: `stars` of the others is null.
//
// Not in the table: chains of @requires, which the planner gets wrong by itself. Our engine repairs the planner of its process, and with it the oracle's.
