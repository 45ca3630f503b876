import type { Finding } from '../finding.ts';
import { FLAG } from '../lexicon/flags.ts';
import { lexicon } from '../lexicon/lexicon.ts';
import { isWordUnit } from '../patterns/site.ts';
import type { Piece } from './tags.ts';
import { foldedHash } from './units.ts';

/** Between the pieces of one address stand at most this many units: spaces, commas, ends of lines. */
const LONGEST_GAP_UNITS = 16;
const LONGEST_HONORIFIC_UNITS = 12;
const CORNER = 'the corner of ';

/**
 * Findings from the tagger's pieces. Parts of an address that follow each other with commas, or on one line, are one ADDRESS; what stands
 * on lines of its own stays in pieces: the street, the part of the building, the postcode are ADDRESSes, the place a LOCATION.
 */
export function assemble(text: string, pieces: readonly Piece[]): Finding[] {
  const found: Finding[] = [];
  for (let index = 0; index < pieces.length;) {
    const piece = pieces[index];
    if (piece === undefined) break;
    if (piece.kind === 'PERSON') {
      const title = titleBefore(text, piece.start);
      if (title !== null) found.push(title);
      found.push({ type: 'PERSON', start: piece.start, end: piece.end, confidence: 0.8, reason: 'reads like the name of a person' });
      index++;
    } else if (piece.kind === 'ORGANIZATION') {
      found.push({
        type: 'ORGANIZATION',
        start: piece.start,
        end: piece.end,
        confidence: 0.7,
        reason: 'reads like the name of an organisation',
      });
      index++;
    } else {
      const chain = chainFrom(text, pieces, index);
      found.push(...fromChain(text, chain));
      index += chain.length;
    }
  }
  return found;
}

// A building number or a street opens a new address, all else goes on with the one before.
function chainFrom(text: string, pieces: readonly Piece[], first: number): Piece[] {
  const chain = pieces.slice(first, first + 1);
  for (let index = first + 1; index < pieces.length; index++) {
    const [last, next] = [chain.at(-1), pieces[index]];
    if (last === undefined || next === undefined || next.kind === 'PERSON' || next.kind === 'ORGANIZATION') break;
    const opens = next.kind === 'NUMBER' || (next.kind === 'STREET' && last.kind !== 'NUMBER');
    const corner = last.kind === 'STREET' && next.kind === 'STREET' && isCorner(text, last, next);
    if (!corner && (opens || !isLink(text.slice(last.end, Math.min(next.start, last.end + LONGEST_GAP_UNITS + 1))))) break;
    chain.push(next);
  }
  return chain;
}

function fromChain(text: string, chain: readonly Piece[]): Finding[] {
  const [first] = chain;
  const last = chain.at(-1);
  if (first === undefined || last === undefined) return [];
  const street = chain.findIndex(({ kind }) => kind === 'STREET');
  const second = chain[street + 1];
  if (street >= 0 && second?.kind === 'STREET') {
    return [address(first.start - CORNER.length, second.end), ...chain.slice(street + 2).flatMap((piece) => single(text, piece, true))];
  }
  if (street >= 0 && isOneStretch(text, chain.slice(street))) return [address(first.start, last.end)];
  const [number, numbered] = [chain[0], chain[1]];
  // "48 rue Descartes": the number is the street's own, since it has no other.
  if (number?.kind === 'NUMBER' && numbered?.kind === 'STREET' && !/\d/u.test(text.slice(numbered.start, numbered.end))) {
    return [address(number.start, numbered.end), ...chain.slice(2).flatMap((piece) => single(text, piece, true))];
  }
  return chain.flatMap((piece) => single(text, piece, chain.length > 1));
}

// Two parts or more behind the street, joined by commas or on one line.
function isOneStretch(text: string, chain: readonly Piece[]): boolean {
  const place = chain.findIndex(({ kind }) => kind === 'PLACE' || kind === 'POSTCODE' || kind === 'REGION');
  if (place < 0 || place === chain.length - 1) return false;
  const gap = (index: number): string => text.slice(chain[index]?.end, chain[index + 1]?.start);
  const gaps = chain.slice(1).map((_, index) => gap(index));
  return gaps.every((between) => !between.includes('\n')) || gaps.slice(place).some((between) => between.includes(','));
}

function single(text: string, piece: Piece, accompanied: boolean): Finding[] {
  const { kind, start, end } = piece;
  if (kind === 'PLACE') {
    const isPeople = (lexicon().flagsOf(foldedHash(text, start, end)) & (FLAG.NATIONALITY | FLAG.COUNTRY)) === FLAG.NATIONALITY;
    const reason = isPeople ? 'an adjective of a country or people' : 'reads like the name of a place';
    return [{ type: isPeople ? 'NATIONALITY' : 'LOCATION', start, end, confidence: 0.7, reason }];
  }
  return accompanied || kind === 'STREET' || kind === 'POSTCODE' || kind === 'UNIT' ? [address(start, end)] : [];
}

function address(start: number, end: number): Finding {
  return { type: 'ADDRESS', start: Math.max(start, 0), end, confidence: 0.75, reason: 'reads like a postal address' };
}

function isLink(gap: string): boolean {
  return gap.length <= LONGEST_GAP_UNITS && /^[\s,.;]*$/u.test(gap);
}

function isCorner(text: string, one: Piece, other: Piece): boolean {
  const before = text.slice(Math.max(0, one.start - CORNER.length), one.start).toLowerCase();
  return before === CORNER && /^ (?:and|&) $/iu.test(text.slice(one.end, Math.min(other.start, one.end + 6)));
}

// "Dr." in front of a name.
function titleBefore(text: string, name: number): Finding | null {
  let end = name;
  while (end > 0 && text[end - 1] === ' ' && name - end < 2) end--;
  let start = text[end - 1] === '.' ? end - 1 : end;
  while (start > 0 && end - start < LONGEST_HONORIFIC_UNITS && isWordUnit(text.charCodeAt(start - 1))) start--;
  const word = text[end - 1] === '.' ? end - 1 : end;
  if (end === name || word - start < 2 || (lexicon().flagsOf(foldedHash(text, start, word)) & FLAG.HONORIFIC) === 0) return null;
  return { type: 'TITLE', start, end, confidence: 0.8, reason: 'an honorific before a name' };
}
