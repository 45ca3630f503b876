import { Field, InputType, registerEnumType } from 'type-graphql';
import { VENDORS, type VendorKind } from './vendors.ts';

export const VendorEnum = Object.fromEntries(Object.keys(VENDORS).map((kind) => [kind, kind])) as { readonly [Kind in VendorKind]: Kind };
registerEnumType(VendorEnum, {
  name: 'Vendor',
  description: 'Vendors whose API can be connected.',
  valuesConfig: Object.fromEntries(
    Object.entries(VENDORS).map(
      ([
        kind,
        {
          descriptor: { description },
        },
      ]) => [kind, { description }],
    ),
  ),
});

@InputType({ description: 'Which vendor’s API to connect.' })
export class ConnectVendorInput {
  @Field(() => VendorEnum, { description: 'Whose API it is.' })
  vendor!: VendorKind;

  @Field(() => String, { description: 'Base address of the API, such as https://api.stripe.com.' })
  address!: string;

  @Field(() => String, {
    description:
      'Key or token: a Salesforce access token or `consumer key:consumer secret`, a Stripe secret key, Zendesk’s `e-mail/token:key`, a NetSuite or Metronome token. It is sealed and never shown again.',
  })
  secret!: string;

  @Field(() => String, { nullable: true, description: 'What to call the connection; the vendor’s name when left out.' })
  name?: string | null;
}
