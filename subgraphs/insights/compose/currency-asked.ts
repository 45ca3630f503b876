import type { Context } from './context.ts';
import type { Refusal } from './interpret.ts';
import { isWord } from './node.ts';
import type { Node } from './node.ts';

/** What currencies are called in a question; other words may be anything. */
const NAMES: Readonly<Record<string, string>> = {
  dollar: 'USD',
  dollars: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  pounds: 'GBP',
  sterling: 'GBP',
  yen: 'JPY',
  francs: 'CHF',
};
const CODES = new Set(
  'USD EUR GBP JPY CHF CAD AUD NZD CNY INR SEK NOK DKK PLN CZK HUF BRL MXN ZAR SGD HKD KRW TRY ILS AED SAR THB IDR'.split(' '),
);

/** The currency that a word behind `in` names, where it is no value of the data. */
function codeOf(nodes: readonly Node[], node: Node): string | null {
  const free = node.keyword === null && node.things.length + node.values.length === 0 && node.time === null;
  if (!free || !/^in$/i.test(nodes[node.index - 1]?.item.text ?? '')) return null;
  const code = NAMES[node.item.text.toLowerCase()] ?? node.item.text.toUpperCase();
  return CODES.has(code) ? code : null;
}

/** `revenue in USD`, where all money is told in it anyway, says nothing more; in another currency it is said what that takes. */
export function currencyAsked(
  context: Context,
  nodes: Node[],
): { nodes: Node[]; refused: Pick<Refusal, 'reason' | 'text' | 'missing' | 'wouldHelp'> | null } {
  const told = context.model.money?.told ?? null;
  const found = nodes.flatMap((node) => {
    const code = codeOf(nodes, node);
    return code === null ? [] : [{ node, code }];
  })[0];
  if (found === undefined || told === null || nodes.some((node) => isWord(node, 'negate'))) return { nodes, refused: null };
  if (found.code === told)
    return { nodes: nodes.map((node) => (node === found.node ? { ...node, keyword: { word: 'filler' as const } } : node)), refused: null };
  return {
    nodes,
    refused: {
      reason: 'NOT_AVAILABLE',
      text: `Money is told in ${told} here. To be told in ${found.code} it takes ${found.code} as the reporting currency and exchange rates to it.`,
      missing: [`exchange rates from ${told} to ${found.code}`],
      wouldHelp: ['saveInsightsSettings(reportingCurrency) and setExchangeRates'],
    },
  };
}
