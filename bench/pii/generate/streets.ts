import type { Material } from './material.ts';
import type { Random } from './random.ts';

const title = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const ENGLISH =
  'Street St St. Road Rd Avenue Ave Ave. Drive Dr Lane Ln Boulevard Blvd Court Ct Place Pl Square Terrace Way Crescent Close Parade Highway Parkway Circle Trail Alley Row Walk Grove Gardens Hill Mews Rise View Park Heights Loop'.split(
    ' ',
  );
const FRENCH = 'rue Rue avenue Avenue boulevard Boulevard place Place chemin Quai quai Cours cours impasse Allée route'.split(' ');
const FRENCH_OF = ['', '', '', 'de ', 'du ', 'des ', 'de la ', "de l'"];
const GERMAN = 'straße strasse weg gasse platz allee ring damm str. ufer gürtel'.split(' ');
const DUTCH = 'straat laan weg plein kade gracht dreef steeg singel dijk steenweg pad hof'.split(' ');
const NORDIC = 'gatan vägen gata gate veien vei vej gade allé katu tie kuja polku gata vegur braut tänav gränd backen tee'.split(' ');
const SPANISH = ['Calle ', 'C/ ', 'Avda. ', 'Avenida ', 'Plaza ', 'Paseo ', 'Camino ', 'Ronda ', '', '', '', 'Av. '];
const ITALIAN = ['Via ', 'Viale ', 'Corso ', 'Piazza ', 'Via ', 'Largo ', 'Vicolo '];
const PORTUGUESE = ['Rua ', 'Avenida ', 'R. ', 'Travessa ', 'Praça ', 'Rua ', 'Estrada ', 'Alameda '];
const SLAVIC_BEFORE = ['ul. ', 'Ul. ', 'al. ', 'pl. ', 'ulica ', '', ''];
const SLAVIC_AFTER = [' ulica', ' ulice', 'ova', 'ova cesta', 'ska cesta', ' náměstí', 'ská', ' ul.', 'ova ulica'];
const HUNGARIAN = ['utca', 'u.', 'út', 'útja', 'tér', 'tere', 'rkp.', 'körút', 'sor', 'köz'];
const GREEK =
  'Πλατεία Οδός Λεωφόρος Ελευθερίου Αγίου Μεγάλου Νίκης Αθηνών Κύπρου Μακαρίου Ερμού Δημοκρατίας Αγίας Σταδίου Παύλου Μαβίλη Γεωργίου Βενιζέλου Αλεξάνδρου Ηρώων'.split(
    ' ',
  );
const ORDINALS = 'First Second Third Fourth 1st 2nd 3rd 5th 42nd 12th North South East West Old New Upper Lower Little Great'.split(' ');

