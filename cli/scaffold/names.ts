/** A connector's name in the forms that code wants. */
export interface ConnectorNames {
  /** `acme-crm`: folders and files. */
  folder: string;
  /** `acmeCrm`: what is exported. */
  camel: string;
  /** `ACME_CRM`: the kind in the graph. */
  kind: string;
  /** `Acme Crm`: what people read until you write it better. */
  label: string;
}

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const MAX_CHARACTERS = 30;

/** @returns null when it is no name */
export function connectorNames(name: string): ConnectorNames | null {
  if (!NAME.test(name) || name.length > MAX_CHARACTERS) return null;
  const words = name.split('-');
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return {
    folder: name,
    camel: [words[0], ...words.slice(1).map(capital)].join(''),
    kind: words.join('_').toUpperCase(),
    label: words.map(capital).join(' '),
  };
}
