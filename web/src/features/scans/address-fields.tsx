import { Field } from '../../ui/field.tsx';
import { formText } from '../session/form-text.ts';

/** Fields of a feed that is fetched, as a form names them. */
export const ADDRESS_FIELDS = ['address', 'header', 'secret'] as const;

interface AddressFieldsProps {
  /** What the feed has, where it is changed. */
  address?: string | undefined;
  header?: string | undefined;
  secretHint: string;
  beside: Partial<Record<(typeof ADDRESS_FIELDS)[number], string>>;
}

/** Where a feed is fetched from, and what is sent there. */
export function AddressFields({ address, header, secretHint, beside }: AddressFieldsProps) {
  return (
    <>
      <Field
        label="Address"
        name="address"
        type="url"
        required
        spellCheck={false}
        defaultValue={address}
        placeholder="https://example.com/exports/applications.json"
        hint="Every scan fetches what is there then, page by page."
        problem={beside.address}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Secret" name="secret" type="password" hint={secretHint} problem={beside.secret} />
        <Field
          label="Sent in the header"
          name="header"
          spellCheck={false}
          defaultValue={header}
          placeholder="authorization"
          hint="In authorization it is sent as a bearer token."
          problem={beside.header}
        />
      </div>
    </>
  );
}

/** What was typed into these fields, as the graph takes it; null: left empty. */
export function typedAddress(data: FormData): { address: string; header: string | null; secret: string | null } {
  const typed = (name: (typeof ADDRESS_FIELDS)[number]): string => formText(data, name).trim();
  return { address: typed('address'), header: typed('header') || null, secret: typed('secret') || null };
}
