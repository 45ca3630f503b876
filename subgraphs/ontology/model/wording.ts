import type { OntologyChange } from './change.ts';
import { modelErrors } from './model.errors.ts';

const MAX_LABEL = 100;
const MAX_DESCRIPTION = 2_000;
const MAX_SYNONYMS = 50;
const MAX_UNIT = 30;

/** Bounds of what people write. @throws ONTOLOGY_EDIT_INVALID */
export function checkWording(change: OntologyChange): void {
  const refuse = (reason: string): never => {
    throw modelErrors.ONTOLOGY_EDIT_INVALID({ reason });
  };
  if ('label' in change) {
    for (const label of [change.label, 'pluralLabel' in change ? change.pluralLabel : null])
      if (label !== null && (label.trim() === '' || label.length > MAX_LABEL)) refuse(`A label has 1 to ${MAX_LABEL} characters.`);
    if ((change.description?.length ?? 0) > MAX_DESCRIPTION) refuse(`A description has ${MAX_DESCRIPTION} characters at most.`);
    const synonyms = change.synonyms ?? [];
    if (synonyms.length > MAX_SYNONYMS || synonyms.some((text) => text.trim() === '' || text.length > MAX_LABEL))
      refuse(`There are ${MAX_SYNONYMS} synonyms at most, each with 1 to ${MAX_LABEL} characters.`);
  }
  if ('unit' in change && change.unit !== null && (change.unit.trim() === '' || change.unit.length > MAX_UNIT))
    refuse(`A unit has 1 to ${MAX_UNIT} characters.`);
}
