/** What an expression comes to. Dates and moments are one kind: moments count as their day. */
export type ValueKind = 'NUMBER' | 'TEXT' | 'BOOLEAN' | 'DATE';

export type BinaryOperator = '+' | '-' | '*' | '/' | '=' | '!=' | '<' | '<=' | '>' | '>=' | 'and' | 'or';

/** An expression over the attributes of one record. */
export type Expression =
  | { readonly kind: 'NUMBER'; readonly value: string }
  | { readonly kind: 'TEXT'; readonly value: string }
  | { readonly kind: 'BOOLEAN'; readonly value: boolean }
  | { readonly kind: 'ATTRIBUTE'; readonly name: string }
  | { readonly kind: 'NOT' | 'MINUS'; readonly of: Expression }
  | { readonly kind: 'BINARY'; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'CALL'; readonly name: string; readonly args: readonly Expression[] };

/** Why a text is no expression, in a sentence, and where: characters from the start. */
export class ExpressionFault extends Error {
  override readonly name = 'ExpressionFault';
  readonly at: number;

  constructor(message: string, at = 0) {
    super(message);
    this.at = at;
  }
}
