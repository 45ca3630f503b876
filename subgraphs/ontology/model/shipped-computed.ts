import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import { stableId } from '../stable-id.ts';
import { inputsOf } from './expression/print.ts';
import { parsed } from './expression/parse.ts';
import { ownColumn } from './own-column.ts';

/** Attributes that the shipped ontology works out of others: those of which any input is there. */
export function shippedComputed(tenantId: string, base: ModelEntity, ontology: CanonicalOntology): ModelAttribute[] {
  const shipped = base.canonical === null ? undefined : ontology.byName.get(base.canonical);
  const known = new Set(base.attributes.map(({ name }) => name));
  return (shipped?.derived ?? []).flatMap((rule) => {
    if (!('fromExpression' in rule) || known.has(rule.name)) return [];
    const inputs = inputsOf(parsed(rule.fromExpression)).filter((name) => known.has(name));
    if (inputs.length < rule.atLeast) return [];
    return [
      {
        id: stableId(tenantId, base.name, rule.name),
        name: rule.name,
        label: rule.label,
        type: rule.type,
        semantic: rule.semantic,
        canonical: rule.name,
        column: ownColumn(rule.name, rule.type),
        synonyms: [...rule.synonyms],
        description: rule.description,
        currency: null,
        computed: { expression: rule.fromExpression, inputs },
      },
    ];
  });
}
