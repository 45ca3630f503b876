import type { System } from '../../kernel/system.ts';
import type { MappingDecision } from '../learning/learn-from-decision.ts';
import type { ProposedTable } from '../matching/proposal.ts';
import type { ProposalIndex } from './changes.ts';
import { acceptedTables } from './proposal-tables.ts';
import { takenNames } from './proposal.service.ts';
import { FieldMappingRow, ProposalRow, SourceRow, TableMappingRow } from './proposal.entity.ts';

/** Who accepts. */
export interface Decider {
  readonly tenantId: string;
  readonly userId: string;
  /** Left out: a person. What policy accepts and agents propose teaches nothing. */
  readonly by?: 'PERSON' | 'POLICY' | 'AGENT';
}

/** A stored proposal with everything that a decision about it takes. */
export interface OpenProposal {
  readonly proposal: ProposalRow | null;
  readonly objects: MappingDecision['objects'];
  /** Its tables as they stand. */
  readonly shown: readonly ProposedTable[];
  readonly taken: ReadonlySet<string>;
  readonly index: ProposalIndex;
}

/** Reads a proposal; `proposal` is null when the tenant has none of this id. */
export function readProposal(system: System, tenantId: string, proposalId: string): Promise<OpenProposal> {
  return system.database.unitOfWork(tenantId, async (unit) => {
    const where = { tenantId, proposalId };
    const proposal = await unit.em.findOne(ProposalRow, { tenantId, id: proposalId });
    const tables = await unit.em.find(TableMappingRow, where);
    const fields = await unit.em.find(FieldMappingRow, where);
    const source = proposal === null ? null : await unit.em.findOne(SourceRow, { tenantId, connectionId: proposal.connectionId });
    return {
      proposal,
      objects: source?.objects ?? [],
      shown: proposal === null ? [] : ((await acceptedTables(unit, [proposalId])).get(proposalId) ?? []),
      taken: proposal === null ? new Set<string>() : await takenNames(unit, proposal.connectionId),
      index: {
        paths: new Map(tables.map((row) => [row.id, row.definition.path])),
        columns: new Map(fields.map((row) => [row.id, { tableId: row.tableId, column: row.definition.column, type: row.definition.type }])),
        objects: new Map((source?.objects ?? []).map((object) => [object.path, object])),
        unpivotable: new Set(tables.filter((row) => row.definition.suggestedUnpivot != null).map((row) => row.id)),
      },
    };
  });
}

/** What a decision about it says of its columns. `after` empty: all of it was rejected. */
export function decisionAbout(
  { userId, by = 'PERSON' }: Decider,
  { proposal, objects, shown }: OpenProposal,
  after: readonly ProposedTable[],
  decidedAt: Date,
): MappingDecision {
  const left = new Map(shown.map(({ path, fields }) => [path, new Set(fields.filter(isLeftOut).map(({ column }) => column))]));
  const rejected = after.flatMap(({ path, fields }) =>
    fields.flatMap((field) => (isLeftOut(field) && left.get(path)?.has(field.column) !== true ? [{ path, column: field.column }] : [])),
  );
  const { connectionId = '', connectionName = '' } = proposal ?? {};
  return { connectionId, connectionName, objects, before: shown, after, rejected, by, decidedBy: userId, decidedAt };
}

/** Of tables what differs from before: columns that became something else, or nothing. */
export function onlyChanged(before: readonly ProposedTable[], after: readonly ProposedTable[]): ProposedTable[] {
  return after.flatMap((table) => {
    const was = new Map(before.find(({ path }) => path === table.path)?.fields.map((field) => [field.column, field]));
    const fields = table.fields.filter((field) => {
      const old = was.get(field.column);
      return old !== undefined && (old.attribute !== field.attribute || isLeftOut(old) !== isLeftOut(field));
    });
    return fields.length === 0 ? [] : [{ ...table, fields }];
  });
}

const isLeftOut = ({ leftOut }: ProposedTable['fields'][number]): boolean => leftOut === true;
