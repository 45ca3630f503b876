import { Kind, type OperationTypeNode, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';

const MAX_DOCUMENT_CHARACTERS = 20_000;
/** Beginnings of the names of fields after which something is there no more. */
const ENDS = /^(?:cancel|clear|close|delete|discard|dismiss|end|erase|forget|freeze|purge|reject|remove|revoke|undo|withdraw)/;

/** What an operation is, as far as it can be told without a schema. */
export interface ReadOperation {
  kind: OperationTypeNode;
  /** Names of the fields at its root, by what they are called in the schema. */
  fields: readonly string[];
}

/** The one operation of a document; null when it has none, several, or fragments at its root, or cannot be read. */
export function readOperation(text: string): ReadOperation | null {
  const document = text.length > MAX_DOCUMENT_CHARACTERS ? null : parsed(text);
  const operations = (document?.definitions ?? []).filter(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  const [operation] = operations;
  if (operation === undefined || operations.length > 1) return null;
  const fields = operation.selectionSet.selections.map((each) => (each.kind === Kind.FIELD ? each.name.value : null));
  return fields.includes(null) ? null : { kind: operation.operation, fields: fields.filter((name) => name !== null) };
}

/** Whether the field of a mutation takes something away, by its name. */
export function takesAway(field: string): boolean {
  return ENDS.test(field);
}

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text, { noLocation: true });
  } catch {
    return null;
  }
}
