import type { Described } from '../drifted-names.ts';

/** Fields of a record type in the catalogue: name, JSON type, format or the type it refers to. */
export type Field = readonly [name: string, type: 'string' | 'number' | 'integer' | 'boolean' | 'object', more?: string];

const STAMP: Field = ['lastModifiedDate', 'string', 'date-time'];

/** Record types as the metadata catalogue names them. Their tables in SuiteQL have the same names in lower case. */
export const RECORD_TYPES: Readonly<Record<string, readonly Field[]>> = {
  vendor: [['id', 'string'], ['entityId', 'string'], ['companyName', 'string'], ['category', 'object', 'vendorCategory'], ['isInactive', 'boolean'], ['custentity_it_approved', 'boolean'], STAMP],
  customer: [['id', 'string'], ['entityId', 'string'], ['companyName', 'string'], ['email', 'string'], ['isInactive', 'boolean'], ['dateCreated', 'string', 'date'], ['custentity_segment', 'string'], ['addressBook', 'object'], STAMP],
  employee: [['id', 'string'], ['entityId', 'string'], ['firstName', 'string'], ['lastName', 'string'], ['email', 'string'], ['title', 'string'], ['department', 'object', 'department'], ['isInactive', 'boolean'], ['hireDate', 'string', 'date'], STAMP],
  department: [['id', 'string'], ['name', 'string'], ['isInactive', 'boolean'], STAMP],
  account: [['id', 'string'], ['acctNumber', 'string'], ['accountSearchDisplayName', 'string'], ['acctType', 'string'], ['isInactive', 'boolean'], STAMP],
  subsidiary: [['id', 'string'], ['name', 'string']],
}; // prettier-ignore

const CATALOG = '/services/rest/record/v1/metadata-catalog';

/** The catalogue: every record type with links to its metadata. */
export const catalogue = (base: string): object => ({
  items: Object.keys(RECORD_TYPES).map((name) => ({
    name,
    links: [
      { rel: 'canonical', href: `${base}${CATALOG}/${name}`, mediaType: 'application/json' },
      { rel: 'describes', href: `${base}/services/rest/record/v1/${name}` },
    ],
  })),
});

const TYPES = { TEXT: ['string'], NUMBER: ['number'], BOOLEAN: ['boolean'], EPOCH: ['number'], ISO: ['string', 'date-time'] } as const;

/** How fields are described after they were renamed, retyped or added. */
export const DESCRIBED: Described<Field> = {
  nameOf: ([name]) => name,
  as: (field, name, type) => (type === null ? [name, field?.[1] ?? 'string', ...(field?.[2] === undefined ? [] : [field[2]])] : [name, ...TYPES[type]]) as unknown as Field, // prettier-ignore
};

/** One record type as JSON Schema. */
export function schemaOf(fields: readonly Field[]): object {
  const property = ([key, type, more]: Field): object => {
    if (type !== 'object') return { title: titleOf(key), type, nullable: true, ...(more === undefined ? {} : { format: more }) };
    const reference = { id: { title: 'Internal identifier', type: 'string' }, refName: { title: 'Reference Name', type: 'string' } };
    return more === undefined
      ? { type: 'object', properties: { items: { type: 'array' } } }
      : { type: 'object', title: titleOf(key), properties: reference, 'x-ns-filterable': true };
  };
  return { $schema: 'http://json-schema.org/draft-06/schema#', type: 'object', 'x-ns-filterable': [], properties: Object.fromEntries(fields.map((one) => [one[0], property(one)])) }; // prettier-ignore
}

const titleOf = (name: string): string => name.replace(/^cust\w*?_/, '').replaceAll(/([A-Z])|_/g, ' $1').trim().replace(/^./, (letter) => letter.toUpperCase()); // prettier-ignore
