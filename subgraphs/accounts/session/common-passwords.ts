/** Words that passwords begin with, as lists of leaked ones have them. What is put around them (digits, signs, a year) is what everybody puts. */
const WORDS = new Set(
  `password passwort passord passwd pass parola contrasena motdepasse senha wachtwoord haslo salasana qwerty qwertz azerty qwertyuiop
  qwertyuiopasdfghjkl asdfghjkl zxcvbnm asdfgh zxcvbn asdf letmein welcome willkommen bienvenue admin administrator root superuser login
  master monkey dragon football baseball basketball soccer hockey superman batman spiderman pokemon starwars ironman sunshine princess
  princesa iloveyou iloveu loveyou ilovejesus trustno trustnoone whatever shadow michael jordan michelle jennifer jessica ashley charlie
  daniel thomas andrew matthew joshua anthony nicole amanda hannah samantha computer internet samsung google facebook microsoft windows
  linkedin secret geheim changeme changeit default guest testtest test tester testing temp temporary access killer ferrari mercedes
  corvette mustang harley freedom forever flower butterfly chocolate cookie pepper ginger summer winter spring autumn sommer january
  february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday
  hello helloworld helloo hallo bonjour company business office manager marketing finance sales support service system server database
  oracle cisco hunter buster tigger liverpool arsenal chelsea barcelona juventus manutd cowboys yankees lakers steelers packers
  mypassword mypass thepassword newpassword oldpassword yourpassword passwordpassword adminadmin rootroot userpass user username
  abcdefghij abcdefghijk abcdefgh abcdef abcd abc qazwsx qazwsxedc wsxedc oneqaz qweasd qweasdzxc qwer qwert qwe asd zxc zaq xsw
  godisgood jesuschrist jesus blessed heaven angel angels babygirl sweetheart lovely family mother father friends bestfriend
  autonomos ilovemyself nothing something everything anything letmeinnow openup opensesame abracadabra supersecret topsecret`.split(/\s+/u),
);

/** Digits and signs that stand for letters. */
const LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '€': 'e',
};
const ROWS = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'yxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
];
const COLUMNS = [
  '1qaz',
  '2wsx',
  '3edc',
  '4rfv',
  '5tgb',
  '6yhn',
  '7ujm',
  '8ik',
  '9ol',
  '0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'a1s2d3f4',
  'z1x2c3v4',
  'qazwsxedcrfvtgb',
];
const RUNS = [...ROWS, ...COLUMNS, ...COLUMNS.map((column) => column.slice(1))];
const MIN_RUN_CHARACTERS = 3;
/** With so few different signs nothing is worth guessing. */
const MIN_DIFFERENT = 5;
/** What a guesser has to find beyond common words and runs of keys. */
const MIN_REST_CHARACTERS = 4;

/**
 * Whether a guesser would try it early: a leaked word with what people put around it, keys beside one another, dates, repetitions. Bounded: a few
 * hundred words and the rows of keyboards, no list of millions.
 */
export function isCommonPassword(password: string): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  if (new Set(text).size < MIN_DIFFERENT || isRepetition(text)) return true;
  const bare = text.replace(/[^\p{L}]+$/u, '');
  return [text, unmasked(text), unmasked(bare)].some((form) => restOf(form).length < MIN_REST_CHARACTERS);
}

function isRepetition(text: string): boolean {
  for (let length = 1; length <= Math.min(6, text.length / 2); length++)
    if (
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .slice(0, text.length) === text
    )
      return true;
  return false;
}

function unmasked(text: string): string {
  return text.replaceAll(/[013457@$!€]/gu, (sign) => LETTERS[sign] ?? sign);
}

/** What is left when common words, runs of keys, digits and signs are taken out. */
function restOf(text: string): string {
  const parts = text.split(/[^\p{L}\p{N}]+/u).map((part) => withoutWord(withoutRuns(part)));
  return parts.map((part) => withoutWord(part.replaceAll(/\d+/gu, ''))).join('');
}

function withoutWord(part: string): string {
  const bare = part.replaceAll(/^\d+|\d+$/gu, '');
  if (WORDS.has(bare)) return '';
  for (let cut = 3; cut <= bare.length - 3; cut++) if (WORDS.has(bare.slice(0, cut)) && WORDS.has(bare.slice(cut))) return '';
  return part;
}

/** Takes out what is typed by running over keys, forwards or backwards. */
function withoutRuns(part: string): string {
  let rest = '';
  for (let at = 0; at < part.length;) {
    const length = runAt(part, at);
    if (length >= MIN_RUN_CHARACTERS) at += length;
    else rest += part[at++];
  }
  // A word of everyday language has short runs in it; only what nearly nothing is left of is one.
  return rest.length < MIN_REST_CHARACTERS ? rest : part;
}

function runAt(part: string, at: number): number {
  let longest = 1;
  for (const run of RUNS)
    for (const keys of [run, Array.from(run).toReversed().join('')])
      while (longest < part.length - at && keys.includes(part.slice(at, at + longest + 1))) longest += 1;
  return longest;
}
