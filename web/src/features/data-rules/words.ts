import type { ColumnMaskFieldsFragment, MaskMode, RowRuleFieldsFragment, SensitiveKind } from '../../gql/graphql.ts';
import { ROLES } from '../members/roles.ts';

type Audience = RowRuleFieldsFragment['audience'];

/** How much of a masked value is left, as people say it. */
export const MODES: Record<MaskMode, { label: string; hint: string }> = {
  HIDE: { label: 'Hidden', hint: 'Nothing is left: it cannot be read, asked for, grouped, filtered or sorted by.' },
  PSEUDONYM: { label: 'Pseudonym', hint: 'A made-up name, the same for the same value: it can be counted and grouped by.' },
  PARTIAL: { label: 'In part', hint: 'A first letter, last digits, a size. It can be shown, nothing else.' },
};

/** Kinds of attributes, as people say it. */
export const KINDS: Record<SensitiveKind, string> = {
  EMAIL: 'E-mail addresses',
  PHONE: 'Telephone numbers',
  SALARY: 'What people earn',
  PERSON: 'Names of people',
};

const listed = (words: readonly string[], last: string): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;

/** Whom a rule restricts, in a phrase. */
export function audienceText({ roles, groups, everybodyBut }: Audience): string {
  const named = [...roles.map((role) => `${ROLES[role].label.toLowerCase()}s`), ...groups.map((group) => `group “${group}”`)];
  if (everybodyBut) return named.length === 0 ? 'everybody but owners' : `everybody but owners, ${listed(named, 'and')}`;
  return listed(named, 'and');
}

/** What a row rule says, in a sentence. */
export function rowRuleText({ entityType, path, operator, values, userAttribute, audience }: RowRuleFieldsFragment): string {
  const said =
    userAttribute === null
      ? listed(
          values.map((value) => `“${value}”`),
          'or',
        )
      : `their own “${userAttribute}”`;
  const is = operator === 'IN' ? 'is' : 'is not';
  return `Of ${entityType}, ${audienceText(audience)} see those whose ${path} ${is} ${said}.`;
}

/** What a mask says, in a sentence. */
export function maskText({ entityType, attribute, sensitive, mode, audience }: ColumnMaskFieldsFragment): string {
  const what = sensitive ? `${KINDS[sensitive]}${entityType ? ` of ${entityType}` : ''}` : `${entityType ?? ''}.${attribute ?? ''}`;
  const how: Record<MaskMode, string> = { HIDE: 'hidden from', PSEUDONYM: 'pseudonyms for', PARTIAL: 'shown in part to' };
  return `${what}: ${how[mode]} ${audienceText(audience)}.`;
}

/** Words that are typed with commas between them. */
export const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  ),
];

/** Attributes that are typed a line each: `region: North, East`. */
export function attributesOf(lines: string): { name: string; values: string[] }[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...rest] = line.split(':');
      return { name: name.trim(), values: wordsOf(rest.join(':')) };
    });
}
