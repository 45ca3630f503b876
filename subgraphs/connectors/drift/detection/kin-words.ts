/** Words that systems use for the same thing in the names of their fields. */
const KIN: readonly (readonly string[])[] = [
  ['amount', 'total', 'sum', 'value'],
  ['name', 'title', 'label'],
  ['id', 'identifier', 'key', 'number', 'no', 'code'],
  ['type', 'kind', 'category', 'class'],
  ['status', 'state', 'stage', 'phase'],
  ['description', 'desc', 'note', 'notes', 'memo', 'comment', 'remark', 'details'],
  ['customer', 'client', 'account', 'buyer'],
  ['company', 'organization', 'organisation', 'org', 'business', 'firm'],
  ['email', 'mail'],
  ['phone', 'telephone', 'tel', 'mobile', 'cell'],
  ['zip', 'postal', 'postcode', 'zipcode'],
  ['quantity', 'qty', 'count', 'units'],
  ['price', 'rate', 'cost', 'fee'],
  ['created', 'added', 'opened', 'inserted'],
  ['updated', 'modified', 'changed'],
  ['deleted', 'removed', 'archived'],
  ['start', 'begin', 'from', 'since'],
  ['end', 'finish', 'until', 'to', 'close'],
  ['date', 'day', 'on'],
  ['time', 'timestamp', 'at', 'datetime'],
  ['active', 'enabled'],
  ['owner', 'assignee', 'responsible', 'agent', 'rep'],
  ['user', 'member', 'person', 'employee'],
  ['city', 'town'],
  ['region', 'area', 'territory'],
  ['country', 'nation'],
  ['product', 'item', 'article', 'sku'],
  ['vendor', 'supplier', 'seller'],
  ['sector', 'industry', 'vertical'],
  ['revenue', 'income', 'sales', 'turnover'],
];

const GROUP = new Map(KIN.flatMap((words, group) => words.map((word) => [word, group] as const)));

/** Whether two words are used for the same thing. */
export function areKin(a: string, b: string): boolean {
  const group = GROUP.get(a);
  return group !== undefined && group === GROUP.get(b);
}
