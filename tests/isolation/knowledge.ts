import { isObjectType, type GraphQLSchema } from 'graphql';
import { eachValue, type Selected } from './selection.ts';

/** Values kept of each field: enough to name things of every kind, few enough to ask about all of them. */
const MAX_VALUES = 8;

/** Ids of what comes with the product and is the same for everybody: they are counted, not made. */
const SHIPPED = /^0{8}-0{4}-4000-8000-0{8}/;

/** What a tenant has seen of itself: the values of every field it read, which are what it could name to others. */
export class Knowledge {
  private readonly values = new Map<string, Set<string>>();
  private readonly read = new Set<string>();

  /** Notes what a reply shows. */
  learn(selection: readonly Selected[], reply: unknown): void {
    eachValue(selection, reply, (on, field, value) => {
      if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return;
      const coordinate = `${on}.${field}`;
      this.read.add(coordinate);
      if (typeof value !== 'string') return;
      const known = this.values.get(coordinate) ?? new Set();
      if (known.size < MAX_VALUES) this.values.set(coordinate, known.add(value));
    });
  }

  /** Values of a field, oldest first. */
  of(coordinate: string): string[] {
    return [...(this.values.get(coordinate) ?? [])];
  }

  /** Whether the field was ever seen with something in it. */
  saw(coordinate: string): boolean {
    return this.read.has(coordinate);
  }

  /** Every id the tenant has met, but for those that everybody meets. */
  ids(): Set<string> {
    const ids = [...this.values].flatMap(([coordinate, values]) => (coordinate.endsWith('.id') ? [...values] : []));
    return new Set(ids.filter((id) => !SHIPPED.test(id)));
  }

  /** How much is known; grows until a crawl has seen everything. */
  get size(): number {
    return this.read.size + [...this.values.values()].reduce((sum, { size }) => sum + size, 0);
  }
}

/** `Type.field` of every field that can be read in the schema, federation's own left out. */
export function readableFields(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('_')
      ? Object.keys(type.getFields()).flatMap((field) => (field.startsWith('_') ? [] : [`${type.name}.${field}`]))
      : [],
  );
}
