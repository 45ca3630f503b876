import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { inForceLoader } from '../mapping/mapping.loader.ts';
import { MappingProposal, proposalOf } from '../mapping/mapping.type.ts';
import type { ProposalService } from '../mapping/proposal.service.ts';
import { modelOf, recordOfSource } from './catalogue.loader.ts';
import type { CatalogueService } from './catalogue.service.ts';
import { RecordTrace, traceOf } from './record-trace.type.ts';
import { CanonicalRecord } from './record.type.ts';

function placeOf({ id }: RecordTrace): { objectId: string; key: string } {
  const at = id.indexOf(':');
  return at < 0 ? { objectId: id, key: '' } : { objectId: id.slice(0, at), key: id.slice(at + 1) };
}

/** What the ontology adds to the way of a record: what became of it. */
@Resolver(() => RecordTrace)
export class RecordTraceResolver {
  private readonly catalogue: CatalogueService;
  private readonly proposals: ProposalService;

  constructor(catalogue: CatalogueService, proposals: ProposalService) {
    this.catalogue = catalogue;
    this.proposals = proposals;
  }

  @FieldResolver(() => CanonicalRecord, {
    nullable: true,
    description: 'The record of the business it became; null when it became none, or you may not see it.',
  })
  async record(@Root() trace: RecordTrace, @Ctx() { viewer, loaders }: GraphContext): Promise<CanonicalRecord | null> {
    return recordOfSource(loaders, this.catalogue, requireUser(viewer), placeOf(trace));
  }

  @FieldResolver(() => MappingProposal, { nullable: true, description: 'The mapping by which it was written; null when none is in force.' })
  async mapping(@Root() trace: RecordTrace, @Ctx() { viewer, loaders }: GraphContext): Promise<MappingProposal | null> {
    const user = requireUser(viewer);
    const { entities } = await modelOf(loaders, this.catalogue, user);
    const { objectId } = placeOf(trace);
    const source = entities.flatMap(({ sources }) => sources).find((each) => each.objectId === objectId);
    const row = source === undefined ? null : await inForceLoader(loaders, this.proposals, user).load(source.connectionId);
    return row === null ? null : proposalOf(row);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Version of the business model in force; null before the first.' })
  async modelVersion(@Ctx() { viewer, loaders }: GraphContext): Promise<number | null> {
    const { version, entities } = await modelOf(loaders, this.catalogue, requireUser(viewer));
    return entities.length === 0 ? null : version;
  }
}

/** Leads from a record back to its way. */
@Resolver(() => CanonicalRecord)
export class TracedRecordResolver {
  @FieldResolver(() => RecordTrace, {
    nullable: true,
    description: 'How it came here from its source, step by step; null where rules about data restrict what you see.',
  })
  trace(@Root() { lineage }: CanonicalRecord): RecordTrace {
    return traceOf(`${lineage.object.id}:${lineage.sourceKey}`);
  }
}
