import type { LoaderScope } from '../../kernel/loaders/loader-scope.ts';
import type { ConnectionOf, Page } from '../../kernel/pagination/page.ts';
import type { CanonicalRecord } from '../catalogue/record.type.ts';
import type { Asking, GoldenService } from './golden.service.ts';
import type { ValueProvenance } from './provenance.type.ts';
import type { RecordMember } from './record-member.type.ts';

const idOf = ({ id }: CanonicalRecord): string => id;

/** A page of what a record is made of; all records of a request that are asked the same are read at once. */
export async function membersOf(
  loaders: LoaderScope,
  golden: GoldenService,
  asking: Asking,
  record: CanonicalRecord,
  page: Page,
): Promise<ConnectionOf<RecordMember>> {
  const loader = loaders.getOf(`ontology.members-${JSON.stringify(page)}`, idOf, (records) => golden.members(asking, records, page));
  const loaded = await loader.load(record);
  if (loaded === null) throw new Error('a page of members was not loaded');
  return loaded;
}

/** Where the values of a record come from; all records of a request are read at once. */
export async function provenanceOf(
  loaders: LoaderScope,
  golden: GoldenService,
  asking: Asking,
  record: CanonicalRecord,
): Promise<ValueProvenance[]> {
  return (await loaders.getOf('ontology.provenance', idOf, (records) => golden.provenance(asking, records)).load(record)) ?? [];
}
