import type { Story } from './story.ts';

const PLAN = 'query ($question: String!) { ask(question: $question) { ... on Answer { plan { json } } } }';
const RESTRICTED = 'names of the rules that limit whoever asks; the owner sees all';
const OF_SOME = 'of questions of one kind only; QueryPlan.json, which is read, has all of a plan';
const DEEPER = 'a part of a plan deeper than replies are read here; QueryPlan.json, which is read, has all of it';

interface Asked {
  ask: { plan?: { json: Record<string, unknown> } };
}

/** What questions mean, plans that are given, and numbers by typed arguments. */
export const plans: Story = {
  name: 'plans',
  async live({ run, notes }) {
    for (const [name, question] of [
      ['counted', 'How many accounts do we have?'],
      ['split', 'What is our revenue by industry?'],
    ] as const) {
      const { ask } = await run<Asked>(PLAN, { question });
      if (ask.plan !== undefined) notes.set(`plan ${name}`, JSON.stringify(ask.plan.json));
    }
  },
  recipes: ({ notes }, known) => ({
    'Query.plan.question': ['What is our revenue by industry?', 'revenue in November 2025', 'Where do the wugs flurb?'],
    'Query.plan.persona': ['CFO'],
    'Query.plan.after': known.of('Answer.id').slice(0, 1),
    'Query.runPlan.plan': [
      ...['counted', 'split'].flatMap((name) => {
        const plan = notes.get(`plan ${name}`);
        return plan === undefined ? [] : [JSON.parse(plan) as unknown];
      }),
      { shape: 'VALUE', sources: [{ entity: 'Nothing' }] },
    ],
    'Query.query.measures': [[{ entity: 'Account' }], [{ metric: 'nothing' }]],
    'Query.query.by': [[{ entity: 'Account' }]],
    'Query.query.orderBy': [[{ dimension: 0, direction: 'ASCENDING' }]],
    'Query.query.where': [[{ entity: 'Account', filter: { blank: { field: { attribute: 'id' }, negated: true } } }]],
    'Query.query.period': [],
    'Query.query.compare': [],
    'ModelProviderInput.baseUrl': ['http://127.0.0.1:9/v1'],
    'ModelProviderInput.models': [['some-model']],
    'ModelProviderInput.apiKey': ['some-key'],
    'ModelProviderInput.inputPrice': [1.5],
    'ModelProviderInput.outputPrice': [6],
    'CompletePromptInput.instructions': ['Write a number.'],
    'CompletePromptInput.text': ['Which?'],
    'CompletePromptInput.form': [{ type: 'object' }],
  }),
  exempt: {
    ...Object.fromEntries(
      [
        'PlanField', 'PlanFieldValue', 'PlanNumber', 'PlanArithmetic', 'PlanDays', 'PlanCalendarPart', 'PlanAggregate', 'PlanConstant',
        'PlanCombination', 'PlanEquals', 'PlanCompare', 'PlanText', 'PlanBlank', 'PlanTime', 'PlanCalendarParts', 'PlanRelated', 'PlanNested',
        'PlanRecordSet', 'PlanCounted', 'PlanAny', 'PlanSource', 'PlanMeasure', 'PlanDimension', 'PlanPeriod', 'PlanCondition', 'PlanOrder',
        'PlanSpan', 'PlanShift',
      ].map((name) => [name, DEEPER]),
    ), // prettier-ignore
    'Planned.limitedBy': RESTRICTED,
    'QueryRows.limitedBy': RESTRICTED,
    ModelOpinion: 'needs a language model; tried in proposals/proposals.test.ts',
    'Answer.opinion': 'as ModelOpinion',
    'Query.modelProvider': 'a company’s own model would be asked at every question here; tried in proposals/proposals.test.ts',
    ModelProvider: 'as Query.modelProvider',
    PromptCompleted: 'needs a language model; tried in prompts/prompts.test.ts',
  },
  fleeting: {
    'ModelProviderTest.trouble': 'null where nothing is set up',
    'ModelProviderTest.model': 'null where nothing is set up',
    'PromptNotCompleted.trouble': 'null where nothing is set up',
    'PromptNotCompleted.cost': 'null where nothing is set up',
    'QueryPlan.columns': OF_SOME,
    'QueryPlan.having': OF_SOME,
    'QueryPlan.period': OF_SOME,
    'QueryPlan.compare': OF_SOME,
  },
  last: ['setModelProvider', 'testModelProvider', 'removeModelProvider'],
};
