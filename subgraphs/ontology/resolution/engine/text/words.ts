/** Words that say what form a company has, and nothing about which company it is. */
export const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'inc incorporated corp corporation co company companies ltd limited llc llp lp plc gmbh mbh ag kg kgaa ug se sa sas sarl sl slu srl spa snc bv nv cv oy oyj ab as asa aps pty pte pvt private ltda lda eirl sae kk gk bhd sdn jsc ojsc oao ooo zao pao doo dd sro zrt kft nyrt rt spzoo sp zoo holding holdings group'.split(
    ' ',
  ),
);

/** Words without weight in any name. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  'the a an of and for in at on by to de la le les el los las du des der die das den dem et y und e di da do dos del della van von for with'.split(
    ' ',
  ),
);

/** Short forms by what they mean. Either side may be written; both are read as the second. */
export const SHORT_FORMS: ReadonlyMap<string, string> = pairs(
  // Companies, institutions
  'intl international|int international|natl national|nat national|univ university|uni university|inst institute|assn association|assoc association|mfg manufacturing|mgmt management|svc service|svcs services|tech technology|technologies technology|sys systems|dept department|div division|bros brothers|ctr center|cntr center|centre center|hosp hospital|med medical|govt government|lab laboratory|labs laboratories|theatre theater|museo museum|musee museum|museu museum|muzeum museum|hospitals hospital|brewing brewery|brewers brewery|brew brewery|restaurante restaurant|ristorante restaurant|cafeteria cafe|sch school|acad academy|elem elementary|mt mount|ft fort|conf conference|proc proceedings|trans transactions|jour journal|j journal|symp symposium|ed edition|vol volume|dev development|eng engineering|engr engineering|info information|mgt management|sci science',
  // Streets and directions
  'st street|str street|ave avenue|av avenue|aven avenue|blv boulevard|blvd boulevard|boul boulevard|rd road|dr drive|ln lane|ct court|crt court|cres crescent|cr crescent|cct circuit|pl place|pde parade|plz plaza|sq square|hwy highway|hway highway|pkwy parkway|pky parkway|fwy freeway|expy expressway|ter terrace|tce terrace|terr terrace|tpke turnpike|cir circle|bldg building|fl floor|flr floor|ste suite|apt apartment|rm room|n north|s south|e east|w west|ne northeast|nw northwest|se southeast|sw southwest|strasse street|platz place',
  // Quantities
  'inch in|inches in|ghz ghz|gigabyte gb|gigabytes gb|gig gb|megabyte mb|megabytes mb|terabyte tb|mp megapixel|mpix megapixel|megapixels megapixel|cu cubic|ft foot|feet foot|lbs lb|pound lb|pounds lb|ounce oz|ounces oz|pk pack|pkg pack|ea each|w watt|watts watt|blk black|wht white|slvr silver|gry gray|grey gray',
);

/** Numbers in words and as ordinals. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = pairs(
  'zero 0|one 1|two 2|three 3|four 4|five 5|six 6|seven 7|eight 8|nine 9|ten 10|eleven 11|twelve 12|first 1|second 2|third 3|fourth 4|fifth 5|sixth 6|seventh 7|eighth 8|ninth 9|tenth 10|1st 1|2nd 2|3rd 3|ii 2|iii 3|iv 4|vi 6|vii 7|viii 8|ix 9',
);

/** Given names by the one they are short for; a name may have several readings, the commonest is kept. */
export const NICKNAMES: ReadonlyMap<string, string> = pairs(
  'rob robert|bob robert|bobby robert|robbie robert|bert robert|bill william|will william|billy william|willie william|liam william|jim james|jimmy james|jamie james|jack john|johnny john|jon john|jonny john|mike michael|mick michael|micky michael|mikey michael|dave david|davy david|dan daniel|danny daniel|tom thomas|tommy thomas|tony anthony|antony anthony|joe joseph|joey joseph|jo joseph|steve steven|stephen steven|stevie steven|chris christopher|kit christopher|matt matthew|matty matthew|nick nicholas|nicky nicholas|alex alexander|sandy alexander|al albert|andy andrew|drew andrew|ben benjamin|benny benjamin|charlie charles|chuck charles|dick richard|rick richard|ricky richard|rich richard|ed edward|eddie edward|ted edward|ned edward|frank francis|fred frederick|freddy frederick|freddie frederick|greg gregory|harry henry|hank henry|jeff jeffrey|geoff geoffrey|gerry gerald|jerry gerald|ken kenneth|kenny kenneth|larry lawrence|len leonard|leo leonard|lou louis|louie louis|marty martin|pat patrick|paddy patrick|pete peter|phil philip|phillip philip|ray raymond|ron ronald|ronnie ronald|sam samuel|sammy samuel|stan stanley|tim timothy|timmy timothy|vic victor|vince vincent|walt walter|zach zachary|zac zachary|josh joshua|nate nathan|abby abigail|gail abigail|aggie agnes|angie angela|annie anne|ann anne|anna anne|nan anne|barb barbara|babs barbara|becky rebecca|becca rebecca|bess elizabeth|beth elizabeth|betsy elizabeth|betty elizabeth|eliza elizabeth|liz elizabeth|lizzie elizabeth|libby elizabeth|lisa elizabeth|carrie caroline|cathy catherine|katherine catherine|kathryn catherine|kate catherine|katie catherine|kathy catherine|kitty catherine|cindy cynthia|connie constance|debbie deborah|deb deborah|dolly dorothy|dot dorothy|ellie eleanor|nell eleanor|nora eleanor|emmy emma|flo florence|fran frances|gwen gwendolyn|ginny virginia|jackie jacqueline|jan janet|jen jennifer|jenny jennifer|jess jessica|jill gillian|joan joanna|judy judith|julie julia|lucy lucille|maggie margaret|meg margaret|peggy margaret|marge margaret|rita margaret|mandy amanda|mary maria|molly mary|polly mary|nancy anne|nikki nicole|pam pamela|patty patricia|tricia patricia|penny penelope|sally sarah|sadie sarah|sara sarah|sue susan|susie susan|suzy susan|terry theresa|tess theresa|tina christina|chrissy christina|trudy gertrude|val valerie|vicky victoria|vikki victoria|wendy gwendolyn|sasha alexander|misha mikhail|hans johannes|fritz friedrich|pepe jose|paco francisco|pancho francisco',
);

/** Words before or after a person's name that are no part of it. */
export const HONORIFICS: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady rev hon jr sr phd md esq herr frau dipl ing'.split(' '),
);

function pairs(...lists: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lists.flatMap((list) =>
      list.split('|').map((pair): readonly [string, string] => {
        const [from = '', to = ''] = pair.split(' ');
        return [from, to];
      }),
    ),
  );
}
