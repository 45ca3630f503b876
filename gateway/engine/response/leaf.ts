import { isEnumType, type GraphQLLeafType } from 'graphql';
import { quoted } from './json-text.ts';

/** Writes a value that is not null as JSON; null when it is not of the type. */
export type LeafWriter = (value: unknown) => string | null;

const MAX_INT = 2 ** 31 - 1;
const MIN_INT = -(2 ** 31);

/** The writer for a scalar or an enum of the API schema: values of an enum that callers do not see are not of the type. */
export function leafWriter(type: GraphQLLeafType): LeafWriter {
  if (!isEnumType(type)) return BUILT_IN[type.name] ?? anything;
  const texts = new Map(type.getValues().map(({ name }) => [name, JSON.stringify(name)]));
  return (value) => (typeof value === 'string' ? (texts.get(value) ?? null) : null);
}

const BUILT_IN: Readonly<Record<string, LeafWriter>> = {
  String: (value) => (typeof value === 'string' ? quoted(value) : null),
  ID: (value) => {
    if (typeof value === 'string') return quoted(value);
    return typeof value === 'number' && Number.isInteger(value) ? `"${value}"` : null;
  },
  Int: (value) => (typeof value === 'number' && Number.isInteger(value) && value <= MAX_INT && value >= MIN_INT ? `${value}` : null),
  Float: (value) => (typeof value === 'number' && Number.isFinite(value) ? `${value}` : null),
  Boolean: (value) => (typeof value === 'boolean' ? `${value}` : null),
};

/** Of a custom scalar only the subgraph knows what is right. */
const anything: LeafWriter = (value) => {
  if (typeof value === 'string') return quoted(value);
  return JSON.stringify(value) ?? null;
};
