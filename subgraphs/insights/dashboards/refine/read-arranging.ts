import type { Command, Destination } from './command.ts';
import type { Resize } from './arrange-edits.ts';
import { isKind, kindNamed } from './kind-words.ts';
import { targetOf, unquoted } from './quoted.ts';

const SIZE_WORDS: readonly (readonly [RegExp, Resize])[] = [
  [/^(?:(?:much |a (?:bit|little) )?(?:bigger|larger)|big|large|more prominent|more space)$/i, { width: 'more', height: 'more' }],
  [/^(?:(?:much |a (?:bit|little) )?smaller|small|tiny|more compact|less prominent)$/i, { width: 'less', height: 'less' }],
  [/^(?:(?:much |a (?:bit|little) )?(?:wider|broader)|wide)$/i, { width: 'more', height: 'keep' }],
  [/^(?:(?:much |a (?:bit|little) )?(?:narrower|thinner|slimmer)|narrow)$/i, { width: 'less', height: 'keep' }],
  [/^(?:(?:much |a (?:bit|little) )?(?:taller|higher|longer)|tall|high)$/i, { width: 'keep', height: 'more' }],
  [/^(?:(?:much |a (?:bit|little) )?(?:shorter|lower|flatter)|short|flat)$/i, { width: 'keep', height: 'less' }],
  [
    /^(?:full[ -]?width|the full width|as wide as possible|(?:across )?the whole width|fill the row|span the page)$/i,
    { width: 'full', height: 'keep' },
  ],
  [/^(?:half[ -]?width|half (?:the|of the) (?:page|width|row)|half)$/i, { width: 'half', height: 'keep' }],
  [/^(?:a third(?: of the (?:page|width|row))?|third[ -]?width)$/i, { width: 'third', height: 'keep' }],
  [/^(?:a quarter(?: of the (?:page|width|row))?|quarter[ -]?width)$/i, { width: 'quarter', height: 'keep' }],
];
const sizeOf = (words: string): Resize | null => SIZE_WORDS.find(([pattern]) => pattern.test(words.trim()))?.[1] ?? null;

const SIZE_FIRST = /^(?:make |resize )?(bigger|larger|smaller|wider|narrower|taller|shorter)[: ]+(?:for )?(.+)$/i;
const SIZE_LAST =
  /^(?:(?:make|give|resize|set|turn|have) )?(.+?) ((?:(?:much|a bit|a little) )?(?:bigger|larger|smaller|wider|broader|narrower|thinner|slimmer|taller|higher|shorter|flatter|more compact|more prominent|less prominent|more space|full[ -]?width|the full width|half[ -]?width|the whole width|half the (?:page|width|row)|big|large|small|wide|tall|a third(?: of the (?:page|width|row))?|a quarter(?: of the (?:page|width|row))?))$/i;
const ENLARGE = /^(enlarge|grow|expand|widen|shrink|reduce|narrow) (.+)$/i;

function readSize(text: string): Command | null {
  const [, verb = '', grown] = ENLARGE.exec(text) ?? [];
  if (grown !== undefined) {
    const width = /^(?:widen|narrow)$/i.test(verb);
    const more = /^(?:enlarge|grow|expand|widen)$/i.test(verb);
    return { do: 'resize', target: grown, resize: { width: more ? 'more' : 'less', height: width ? 'keep' : more ? 'more' : 'less' } };
  }
  const [, last, size = ''] = SIZE_LAST.exec(text) ?? [];
  const [, first = '', rest] = SIZE_FIRST.exec(text) ?? [];
  const resize = sizeOf(last === undefined ? first : size);
  const target = last ?? rest;
  return resize === null || target === undefined ? null : { do: 'resize', target, resize };
}

const MOVE =
  /^(?:move|put|place|bring|push|shift|drag|send|show) (.+?) (?:up |down )?(?:to |at |on |in )?(?:the )?(?:very )?(top|bottom|start|beginning|front|end|first|last|left|right|up|down)(?: (?:of|on) (?:the |this )?(?:dashboard|board|page)| side| position| place| row| one)?$/i;
