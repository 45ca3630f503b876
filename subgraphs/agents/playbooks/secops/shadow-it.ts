import { type Analysis, type Examined, lacking } from '../analysis.ts';
import { examineApplications } from '../reading/application-findings.ts';
import { applicationsKnown, NO_TELEMETRY } from '../reading/asset-findings.ts';
import { keyOf, textOf } from '../reading/cells.ts';
import type { Look } from '../reading/look.ts';
import type { Model } from '../reading/model.ts';
import { equals, listOf } from '../reading/plans.ts';
import type { Cell, Found, Link } from '../report.ts';
import { ticketAbout } from '../ticket.ts';

/** Names of attributes that say whether IT knows and allows something. */
const APPROVED = /^(is)?_?(it)?_?(approved|sanctioned|authori[sz]ed|managed)(_?by_?it)?$/i;

/** Used without IT's approval: by what scans found where there are any, else by what records say, as the metric `shadow_it` is counted. */
export const shadowIt: Analysis = {
  name: 'secops.shadow-it',
  pilot: 'SECOPS',
  records: true,
  title: 'Shadow IT',
  description:
    'Applications in use that nobody governs or that are banned; without telemetry, vendors and systems on record that IT has not approved.',
  run: async (look) =>
    (await applicationsKnown(look)) > 0
      ? examineApplications(look, { codes: ['SHADOW_IT', 'BANNED_APPLICATION'], label: 'Not approved' })
      : examineInventories(look),
};

async function examineInventories(look: Look): Promise<Examined> {
  const model = await look.model();
  const inventories = inventoriesOf(model);
  if (inventories.length === 0)
    return lacking(NO_TELEMETRY, { what: 'Or an inventory of vendors or applications that says which are approved', todo: 'Connect one, and keep its column about approval.' }); // prettier-ignore
  const told = await Promise.all(
    inventories.map(async ({ entity, attribute, label }): Promise<Examined> => {
      const { rows, complete } = await listOf(look, { entity, columns: ['id'], filters: [equals(attribute, [false])] });
      const findings = rows.flatMap(([name]) => judgeUnapproved(name ?? null, { entity, label }));
      return { findings, complete, examined: model.find(entity)?.recordCount ?? rows.length, needs: [] };
    }),
  );
  return {
    findings: told.flatMap(({ findings }) => findings),
    complete: told.every(({ complete }) => complete),
    examined: told.reduce((sum, { examined }) => sum + examined, 0),
    needs: [],
  };
}

/** Entity types with a yes or no about approval. */
export function inventoriesOf({ entities }: Model): { entity: string; attribute: string; label: string }[] {
  return entities.flatMap(({ name, label, recordCount, attributes }) => {
    const flag = attributes.find((each) => each.type === 'BOOLEAN' && APPROVED.test(each.name));
    return flag === undefined || recordCount === 0 ? [] : [{ entity: name, attribute: flag.name, label }];
  });
}

export function judgeUnapproved(cell: Cell, { entity, label }: { entity: string; label: string }): Found[] {
  const name = textOf(cell);
  if (name === null) return [];
  const links: Link[] = [
    { kind: 'ENTITY', id: entity, label },
    { kind: 'METRIC', id: 'shadow_it', label: 'Shadow IT' },
  ];
  const reasons = [`It is on record as a ${label.toLowerCase()} that IT has not approved.`];
  return [
    {
      key: `${entity}:${keyOf(name)}`,
      title: `${name} is used without approval`,
      detail: 'Nobody has checked which data it holds and who may see them.',
      reasons,
      severity: 'MEDIUM',
      measure: { label: 'Not approved', value: 1, unit: 'COUNT' },
      evidence: { columns: [{ label, unit: null }], rows: [[name]] },
      links,
      proposal: ticketAbout({
        intent: `Open a ticket to have ${name} checked: approve it, or replace it`,
        title: `Check ${name}: approve or replace`,
        text: [...reasons, 'Find out which data it holds, who uses it, and which contract binds us.'].join('\n'),
        touches: 1,
        links,
      }),
    },
  ];
}
