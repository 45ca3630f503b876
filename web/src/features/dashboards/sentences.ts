export interface Sentence {
  sentence: string;
  about: string;
}

const ALWAYS: readonly Sentence[] = [
  { sentence: 'CFO dashboard', about: 'Revenue, costs, margin, cash' },
  { sentence: 'CRO dashboard', about: 'Accounts, pipeline, opportunities' },
  { sentence: 'COO dashboard', about: 'Usage, tickets, service levels' },
  { sentence: 'CTO dashboard', about: 'Assets, owners, risks' },
  { sentence: 'Business overview', about: 'What matters most, from all sides' },
];
const YEAR = /\b(19|20)\d{2}\b/;

/** Dashboards to try; when the data's own questions name a year, its results are among them. Pure. */
export function sentencesFor(questions: readonly string[]): readonly Sentence[] {
  const year = questions.map((question) => YEAR.exec(question)?.[0]).find((found) => found !== undefined);
  return year ? [{ sentence: `${year} results`, about: `How ${year} went` }, ...ALWAYS] : ALWAYS;
}
