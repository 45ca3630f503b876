import type { Command, Wanted } from './command.ts';
import { isKind, kindAndRest, kindNamed } from './kind-words.ts';
import { unquoted } from './quoted.ts';

const ADD =
  /^(?:add|insert|include|put in|append|create|bring in|give me|i need|we need|add in)(?: (?:also|another|a new|new|me|us))* (?!only\b)(.+?)(?: to (?:the|this|my|our) (?:dashboard|board|page|layout))?$/i;
const COPY = /^(?:duplicate|copy|clone|double) (.+)$/i;
const REMOVE =
  /^(?:remove|delete|drop|hide|get rid of|take (?:away|out|off)|lose|discard|throw out|kick out) (?!(?:the |all (?:the )?|any )?(?:filters?|split|breakdown|comparison|grouping|sort(?:ing)?|period)\b)(.+?)(?: from (?:the|this|my|our) (?:dashboard|board|page|layout))?$/i;
const REPLACE = /^(?:replace|swap out|exchange|substitute|change) (.+?) (?:with|for|by) (.+)$/i;
const INSTEAD = /^(?:show|put|use|have)(?: me| us)? (.+?) (?:instead of|in place of|rather than) (.+)$/i;

/** `a filter` and `a comparison` are put on what is there. */
const NOT_ADDED = /^(?:an? |the )?(?:filters?|comparison|split|breakdown)\b/i;

/** Sentences that bring widgets, or take them away. */
export function readAdding(text: string): Command | null {
  const copied = COPY.exec(text);
  if (copied?.[1] !== undefined) return { do: 'copy', target: copied[1] };
  const instead = INSTEAD.exec(text);
  if (instead?.[1] !== undefined && instead[2] !== undefined) return { do: 'replace', target: instead[2], ...asked(instead[1]) };
  const replaced = REPLACE.exec(text);
  if (replaced?.[1] !== undefined && replaced[2] !== undefined && !/\b(?:period|title|name|colou?r|size|type|kind|it)\b/i.test(replaced[1]))
    // `change revenue for 2021` is about its time; `replace revenue with a table` about how it is shown.
    if (/^(?:replace|swap out|exchange|substitute)/i.test(text) || / with /i.test(text)) {
      const kind = /^(?:an? )?[a-z -]+$/i.test(replaced[2]) && isKind(replaced[2]) ? kindNamed(replaced[2]) : null;
      return kind === null ? { do: 'replace', target: replaced[1], ...asked(replaced[2]) } : { do: 'chart', target: replaced[1], kind };
    }
  const removed = REMOVE.exec(text);
  if (removed?.[1] !== undefined) return { do: 'remove', target: removed[1] };
  const added = ADD.exec(text);
  if (added?.[1] !== undefined && !NOT_ADDED.test(added[1])) return { do: 'add', ...asked(added[1]) };
  return null;
}

function asked(words: string): Wanted {
  const { rest, ...shown } = kindAndRest(unquoted(words));
  return { what: rest, ...shown };
}
