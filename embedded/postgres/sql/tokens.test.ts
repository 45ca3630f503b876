import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitStatements, tokenize } from './tokens.ts';

const shape = (sql: string) => tokenize(sql).map((token) => `${token.kind}:${token.text}`);

describe('tokenize', () => {
  it('tells words from every kind of quoted text', () => {
    expect(shape(`Select "A""b", 'it''s', E'a\\'b', $1, $$x;y$$, $t$ $$ $t$, U&"s" -- set role\n from t`)).toEqual([
      'word:select',
      'quoted:A"b',
      'other:,',
      "string:it's",
      'other:,',
      "string:a\\'b",
      'other:,',
      'parameter:1',
      'other:,',
      'body:x;y',
      'other:,',
      'body: $$ ',
      'other:,',
      'unicode:s',
      'word:from',
      'word:t',
    ]);
  });
  it('follows nested comments', () => expect(shape('a /* b /* c */ d */ e')).toEqual(['word:a', 'word:e']));
  it('takes a no-break space for a letter, as PostgreSQL does', () =>
    expect(shape("\u00a0e'\\' x")).toEqual(['word:\u00a0e', 'string:\\', 'word:x']));
  it('cuts statements at semicolons outside quotes', () => expect(splitStatements(tokenize("a ';' ; ; $$;$$"))).toHaveLength(2));
  it('ends on any text, with no more tokens than characters', () => {
    const unit = fc.constantFrom("'", '"', '$', '/', '*', '-', '\\', 'e', 'U', '&', ' ', '\n', '1', ';');
    fc.assert(
      fc.property(fc.string({ unit }), (sql) => {
        expect(tokenize(sql).length).toBeLessThanOrEqual(sql.length);
      }),
    );
  });
});
