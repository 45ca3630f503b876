import type { Document } from 'mongodb';
import { CommandError, type Cursor } from './cursor.ts';
import { equal } from './order.ts';
import type { Change, Store } from './store.ts';

const tokenOf = (at: number): Document => ({ _data: at.toString(16).padStart(16, '0') });

/** Follows the changes of a collection from a position on, or from now. @throws CommandError when the position is forgotten */
export function openChanges(store: Store, namespace: string, options: Document): Cursor {
  const after = (options['resumeAfter'] ?? options['startAfter']) as Document | undefined;
  let at = after === undefined ? (store.log.at(-1)?.at ?? 0) : Number.parseInt(String(after['_data']), 16);
  if (Number.isNaN(at)) throw new CommandError(260, 'the resume token is not known');
  if (at < store.forgottenTo)
    throw new CommandError(286, 'Resume of change stream was not possible, as the resume point may no longer be in the oplog.');
  return {
    namespace,
    next(count) {
      const found = store.log.filter((change) => change.at > at && change.namespace === namespace).slice(0, count);
      // Without a change of this collection the position still goes on.
      at = found.length < count ? (store.log.at(-1)?.at ?? at) : (found.at(-1)?.at ?? at);
      return { documents: found.map((change) => told(store, change)), end: false, token: tokenOf(at) };
    },
  };
}

function told(store: Store, { at, namespace, operation, id }: Change): Document {
  const [db = '', ...name] = namespace.split('.');
  const common = { _id: tokenOf(at), operationType: operation, clusterTime: store.clock(), ns: { db, coll: name.join('.') } };
  if (operation === 'drop') return common;
  const document = store.find(namespace)?.documents.find((one) => equal(one['_id'], id)) ?? null;
  return { ...common, documentKey: { _id: id }, ...(operation === 'delete' ? {} : { fullDocument: document }) };
}
