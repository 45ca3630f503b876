import { HONORIFIC_TEXTS, company, numbers, person } from './fill-values.ts';
import type { Material } from './material.ts';
import type { Random } from './random.ts';
import { buildingNumber, postcode, street, streetName, unit } from './streets.ts';
import type { TextBuilder } from './text-builder.ts';

/** Fills one slot of a template. */
export type Fill = (random: Random, material: Material, into: TextBuilder) => void;

const NATIONALITY_TEXTS =
  'Sudanese French German Polish Turkish Nigerian Brazilian Chinese Swedish Danish Estonian Icelandic Tunisian Swazi Kenyan Peruvian Mexican Thai Korean Iraqi Iranian Greek Cypriot Slovenian Croatian Czech Belgian Dutch Finnish Hungarian Uruguayan Canadian Australian Somali Eritrean Norwegian Portuguese Spanish Italian Russian Ukrainian Vietnamese Japanese Indian Pakistani Afghan Egyptian Syrian Israeli Irish Scottish Welsh British American'.split(
    ' ',
  );

const city = (random: Random, material: Material): string => {
  const name = material.city(random);
  const numbered = random.chance(0.03) ? `${name} ${1 + random.below(9)}` : name;
  return random.chance(0.1) ? numbered.toUpperCase() : numbered;
};

const country = (random: Random, material: Material): string => {
  const name = random.chance(0.08) ? 'nan' : material.country(random);
  return random.chance(0.04) ? Buffer.from(name, 'utf8').toString('latin1') : name;
};

const region = (random: Random): string =>
  random.chance(0.4)
    ? 'nan'
    : random.chance(0.8)
      ? Array.from({ length: 2 + random.below(2) }, () => random.pick(Array.from('ABCDEFGHIJKLMNOPRSTUVWXZ'))).join('')
      : random.pick([
          'New South Wales',
          'Queensland',
          'Texas',
          'California',
          'Bavaria',
          'Ontario',
          'Zeeland',
          'Gauteng',
          'Victoria',
          'Quebec',
        ]);

const title = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

// Books, songs, films: capitals that name nobody.
const work = (random: Random, material: Material): string => {
  const words = Array.from({ length: 1 + random.below(4) }, () => title(material.word(random)));
  return words.join(random.chance(0.3) ? random.pick([' of the ', ' and ', ' in ', ' for ']) : ' ');
};

const spaced = (random: Random): string => random.pick([', ', ', ', ' ', '\n', '\n']);

// The countries' own habits, and those of forms that print whatever they have.
const address: Fill = (random, material, into) => {
  const numbered = random.chance(0.7);
  into.group('ADDRESS', () => {
    if (numbered) {
      into.put(buildingNumber(random), 'NUMBER');
      into.put(' ');
    }
    into.put(street(random, material), 'STREET');
    if (random.chance(0.35)) {
      into.put(random.pick([' ', ' ', ', ', '. ']));
      into.put(unit(random), 'UNIT');
    }
    const place = (): void => into.put(city(random, material), 'PLACE');
    const land = (): void => into.put(country(random, material), 'PLACE');
    const code = (): void => into.put(postcode(random), 'POSTCODE');
    const area = (): void => into.put(region(random), 'REGION');
    const form = random.below(9);
    if (form < 3) {
      into.put('\n');
      place();
      into.put(random.pick(['\n, ', '\n, ', ', ']));
      area();
      into.put(random.pick(['\n ', '\n ', ' ', '\n']));
      if (random.chance(0.8)) {
        land();
        into.put(' ');
      }
      code();
    } else if (form < 5) {
      into.put(random.chance(0.5) ? ', ' : random.chance(0.5) ? ' ' : '. ');
      place();
      into.put(random.chance(0.8) ? ', ' : ' ');
      land();
      if (random.chance(0.4)) {
        into.put(' ');
        code();
      }
    } else if (form === 5) {
      into.put(' ');
      place();
      into.put(' ');
      land();
    } else if (form === 6) {
      into.put(spaced(random));
      place();
      into.put(', ');
      area();
      into.put(' ');
      code();
    } else if (form === 7) {
      into.put(', ');
      code();
      into.put(' ');
      place();
      if (random.chance(0.4)) {
        into.put(', ');
        land();
      }
    } else {
      into.put(spaced(random));
      place();
      into.put(', ');
      area();
      into.put(random.pick(['\n', ' ', ', ']));
      code();
    }
  });
};

/** What each slot of a template is filled with. */
export const FILLS: Readonly<Record<string, Fill>> = {
  ...numbers,
  name: (random, material, into) => into.put(person(random, material), 'PERSON', 'PERSON'),
  first: (random, material, into) => into.put(material.given(random), 'PERSON', 'PERSON'),
  last: (random, material, into) => into.put(material.surname(random), 'PERSON', 'PERSON'),
  title: (random, _, into) => into.put(random.pick(HONORIFIC_TEXTS), null, 'TITLE'),
  ltitle: (random, _, into) => into.put(random.pick(['mr.', 'ms.', 'mrs.', 'Mr', 'Ms', 'dr.', 'mr']), null, null),
  org: (random, material, into) => into.put(company(random, material), 'ORGANIZATION', 'ORGANIZATION'),
  city: (random, material, into) => into.put(city(random, material), 'PLACE', 'LOCATION'),
  country: (random, material, into) => into.put(country(random, material), 'PLACE', 'LOCATION'),
  nationality: (random, _, into) =>
    into.put(random.chance(0.3) ? random.pick(NATIONALITY_TEXTS).toLowerCase() : random.pick(NATIONALITY_TEXTS), 'PLACE', 'NRP'),
  bn: (random, _, into) => into.put(buildingNumber(random), 'NUMBER', 'ADDRESS'),
  street: (random, material, into) => into.put(street(random, material), 'STREET', 'ADDRESS'),
  streetname: (random, material, into) =>
    into.put(random.chance(0.4) ? street(random, material) : streetName(random, material), 'STREET', 'ADDRESS'),
  work: (random, material, into) => into.put(work(random, material)),
  word: (random, material, into) => into.put(title(material.word(random))),
  digit: (random, _, into) => into.put(String(1 + random.below(4))),
  year: (random, _, into) => into.put(String(1995 + random.below(35))),
  num: (random, _, into) => into.put(String(random.below(random.pick([10, 60, 100, 2_030])))),
  corner: (random, material, into) =>
    into.group('ADDRESS', () => {
      into.put('the corner of ');
      for (const link of [' and ', '']) {
        into.put(random.chance(0.5) ? street(random, material) : streetName(random, material), 'STREET');
        into.put(link);
      }
    }),
  unit: (random, _, into) => into.put(unit(random), 'UNIT', 'ADDRESS'),
  region: (random, _, into) => into.put(region(random), 'REGION', 'ADDRESS'),
  zip: (random, _, into) => into.put(postcode(random), 'POSTCODE', 'ADDRESS'),
  address,
};
