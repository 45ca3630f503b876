import type { Context } from '../context.ts';
import type { ModelAttribute } from '../../../../schema/events/semantic-model.ts';
import type { Piece } from './pieces.ts';
import { words } from './sentence-words.ts';

/** Adjectives and what is said of records of which they do not hold. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['open', 'closed'], ['active', 'inactive'], ['alive', 'dead'], ['paid', 'unpaid'], ['public', 'private'], ['available', 'unavailable'], ['verified', 'unverified'], ['valid', 'invalid'], ['free', 'paid'], ['new', 'old'], ['full', 'empty'], ['married', 'single'], ['enabled', 'disabled'], ['permanent', 'temporary'], ['domestic', 'foreign'], ['online', 'offline'], ['visible', 'hidden'], ['approved', 'rejected'], ['successful', 'failed'], ['complete', 'incomplete'], ['completed', 'uncompleted'], ['legal', 'illegal'], ['official', 'unofficial'], ['male', 'female'],
]; // prettier-ignore

const opposites = new Map(OPPOSITES.flatMap(([a, b]): [string, string][] => [[a, b], [b, a]])); // prettier-ignore

/** What a flag says of the records of which it holds: `isOpen`, `has_parking` → open, parking. */
function saidBy(context: Context, entity: string, attribute: ModelAttribute): string | null {
  const values = context.profile.entities[entity]?.attributes[attribute.name];
  const zeroOne = attribute.type === 'INTEGER' && values?.min != null && ['0', '1'].includes(values.min) && ['0', '1'].includes(values.max ?? ''); // prettier-ignore
  if (attribute.type !== 'BOOLEAN' && !zeroOne) return null;
  const said = words(attribute.label).filter((word) => !['is', 'has', 'was', 'flag', 'are', 'can'].includes(word));
  return said.length === 0 || said.length > 2 ? null : said.join(' ');
}

/** Adjectives that a flag holds, or their opposites, stand for its values: `open businesses` are those with `is_open`. */
export function withFlags(context: Context, pieces: readonly Piece[]): Piece[] {
  const flags = context.model.model.entities.flatMap((entity) =>
    entity.attributes.flatMap((attribute) => {
      const said = saidBy(context, entity.name, attribute);
      return said === null ? [] : [{ entity: entity.name, attribute, said }];
    }),
  );
  if (flags.length === 0) return [...pieces];
  return pieces.map((piece) => {
    // `theatres have parking`: the things and the flag in one name.
    const whole = flags.find(({ entity, attribute, said }) => piece.text.endsWith(` ${said}`) && piece.attributes.some((each) => each.entity === entity && each.attribute === attribute.name)); // prettier-ignore
    if (whole !== undefined)
      return { ...piece, attributes: [], entities: [{ entity: whole.entity, exact: true }], values: [{ entity: whole.entity, attribute: whole.attribute.name, value: whole.attribute.type === 'BOOLEAN' ? 'true' : '1', exact: true }] }; // prettier-ignore
    if (piece.entities.length > 0 || piece.values.length > 0) return piece;
    const bare = piece.text.replace(/^(?:un|in|non)-?/u, '');
    const values = flags.flatMap(({ entity, attribute, said }) => {
      const holds =
        said === piece.text ? true : said === opposites.get(piece.text) || (bare !== piece.text && said === bare) ? false : null;
      if (holds === null) return [];
      const value = attribute.type === 'BOOLEAN' ? String(holds) : holds ? '1' : '0';
      return [{ entity, attribute: attribute.name, value, exact: true }];
    });
    return values.length === 0 ? piece : { ...piece, attributes: [], relations: [], values };
  });
}
