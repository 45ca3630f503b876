/** A column of two to four values, among them one for women and one for men, is certain to be about that. */
const MAX_VALUES = 4;
const FEMALE = /^(?:f|female)$/i;
const MALE = /^(?:m|male)$/i;

/** What people say for the values of a column of genders (`F`, `Male`), with the value meant; nothing for other columns. */
export function gendersOf(values: readonly string[]): [string, string][] {
  if (values.length < 2 || values.length > MAX_VALUES) return [];
  const female = values.find((value) => FEMALE.test(value));
  const male = values.find((value) => MALE.test(value));
  if (female === undefined || male === undefined) return [];
  const words = (said: string[], value: string): [string, string][] =>
    said.filter((word) => word !== value.toLowerCase()).map((word) => [word, value]);
  return [...words(['female', 'females', 'women'], female), ...words(['male', 'males', 'men'], male)];
}
