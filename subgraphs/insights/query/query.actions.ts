import { defineActions, MEMBERS } from '../../kernel/permissions/actions.ts';

/** What a query plan is made of: part of every answer. */
export const PLAN_TYPES = [
  'TokenAlternative',
  'QueryPlan',
  'PlanSource',
  'PlanSpan',
  'PlanShift',
  'PlanMeasure',
  'PlanDimension',
  'PlanPeriod',
  'PlanCondition',
  'PlanOrder',
  'PlanField',
  'PlanFieldValue',
  'PlanNumber',
  'PlanArithmetic',
  'PlanDays',
  'PlanCalendarPart',
  'PlanAggregate',
  'PlanConstant',
  'PlanCombination',
  'PlanEquals',
  'PlanCompare',
  'PlanText',
  'PlanBlank',
  'PlanTime',
  'PlanCalendarParts',
  'PlanRelated',
  'PlanNested',
  'PlanRecordSet',
  'PlanCounted',
  'PlanAny',
] as const;

/** What plans need; merged into the actions of insights. */
export const queryActions = defineActions({
  'plans.run': {
    description: 'reading what questions mean, and running query plans',
    audience: MEMBERS,
    covers: [
      'Query.plan',
      'Query.runPlan',
      'Query.query',
      'Planned',
      'QueryRows',
      'QueryRow',
      'QueryRowEdge',
      'PageInfo',
      'ResultColumn',
      'Declined',
      ...PLAN_TYPES,
      'InputRefused',
      'InputProblem',
    ],
  },
});
