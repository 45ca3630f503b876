import { HeaderMap, type GraphQLResponse } from '@apollo/server';
import { OperationTypeNode, getOperationAST, type DocumentNode, type GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Delivery, IncrementalReply, PendingPart } from '../engine/incremental.ts';
import { hasDefer } from '../engine/planning/deferred-operation.ts';

/** The two forms of a reply in parts that clients know, by what they say they accept. */
export type IncrementalForm = 'DEFER_SPEC_2022' | 'INCREMENTAL_SPEC_0_2';

const FORMS: readonly (readonly [parameter: string, form: IncrementalForm])[] = [
  ['deferspec=20220824', 'DEFER_SPEC_2022'],
  ['incrementalspec=v0.2', 'INCREMENTAL_SPEC_0_2'],
];
const MULTIPART = 'multipart/mixed';
const deferring = new WeakMap<DocumentNode, boolean>();

/** In which form an operation is to be answered in parts; null when it defers nothing, or its caller takes no parts. Then it comes whole. */
export function incrementalForm(accept: string | undefined, document: DocumentNode, operationName: string | null): IncrementalForm | null {
  if (accept === undefined || !accept.includes(MULTIPART)) return null;
  let defers = deferring.get(document);
  if (defers === undefined) deferring.set(document, (defers = hasDefer(document)));
  if (!defers || getOperationAST(document, operationName)?.operation === OperationTypeNode.SUBSCRIPTION) return null;
  for (const range of accept.toLowerCase().replaceAll(/[\s"]/g, '').split(',')) {
    const [type, ...parameters] = range.split(';');
    const form = type === MULTIPART ? FORMS.find(([parameter]) => parameters.includes(parameter)) : undefined;
    if (form !== undefined) return form[1];
  }
  return null;
}

type FormatError = (error: GraphQLError) => GraphQLFormattedError;
type Body = GraphQLResponse['body'] & { kind: 'incremental' };

/** A reply in parts as Apollo Server sends it. */
export function incrementalResponse(
  { initial, pending, deliveries }: IncrementalReply,
  form: IncrementalForm,
  format: FormatError,
): Pick<GraphQLResponse, 'http'> & { body: Body } {
  const first = { data: initial.data as unknown as Record<string, unknown>, ...errorsOf(initial.errors, format), hasNext: true };
  const body: Body =
    form === 'DEFER_SPEC_2022'
      ? { kind: 'incremental', initialResult: first, subsequentResults: each(deliveries, (delivery) => inSpec2022(delivery, format)) }
      : {
          kind: 'incremental',
          initialResult: { ...first, pending: pending.map(announced) },
          subsequentResults: each(deliveries, (delivery) => inSpec02(delivery, format)),
        };
  return { http: { headers: new HeaderMap() }, body };
}

function inSpec2022({ parts, hasNext }: Delivery, format: FormatError) {
  const incremental = parts.map(({ part, data, errors }) => ({
    ...labelled(part),
    path: part.path,
    data: data as unknown as Record<string, unknown>,
    ...errorsOf(errors, format),
  }));
  return { hasNext, incremental };
}

function inSpec02({ parts, pending, hasNext }: Delivery, format: FormatError) {
  const incremental = parts.flatMap(({ part: { id }, data, errors }) =>
    data === null ? [] : [{ id, data: data as unknown as Record<string, unknown>, ...errorsOf(errors, format) }],
  );
  // A part that became null has nothing but its errors.
  const completed = parts.map(({ part: { id }, data, errors }) => ({ id, ...(data === null ? errorsOf(errors, format) : {}) }));
  return { hasNext, incremental, completed, ...(pending.length === 0 ? {} : { pending: pending.map(announced) }) };
}

const labelled = ({ label }: PendingPart): { label?: string } => (label === null ? {} : { label });
const announced = (part: PendingPart) => ({ id: part.id, path: part.path, ...labelled(part) });

function errorsOf(errors: readonly GraphQLError[], format: FormatError): { errors?: GraphQLFormattedError[] } {
  return errors.length === 0 ? {} : { errors: errors.map(format) };
}

async function* each<From, To>(all: AsyncIterable<From>, change: (one: From) => To): AsyncGenerator<To> {
  for await (const one of all) yield change(one);
}
