import { allowedTypos, editDistance } from '../../language/distance.ts';
import type { Command } from './command.ts';
import { readAdding } from './read-adding.ts';
import { readArranging } from './read-arranging.ts';
import { readAsking } from './read-asking.ts';

/** Sentences in one go, at most. */
const MAX_COMMANDS = 8;

const POLITE =
  /^(?:(?:please|ok(?:ay)?|now|then|and|also|just|hey|hi|could you|can you|would you|will you|i(?: would|['’]d)? (?:want|like)(?: you)? to|i want|let['’]?s|let us|we need to|go ahead and)[,\s]+)+/i;
const THANKS = /[\s,]*(?:,? ?(?:please|thanks|thank you|for me|instead of that))?[.!?\s]*$/i;

/** Verbs that a refinement begins with: words a slip of the pen is corrected towards. */
const VERBS = [
  'add',
  'remove',
  'delete',
  'replace',
  'rename',
  'move',
  'make',
  'change',
  'show',
  'split',
  'filter',
  'compare',
  'sort',
  'order',
  'swap',
  'switch',
  'bigger',
  'smaller',
  'larger',
  'wider',
  'narrower',
  'taller',
  'shorter',
  'exclude',
  'undo',
  'redo',
  'duplicate',
  'limit',
  'group',
  'break',
  'resize',
];

/** The first word as the verb it is a slip of; anything else as it is. */
function verbCorrected(text: string): string {
  const [first = ''] = text.split(' ');
  const word = first.toLowerCase();
  if (VERBS.includes(word) || !/^[a-z]+$/i.test(first)) return text;
  const limit = allowedTypos(word) || (word.length === 4 ? 1 : 0);
  const near = limit === 0 ? [] : VERBS.filter((verb) => verb[0] === word[0] && editDistance(word, verb, limit) <= limit);
  return near.length === 1 ? `${near[0]}${text.slice(first.length)}` : text;
}

const BEGINS = new RegExp(
  `^(?:${[...VERBS, 'put', 'drop', 'hide', 'turn', 'set', 'only', 'call', 'use', 'get rid', 'take', 'clear', 'include', 'display', 'insert', 'give', 'enlarge', 'shrink', 'without', 'rank', 'top', 'bottom', 'reset', 'swap', 'focus', 'place', 'convert'].join('|')})\\b`,
  'i',
);

/** A text in the sentences it is made of: `add churn and remove costs; bigger` → three. What is in quotes stays whole. */
export function sentencesOf(text: string): string[] {
  const quoted: string[] = [];
  const held = text
    .trim()
    .replaceAll(/["“”'‘]([^"“”'‘’]{1,200})["“”'’](?=\s|$|[.,;!?])/g, (_, inside: string) => `⟦${quoted.push(inside) - 1}⟧`);
  const parts: string[] = [];
  for (const part of held.split(/\s*(?:;|\n|\.\s+|,?\s+(?:and )?then\s+)\s*/i)) {
    let rest = part;
    for (let at = 0; at < rest.length;) {
      const joint = /,\s*(?:and\s+)?|\s+and\s+(?:also\s+)?/gi;
      joint.lastIndex = at;
      const found = joint.exec(rest);
      if (found === null) break;
      const after = rest.slice(found.index + found[0].length);
      if (BEGINS.test(verbCorrected(after.replace(POLITE, '')))) {
        parts.push(rest.slice(0, found.index));
        rest = after;
        at = 0;
      } else at = found.index + found[0].length;
    }
    parts.push(rest);
  }
  const restored = parts.map((part) => part.replaceAll(/⟦(\d+)⟧/g, (_, at: string) => `"${quoted[Number(at)] ?? ''}"`).trim());
  return restored.filter((part) => part !== '').slice(0, MAX_COMMANDS);
}

/** What one sentence asks to be changed; null when it is no refinement that is known. Pure; looks at no data. */
export function readCommand(sentence: string): Command | null {
  const polite = sentence.replace(POLITE, '').replace(THANKS, '').trim();
  const text = verbCorrected(polite).replaceAll(/\s+/g, ' ');
  if (text === '') return null;
  if (/^(?:undo|go back|revert|take (?:that|it) back|step back|back)(?: (?:that|it|this|the last (?:change|step|one)))?$/i.test(text))
    return { do: 'undo' };
  if (/^(?:redo|do (?:it|that) again|step forward)$/i.test(text)) return { do: 'redo' };
  return readAdding(text) ?? readArranging(text) ?? readAsking(text) ?? { do: 'bare', words: text };
}
