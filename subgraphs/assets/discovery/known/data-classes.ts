/** Sorts of data, the gravest first; sensitivity 0 – 1. */
export const DATA_CLASSES = {
  /** Special categories of personal data, GDPR article 9; protected health information, HIPAA. */
  HEALTH: { sensitivity: 1, says: 'health data', personal: true },
  /** Account data of payment cards, PCI DSS. */
  PAYMENT_CARD: { sensitivity: 0.95, says: 'payment card data', personal: true },
  SECRETS: { sensitivity: 0.95, says: 'passwords, keys or secrets', personal: false },
  /** Wages, applications, appraisals. */
  EMPLOYEES: { sensitivity: 0.8, says: 'data about employees', personal: true },
  FINANCIAL: { sensitivity: 0.75, says: 'financial records', personal: false },
  /** Personal data, GDPR article 4. */
  PERSONAL: { sensitivity: 0.7, says: 'personal data', personal: true },
  SOURCE_CODE: { sensitivity: 0.65, says: 'source code', personal: false },
  COMMUNICATION: { sensitivity: 0.6, says: 'what people write to each other', personal: true },
  DOCUMENTS: { sensitivity: 0.5, says: 'documents', personal: false },
  INTERNAL: { sensitivity: 0.3, says: 'internal data', personal: false },
  PUBLIC: { sensitivity: 0, says: 'public data', personal: false },
} as const satisfies Record<string, { sensitivity: number; says: string; personal: boolean }>;
export type DataClass = keyof typeof DATA_CLASSES;

/** Words of records and categories that tell the sort of data, and whether such an application usually is the system of record for it. */
const BY_WORDS: readonly (readonly [pattern: RegExp, dataClass: DataClass, ofRecord: boolean])[] = [
  [/\b(?:health|medical|patient|phi|hipaa|ehr|emr|clinical|article ?9|special categor)/, 'HEALTH', true],
  [/\b(?:pci|card ?holder|payment ?card|payments?|checkout|point of sale|pos)\b/, 'PAYMENT_CARD', false],
  [/\b(?:secrets?|credentials?|passwords?|vault|identity|idp|sso|iam|pam|certificates?)\b/, 'SECRETS', true],
  [/\b(?:hr|hris|hcm|human resources|payroll|recruit\w*|talent|ats|employees?|people|benefits)\b/, 'EMPLOYEES', true],
  [
    /\b(?:erp|financ\w*|accounting|general ledger|ledger|billing|invoic\w*|expenses?|procurement|treasury|tax|banking|spend)\b/,
    'FINANCIAL',
    true,
  ],
  [
    /\b(?:crm|customers?|sales|marketing|support|help ?desk|service desk|contacts?|pii|personal|gdpr|survey|e-?commerce|advertis\w*|analytics)\b/,
    'PERSONAL',
    true,
  ],
  [/\b(?:source code|code|repositor\w*|vcs|git|ci ?cd|devops|developer)\b/, 'SOURCE_CODE', true],
  [/\b(?:e-?mail|mail|chat|messag\w*|communication|collaboration|video|conferenc\w*|meetings?)\b/, 'COMMUNICATION', false],
  [
    /\b(?:files?|storage|documents?|docs|drive|wiki|knowledge|notes|productivity|design|e-?signature|contracts?|legal|backup)\b/,
    'DOCUMENTS',
    false,
  ],
  [/\b(?:confidential|restricted|sensitive)\b/, 'PERSONAL', false],
  [
    /\b(?:internal|project management|saas|application|itsm|monitoring|observability|databases?|data ?warehouse|infrastructure)\b/,
    'INTERNAL',
    false,
  ],
  [/\b(?:public|website|news|travel)\b/, 'PUBLIC', false],
];

/** The sort of data that words of a record tell, as it is written; null when they tell none. */
export function dataClassOf(words: string): { dataClass: DataClass; ofRecord: boolean } | null {
  const text = words.toLowerCase().replaceAll(/[_/&-]+/g, ' ');
  const found = BY_WORDS.find(([pattern]) => pattern.test(text));
  return found === undefined ? null : { dataClass: found[1], ofRecord: found[2] };
}