const MOVE_BY =
  /^(?:move|put|place|bring|push|shift|drag) (.+?) (?:to )?(?:the )?(above|over|below|under|underneath|beneath|before|in front of|after|behind|beside|next to|alongside|left of|right of|to the left of|to the right of|by) (.+)$/i;
const SWAP = /^(?:swap|switch|exchange) (.+?) (?:and|with|for) (.+?)(?: around)?$/i;
const EDGES: Readonly<Record<string, Destination>> = {
  top: { kind: 'edge', edge: 'top' },
  start: { kind: 'edge', edge: 'top' },
  beginning: { kind: 'edge', edge: 'top' },
  front: { kind: 'edge', edge: 'top' },
  first: { kind: 'edge', edge: 'top' },
  bottom: { kind: 'edge', edge: 'bottom' },
  end: { kind: 'edge', edge: 'bottom' },
  last: { kind: 'edge', edge: 'bottom' },
  left: { kind: 'step', step: 'left' },
  right: { kind: 'step', step: 'right' },
  up: { kind: 'step', step: 'up' },
  down: { kind: 'step', step: 'down' },
};

function sideOf(words: string): 'above' | 'below' | 'left' | 'right' {
  if (/^(?:above|over)$/i.test(words)) return 'above';
  if (/^(?:below|under|underneath|beneath)$/i.test(words)) return 'below';
  return /left|before|front/i.test(words) ? 'left' : 'right';
}

function readMove(text: string): Command | null {
  const swapped = SWAP.exec(text);
  if (swapped?.[1] !== undefined && swapped[2] !== undefined && !isKind(swapped[2]))
    return { do: 'swap', target: swapped[1], with: swapped[2] };
  const by = MOVE_BY.exec(text);
  if (by?.[1] !== undefined && by[3] !== undefined)
    return { do: 'move', target: by[1], to: { kind: 'by', side: sideOf(by[2] ?? ''), other: by[3] } };
  const moved = MOVE.exec(text);
  const to = EDGES[moved?.[2]?.toLowerCase() ?? ''];
  return moved?.[1] === undefined || to === undefined ? null : { do: 'move', target: moved[1], to };
}

const RENAME_WHOLE =
  /^(?:rename|retitle|title|name|call|change the (?:title|name)(?: of)?|set the (?:title|name)(?: of)?|make the (?:title|name))(?: (?:the|this|my|our))?(?: (?:dashboard|board|page|it))?(?: (?:to|as|into))? (.+)$/i;
const RENAME =
  /^(?:rename|retitle|relabel|change the (?:title|name|label|heading) of|set the (?:title|name|label|heading) of|title|call|name) (.+?) (?:to|as|into) (.+)$/i;
const CALL = /^(?:call|name|title) (.+?) ("[^"]+"|“[^”]+”|'[^']+')$/i;

function readRename(text: string): Command | null {
  const named = CALL.exec(text) ?? RENAME.exec(text);
  if (named?.[1] !== undefined && named[2] !== undefined) return { do: 'rename', target: titleTarget(named[1]), name: unquoted(named[2]) };
  const whole = /\b(?:dashboard|board|page|title|name)\b|^(?:call|name|title) it\b/i.test(text) ? RENAME_WHOLE.exec(text) : null;
  return whole?.[1] === undefined ? null : { do: 'rename', target: null, name: unquoted(whole[1]) };
}
const titleTarget = (words: string): string | null => (/^(?:it|this|the title|the name)$/i.test(words.trim()) ? null : targetOf(words));

const CHART =
  /^(?:(?:make|turn|change|show|display|convert|switch|draw|render|plot|have|set|see|view|give me) )(.+?) (?:(?:in)?to |as |into |be |a |an )+(.+)$/i;

function readChart(text: string): Command | null {
  const found = CHART.exec(text);
  if (found?.[1] === undefined || found[2] === undefined) return null;
  const words = found[2].replace(/ (?:instead|please|again|now)$/i, '');
  const kind = isKind(words) ? kindNamed(words) : null;
  return kind === null ? null : { do: 'chart', target: found[1].replace(/ (?:chart )?type$/i, ''), kind };
}

/** Sentences about how it looks: size, place, name, chart. */
export function readArranging(text: string): Command | null {
  return readSize(text) ?? readChart(text) ?? readRename(text) ?? readMove(text);
}
