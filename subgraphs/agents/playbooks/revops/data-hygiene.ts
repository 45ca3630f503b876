import { type Analysis, lacking } from '../analysis.ts';
import type { Json } from '../../workflows/json.ts';
import { counted, textOf } from '../reading/cells.ts';
import type { Model } from '../reading/model.ts';
import { blank, equals, listOf } from '../reading/plans.ts';
import type { Cell, Found, Link } from '../report.ts';
import { ticketAbout } from '../ticket.ts';

/** Names that are shown of those that lack something. */
const EXAMPLES = 10;
const HIGH_SHARE = 0.25;

interface Check {
  key: string;
  entity: string;
  /** `owner.id`: the relation leads nowhere. */
  field: string;
  /** “open deals have no amount” */
  words: string;
  among: string;
  filters: readonly Json[];
  needs: readonly string[];
}
const OPEN = [equals('outcome', ['OPEN'])];
const CHECKS: readonly Check[] = [
  { key: 'deal-amount', entity: 'Opportunity', field: 'amount', words: 'no amount', among: 'open deals', filters: OPEN, needs: ['outcome'] },
  { key: 'deal-close-date', entity: 'Opportunity', field: 'closeDate', words: 'no close date', among: 'open deals', filters: OPEN, needs: ['outcome'] },
  { key: 'deal-next-step', entity: 'Opportunity', field: 'nextStep', words: 'no next step', among: 'open deals', filters: OPEN, needs: ['outcome'] },
  { key: 'deal-owner', entity: 'Opportunity', field: 'owner.name', words: 'no owner', among: 'open deals', filters: OPEN, needs: ['outcome'] },
  { key: 'deal-loss-reason', entity: 'Opportunity', field: 'lossReason', words: 'no reason', among: 'lost deals', filters: [equals('outcome', ['LOST'])], needs: ['outcome'] },
  { key: 'account-owner', entity: 'Account', field: 'owner.name', words: 'no owner', among: 'accounts', filters: [], needs: [] },
  { key: 'account-industry', entity: 'Account', field: 'industry', words: 'no industry', among: 'accounts', filters: [], needs: [] },
  { key: 'contact-email', entity: 'Contact', field: 'email', words: 'no e-mail address', among: 'contacts', filters: [], needs: [] },
]; // prettier-ignore

/** Fields that sales works with and that are left empty. */
export const dataHygiene: Analysis = {
  name: 'revops.data-hygiene',
  pilot: 'REVOPS',
  records: true,
  title: 'Data hygiene of sales',
  description:
    'Deals, accounts and contacts without what is needed to work with them: amount, close date, next step, owner, reason, e-mail.',
  async run(look) {
    const model = await look.model();
    const checks = CHECKS.filter(({ entity, field, needs }) => applies(model, entity, [field, ...needs]));
    if (checks.length === 0) return lacking(...model.lacks('Opportunity', ['amount', 'closeDate', 'outcome']));
    const told = await Promise.all(
      checks.map(async (check) => {
        const all = await listOf(look, { entity: check.entity, columns: ['id'], filters: [...check.filters, blank(check.field)] });
        return { check, names: all.rows.map(([name]) => name ?? null), complete: all.complete };
      }),
    );
    const findings = told.flatMap(({ check, names }) => {
      const total = model.find(check.entity)?.recordCount ?? names.length;
      return judgeGap(check, names, total);
    });
    return {
      findings,
      complete: told.every(({ complete }) => complete),
      examined: told.reduce((sum, { names }) => sum + names.length, 0),
      needs: [],
    };
  },
};

function applies(model: Model, entity: string, fields: readonly string[]): boolean {
  return model.lacks(entity, fields).length === 0;
}

/** @param names of the records that lack the field @param total how many records of the entity type there are */
export function judgeGap(
  { key, entity, field, words, among }: Omit<Check, 'filters' | 'needs'>,
  names: readonly Cell[],
  total: number,
): Found[] {
  const count = names.length;
  if (count === 0) return [];
  const links: Link[] = [{ kind: 'ENTITY', id: entity, label: entity }];
  const reasons = [`${counted(count, 'record')} of ${among} ${count === 1 ? 'has' : 'have'} ${words}.`];
  const examples = names.slice(0, EXAMPLES).map((name) => textOf(name));
  return [
    {
      key,
      title: `${count.toLocaleString('en-US')} ${among} have ${words}`,
      detail: `What counts on ${field.split('.')[0]} of ${among} is wrong by these.`,
      reasons,
      severity: count >= total * HIGH_SHARE ? 'HIGH' : count >= 10 ? 'MEDIUM' : 'LOW',
      measure: { label: `${among} with ${words}`, value: count, unit: 'COUNT' },
      evidence: { columns: [{ label: entity, unit: null }], rows: examples.map((name) => [name]) },
      links,
      proposal: ticketAbout({
        intent: `Open a ticket to complete ${counted(count, 'record')} of ${among} that have ${words}`,
        title: `Complete ${among} that have ${words}`,
        text: [
          ...reasons,
          `For example: ${examples.filter((name) => name !== null).join(', ')}.`,
          'Fill them in where they are kept.',
        ].join('\n'),
        benefit: { value: count, unit: 'COUNT' },
        touches: count,
        links,
      }),
    },
  ];
}
