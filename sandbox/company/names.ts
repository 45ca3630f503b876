import type { Random } from './random.ts';

const FIRST = ['Ada','Bruno','Carla','Derek','Elif','Farid','Greta','Hugo','Ines','Jonas','Kaya','Lena','Marco','Nadia','Oscar','Petra','Quentin','Rosa','Samir','Tessa','Umar','Vera','Wim','Xenia','Yusuf','Zoe','Amara','Bela','Chiara','Dario']; // prettier-ignore
const LAST = ['Abbott','Berger','Castillo','Dubois','Eriksen','Fontaine','Gallo','Hoffmann','Ivanov','Jansen','Keller','Lindqvist','Moreau','Novak','Okafor','Peters','Quinn','Rossi','Silva','Tanaka','Ueda','Vogel','Weber','Xu','Yilmaz','Zhang','Almeida','Brandt','Costa','Demir']; // prettier-ignore
const HEADS = ['Alder','Amber','Arbor','Aspen','Beacon','Birch','Blue Harbor','Bramble','Bright Loom','Canyon','Cedar','Clearwater','Cobalt','Copper','Coral','Crest','Delta','Drift','Eagle','Echo','Elm','Ember','Falcon','Fern','Flint','Forge','Gale','Garnet','Glen','Granite','Grove','Harbor','Hazel','Heron','Hollow','Indigo','Iron','Ivory','Jade','Juniper','Kestrel','Keystone','Lark','Lumen','Maple','Marlow','Meadow','Mesa','Mill','Mint','Moor','North','Oak','Onyx','Opal','Orchid','Otter','Pine','Plum','Quarry','Quartz','Raven','Reed','Ridge','River','Rowan','Sable','Sage','Shore','Silver','Slate','Spruce','Sterling','Stone','Summit','Swift','Thistle','Timber','Umber','Vale','Vista','Willow','Wren','Zephyr']; // prettier-ignore
const TAILS = ['Logistics','Foods','Health','Robotics','Media','Energy','Analytics','Insurance','Capital','Textiles','Motors','Labs','Retail','Aerospace','Pharma','Software','Networks','Materials','Marine','Education']; // prettier-ignore
const FORMS = ['Inc', 'LLC', 'Corp', 'GmbH', 'Ltd', 'Group', 'AB', 'SA'] as const;

/** How vendors write the same company. */
export type NameStyle = 'CRM' | 'BILLING' | 'SUPPORT' | 'METERING';

export interface CompanyName {
  stem: string;
  form: string;
  domain: string;
}

/** Names of companies that do not repeat. */
export function companyNames(count: number, random: Random): CompanyName[] {
  const stems = HEADS.flatMap((head) => TAILS.map((tail) => `${head} ${tail}`));
  for (let i = stems.length - 1; i > 0; i--) {
    const j = random.int(0, i);
    [stems[i], stems[j]] = [stems[j] ?? '', stems[i] ?? ''];
  }
  return stems
    .slice(0, count)
    .map((stem) => ({ stem, form: random.pick(FORMS), domain: `${stem.toLowerCase().replaceAll(/[^a-z]/g, '')}.example` }));
}

/** The company's name as people typed it into one system: no two systems agree on all. */
export function nameIn(style: NameStyle, { stem, form }: CompanyName, random: Random): string {
  const plain = `${stem} ${form}`;
  if (style === 'CRM')
    return random.weighted([
      [plain, 90],
      [stem, 6],
      [` ${plain}`, 2],
      [stem.toUpperCase(), 2],
    ] as const);
  if (style === 'BILLING') return random.weighted([[plain, 55], [`${stem}, ${form}.`, 20], [stem, 10], [`${stem.toUpperCase()} ${form.toUpperCase()}`, 15]] as const); // prettier-ignore
  if (style === 'SUPPORT')
    return random.weighted([
      [stem, 60],
      [stem.toLowerCase(), 20],
      [plain, 20],
    ] as const);
  return random.weighted([
    [stem.toLowerCase().replaceAll(' ', '-'), 80],
    [stem.toLowerCase().replaceAll(' ', '_'), 20],
  ] as const);
}

export function personName(random: Random): { first: string; last: string } {
  return { first: random.pick(FIRST), last: random.pick(LAST) };
}
