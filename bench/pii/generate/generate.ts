import { FILLS } from './fill.ts';
import { gather, type Half, type Material } from './material.ts';
import { newRandom, type Random } from './random.ts';
import { ADDRESSES, NOTHING, PATTERNS } from './templates-addresses.ts';
import { BUSINESS } from './templates-business.ts';
import { PEOPLE } from './templates-people.ts';
import { PLACES } from './templates-places.ts';
import { PLAIN, PROSE } from './templates-prose.ts';
import { HELD_OUT } from './templates-test.ts';
import { newTextBuilder, type LabelledText } from './text-builder.ts';

const TUNE = [PEOPLE, PLACES, ADDRESSES, PATTERNS, PROSE, BUSINESS, [...NOTHING, ...PLAIN]];
/** How often each list is taken from; what has more to learn more often. */
const SHARES = [0.21, 0.18, 0.2, 0.06, 0.23, 0.07, 0.05];
/** How often a word of a template is another one. */
const REPLACED = 0.05;
/** How often a sentence of common words stands before or behind. */
const AROUND = 0.03;
const SMALL_WORDS =
  'a an the this that these those my your his her its our their some any no every each all both most much many few more other such same own i you he she it we they me him us them who whom whose which what when where why how and or but if because while although though until since before after during through about against between into onto from to of in on at by with without for as than so too very just only also even still never always often again once here there now then up down out off over under is are was were be been being am do does did done have has had having will would can could may might must shall should not nor yet take took taken give gave go went gone come came make made get got say said see saw know knew think thought want tell told ask work call try need feel become leave put mean keep let begin seem help show hear play run move live believe bring happen write sit stand lose pay meet set learn lead understand watch follow stop speak read spend grow open walk win teach offer remember consider appear buy serve die send build stay fall cut reach'.split(
    ' ',
  );
const SLOT = /\{([a-z]+)\}/u;
const GARBLED = ['\u05df\u00bf\u00bd', '\u05d2\u20ac\u201c', '\u00e2\u20ac\u2122', '\ufffd', '\u2026', '\u2013'];

/** Makes labelled texts of one half, one after the other; the same seed makes the same. */
export function generator(half: Half, seed: number): () => LabelledText {
  const random = newRandom(seed);
  const material = gather(half);
  return () => {
    if (half === 'TEST') return withCases(fill(random.pick(HELD_OUT), random, material), random);
    const template = pickTemplate(random);
    const extended = random.chance(AROUND)
      ? `${babble(random, material)} ${template}`
      : random.chance(AROUND)
        ? `${template} ${babble(random, material)}`
        : template;
    return withCases(fill(extended, random, material), random);
  };
}

function pickTemplate(random: Random): string {
  let share = random.below(100) / 100;
  for (const [index, list] of TUNE.entries()) {
    share -= SHARES[index] ?? 0;
    if (share < 0) return random.pick(list);
  }
  return random.pick(NOTHING);
}

function fill(template: string, random: Random, material: Material): LabelledText {
  const into = newTextBuilder();
  for (const [index, part] of template.split(SLOT).entries()) {
    if (index % 2 === 0) into.put(withTypos(withOtherWords(part, random, material), random));
    else {
      const slot = FILLS[part];
      if (slot === undefined) throw new Error(`no slot ${part} in ${template}`);
      slot(random, material, into);
    }
  }
  return into.done(template);
}

// A sentence of any words at all: what is common names nobody, wherever it stands.
function babble(random: Random, material: Material): string {
  const words = Array.from({ length: 3 + random.below(10) }, () =>
    random.chance(0.5) ? random.pick(SMALL_WORDS) : material.common(random),
  );
  const sentence = words.join(' ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${random.pick(['.', '.', '?', '!', ','])}`;
}

// Some words are replaced by any others, so that what surrounds names is not learnt by heart.
function withOtherWords(text: string, random: Random, material: Material): string {
  return text.replaceAll(/(?<![\p{L}'’])[A-Za-z]?[a-z]{3,}(?![\p{L}'’])/gu, (word) => {
    if (!random.chance(REPLACED)) return word;
    const other = material.word(random);
    return /^[A-Z]/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  });
}

// A wrong letter now and then, or what a wrong encoding leaves of a mark.
function withTypos(text: string, random: Random): string {
  if (!random.chance(0.04) || text.length < 8) return text;
  const at = 1 + random.below(text.length - 3);
  if (random.chance(0.3))
    return text.slice(0, at).replace(/ [^ ]*$/u, '') + ` ${random.pick(GARBLED)} ` + text.slice(at).replace(/^[^ ]* /u, '');
  const [left, right] = [text.charAt(at), text.charAt(at + 1)];
  return /[a-z]/u.test(left) && /[a-z]/u.test(right) ? text.slice(0, at) + right + left + text.slice(at + 2) : text;
}

// Some people write everything small, and a few everything in capitals. Letters that would change their length stay.
function withCases(made: LabelledText, random: Random): LabelledText {
  const cased = random.chance(0.13) ? 'toLowerCase' : random.chance(0.02) ? 'toUpperCase' : null;
  if (cased === null) return made;
  const text = Array.from(made.text, (unit) => (unit[cased]().length === unit.length ? unit[cased]() : unit)).join('');
  return { ...made, text };
}
