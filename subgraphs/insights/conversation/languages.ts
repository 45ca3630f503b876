/** Words that hold sentences of other languages together, and that English does not have. */
const FOREIGN = new Set(
  [
    'der die das und ist wie viele viel wir unser unsere unseren umsatz kunden welche welcher welches von mit für im letzten letzter letztes jahr monat zeige mir haben hoch wurden sind nicht kosten einen eine dem den zum zur pro gibt wieviel bei aus nach',
    'le la les des est quel quelle quels quelles combien nous notre nos dans pour avec clients chiffre affaires année mois dernier dernière montre moi sont avons par du une et sur au aux',
    'el los las es cuál cuáles cuánto cuántos cuántas cuanto cuantos tenemos nuestro nuestra nuestros ingresos clientes ventas año mes pasado muéstrame por para con del una y cuales que cual',
    'il gli è quanto quanti quante abbiamo nostro nostra clienti ricavi anno mese scorso mostra per con della dei che qual quali sono',
    'qual quais quanto quantos temos nosso nossa clientes receita vendas ano mês passado mostre para com dos das uma foi é',
    'de het een hoeveel wij onze klanten omzet jaar maand vorige toon voor met van zijn hebben wat welke',
    'ile jest nasze klientów przychód rok miesiąc pokaż dla jaki jakie ilu mamy',
    'hur många är våra kunder intäkter året förra visa vad hvor mange er vores omsætning kunder sidste år vis',
    'kaç müşteri gelir nedir geçen yıl bu bizim göster',
  ]
    .join(' ')
    .split(' '),
);
const ENGLISH = new Set(
  'the a an is are was were do does did how many much what which who where when why our we us by of in for from with last this and or show list give me per to not on at vs top have has had all any each year month quarter week day pls please than over under more less'.split(
    ' ',
  ),
);
/** Words of other languages that English sentences and telegrams hold as well. */
const SHARED = new Set([
  'die',
  'la',
  'le',
  'los',
  'las',
  'el',
  'de',
  'per',
  'pro',
  'con',
  'par',
  'van',
  'y',
  'il',
  'era',
  'due',
  'plan',
  'so',
  'an',
  'la',
  'all',
  'me',
  'est',
  'es',
  'con',
  'a',
  'no',
  'on',
  'in',
  'as',
  'be',
  'do',
  'is',
  'at',
  'was',
  'bei',
  'clients',
  'mange',
  'vis',
  'mes',
  'ano',
  'er',
  'bu',
]);
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/gu;
/** Beyond this share of its letters in another script, a question is in another language; below, it names something. */
const MOST_LETTERS = 0.4;

/** Whether a text is in a language other than English. @param known whether the tenant's data or the grammar has a word */
export function isForeign(text: string, known: (word: string) => boolean): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const others = text.match(OTHER_SCRIPT)?.filter((letter) => /\p{L}/u.test(letter)).length ?? 0;
  if (letters > 0 && others / letters > MOST_LETTERS) return true;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const foreign = words.filter((word) => FOREIGN.has(word) && !ENGLISH.has(word));
  const certain = foreign.filter((word) => !SHARED.has(word) && !known(word));
  const english = words.filter((word) => ENGLISH.has(word) && !FOREIGN.has(word)).length;
  return certain.length > 0 && foreign.length >= 2 && foreign.length > english;
}
