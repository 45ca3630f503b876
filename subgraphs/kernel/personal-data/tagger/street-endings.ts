/** Endings of one-word streets, folded: Lindenstraße, Kungsgatan, Mannerheimintie. */
export const STREET_ENDINGS: readonly string[] = (
  'strasse straße straat gasse laan gracht singel dijk steenweg steeg dreef kade plein weg platz allee damm ufer ' +
  'gatan gata gate gaten vagen veien vegen vei vag vej vegur grand torget torv gade straede stræde alle backen stigen ' +
  'katu kuja polku puistotie tie tanav maantee puiestee utca braut'
).split(' ');