/** A street with its number, as the country writes it: the number in front or behind, the kind of street in front, behind or grown on. */
export function street(random: Random, material: Material): string {
  const number = houseNumber(random);
  const name = (): string =>
    random.chance(0.4) ? material.surname(random) : random.chance(0.5) ? material.given(random) : material.city(random);
  const stem = (): string =>
    title(
      (random.chance(0.5) ? material.surname(random) : random.chance(0.5) ? material.word(random) : material.city(random)).toLowerCase(),
    ).replace(/[ '-].*$/u, '');
  switch (random.below(14)) {
    case 0:
    case 1:
    case 2:
      return `${number} ${random.chance(0.2) ? `${random.pick(ORDINALS)} ` : ''}${random.chance(0.3) ? title(material.word(random)) : name()} ${random.pick(ENGLISH)}`;
    case 3:
      return `${number} ${random.pick(ORDINALS)} ${random.pick(ENGLISH)}`;
    case 4:
      return `${number}${random.chance(0.3) ? ',' : ''} ${random.pick(FRENCH)} ${random.pick(FRENCH_OF)}${random.chance(0.4) ? `${material.given(random)} ${material.surname(random)}` : name()}`;
    case 5:
      return `${stem()}${random.pick(GERMAN)} ${number}`;
    case 6:
      return random.chance(0.4)
        ? `${random.pick(['Am', 'An der', 'Auf der', 'Im', 'In der', 'Zum', 'Unter den'])} ${stem()} ${number}`
        : `${random.chance(0.2) ? random.pick(['Alte ', 'Neue ', 'Kleine ', 'Große ']) : ''}${stem()}${random.pick(GERMAN)} ${number}`;
    case 7:
      return `${random.chance(0.2) ? random.pick(['Korte ', 'Lange ', 'Oude ', 'Nieuwe ', 'van ', 'De ']) : ''}${stem()}${random.pick(DUTCH)} ${number}`;
    case 8:
      return `${stem()}${random.pick(NORDIC)} ${number}`;
    case 9:
      return `${random.pick(SPANISH)}${random.chance(0.4) ? `${material.given(random)} ${material.surname(random)}` : random.chance(0.3) ? material.streetName(random) : name()}${random.chance(0.2) ? ',' : ''} ${number}`;
    case 10:
      return `${random.pick(random.chance(0.5) ? ITALIAN : PORTUGUESE)}${random.chance(0.5) ? `${material.given(random)} ${material.surname(random)}` : name()}${random.chance(0.2) ? ',' : ''} ${number}`;
    case 11:
      return random.chance(0.5)
        ? `${random.pick(SLAVIC_BEFORE)}${random.chance(0.5) ? material.streetName(random) : name()} ${number}`
        : `${stem()}${random.pick(SLAVIC_AFTER)} ${number}`;
    case 12:
      return `${random.chance(0.4) ? `${material.surname(random)} ${material.given(random)}` : name()} ${random.pick(HUNGARIAN)} ${number}${random.chance(0.7) ? '.' : ''}`;
    default:
      return random.chance(0.3)
        ? `${random.pick(GREEK)} ${random.pick(GREEK)} ${number}`
        : `${random.chance(0.5) ? material.streetName(random) : name()}${random.chance(0.15) ? ` ${random.pick(ENGLISH)}` : ''} ${number}`;
  }
}

/** The same without its number. */
export function streetName(random: Random, material: Material): string {
  return street(random, material).replaceAll(/^\d\S*,? |,? \d\S*$/gu, '');
}

/** A part of a building: "Apt. 614". */
export function unit(random: Random): string {
  const kind = random.pick([
    'Apt.',
    'Apt.',
    'Apt.',
    'Suite',
    'Suite',
    'Suite',
    'Apt',
    'Unit',
    'Flat',
    'Apartment',
    'Floor',
    'Room',
    'Ste',
    'Ste.',
    '#',
  ]);
  return `${kind}${kind === '#' ? '' : ' '}${random.digits(random.pick([1, 2, 3, 3, 3, 3, 4]))}${random.chance(0.05) ? random.pick(['A', 'B', 'c']) : ''}`;
}

/** A house number of one to four digits, now and then with a letter, a slash or a span. */
export function houseNumber(random: Random): string {
  const plain = String(1 + random.below(random.pick([9, 99, 199, 499, 999, 9_999])));
  return random.chance(0.9) ? plain : plain + random.pick(['a', 'B', '/2', '-12', ' bis', ' a', 'b', '/14']);
}

/** What a form asks as "house number": two digits, often with a nought in front. */
export function buildingNumber(random: Random): string {
  return random.chance(0.7) ? random.digits(2) : houseNumber(random).replace(/ .*/u, '');
}

/** A postcode in one of the countries' forms. */
export function postcode(random: Random): string {
  const letters = (count: number): string =>
    Array.from({ length: count }, () => random.pick(Array.from('ABCDEFGHJKLMNPRSTUWXYZ'))).join('');
  const form = random.below(12);
  if (form < 7) return random.digits(5);
  if (form === 7) return random.digits(4);
  if (form === 8) return `${random.digits(3)} ${random.digits(2)}`;
  if (form === 9) return `${letters(2)}${random.digits(1)} ${random.digits(1)}${letters(2)}`;
  if (form === 10) return `${random.digits(4)} ${letters(2)}`;
  return random.chance(0.5) ? `${random.digits(5)}-${random.digits(4)}` : `${random.digits(2)}-${random.digits(3)}`;
}
