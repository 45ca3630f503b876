/** The pages of the Unify stage, each with an address of its own. */
export const UNIFY_TABS = [
  { to: '/ontology', label: 'Model', end: true },
  { to: '/ontology/mappings', label: 'Mappings' },
] as const;
