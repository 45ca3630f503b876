import fc from 'fast-check';

/** What somebody holds, and what a coordinate asks for: plain data, so that the tests' own judge needs nothing of the product's. */
export interface Held {
  authenticated: boolean;
  scopes: readonly string[];
  policies: readonly string[];
}

export interface Asked {
  authenticated: boolean;
  scopes: readonly (readonly string[])[] | null;
  policies: readonly (readonly string[])[] | null;
}

/** A small graph with rules on it. Every object type `T` has `T.text`, and leads to others as `leads` says. */
export interface World {
  /** Coordinate → rule. */
  rules: Readonly<Record<string, Asked>>;
  sdl: string;
}

/** Object types, and what each of their fields returns. Interfaces and unions have members among them. */
export const OBJECTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Query: { a: 'A', b: 'B', near: 'Near', far: '[Far]', any: '[Any!]', level: 'Level' },
  A: { text: 'String', code: 'Code', next: 'A', peer: 'Near', list: '[B]' },
  B: { text: 'String', level: 'Level', next: 'Near', any: 'Any', list: '[[A]]' },
  C: { text: 'String', code: 'Code', level: 'Level', far: 'Far', own: 'C' },
};
export const MEMBERS: Readonly<Record<string, readonly string[]>> = { Near: ['A', 'B'], Far: ['B', 'C'], Any: ['A', 'C'] };
export const INTERFACES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Near: { text: 'String', next: 'Near' },
  Far: { text: 'String', level: 'Level' },
};
const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated", "@requiresScopes", "@policy"])';

const names = fc.array(fc.subarray(['one', 'two', 'three'], { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 });
const asked: fc.Arbitrary<Asked> = fc
  .record({ authenticated: fc.boolean(), scopes: fc.option(names, { freq: 2 }), policies: fc.option(names, { freq: 2 }) })
  .filter(({ authenticated, scopes, policies }) => authenticated || scopes !== null || policies !== null);

const coordinates = [
  ...Object.entries(OBJECTS).flatMap(([type, fields]) => [
    ...(type === 'Query' ? [] : [type]),
    ...Object.keys(fields).map((field) => `${type}.${field}`),
  ]),
  'Code',
  'Level',
];

/** A world with a few rules. */
export const world: fc.Arbitrary<World> = fc
  .tuple(fc.subarray(coordinates, { maxLength: 7 }), fc.array(asked, { minLength: 7, maxLength: 7 }))
  .map(([on, all]) => {
    const rules = Object.fromEntries(on.map((coordinate, index) => [coordinate, all[index] as Asked]));
    return { rules, sdl: sdlOf(rules) };
  });

/** Somebody. */
export const held: fc.Arbitrary<Held> = fc.record({
  authenticated: fc.boolean(),
  scopes: fc.subarray(['one', 'two', 'three']),
  policies: fc.subarray(['one', 'two', 'three']),
});

function sdlOf(rules: Readonly<Record<string, Asked>>): string {
  const on = (coordinate: string): string => directives(rules[coordinate]);
  const fieldsOf = (type: string, fields: Readonly<Record<string, string>>): string =>
    Object.entries(fields)
      .map(([name, returns]) => `${name}: ${returns} ${on(`${type}.${name}`)}`)
      .join('\n');
  const objects = Object.entries(OBJECTS).map(([name, fields]) => {
    const interfaces = Object.keys(INTERFACES).filter((each) => MEMBERS[each]?.includes(name));
    const implemented = interfaces.length === 0 ? '' : `implements ${interfaces.join(' & ')}`;
    return `type ${name} ${implemented} ${on(name)} { ${fieldsOf(name, fields)} }`;
  });
  const interfaces = Object.entries(INTERFACES).map(([name, fields]) => `interface ${name} { ${fieldsOf(name, fields)} }`);
  return [LINK, ...interfaces, `union Any = A | C`, `scalar Code ${on('Code')}`, `enum Level ${on('Level')} { LOW HIGH }`, ...objects].join(
    '\n',
  );
}

function directives(rule: Asked | undefined): string {
  if (rule === undefined) return '';
  return [
    rule.authenticated ? '@authenticated' : '',
    rule.scopes === null ? '' : `@requiresScopes(scopes: ${JSON.stringify(rule.scopes)})`,
    rule.policies === null ? '' : `@policy(policies: ${JSON.stringify(rule.policies)})`,
  ].join(' ');
}
