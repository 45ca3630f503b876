const lines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('\\n', '\n'));

/** Longer and mixed sentences, with titles of works, numbers and other capitals that name nobody. */
export const PROSE: readonly string[] = lines(`
{work} is a {num} film about a girl who talks to the moon, directed by {name}.
{work} is a German comedy starring {name} and {last}
Starring {last} and {name}, {work} became the surprise hit of the season
"{work}" by {name} reached number {num} in the charts.
The B-side, "{work}", was written by {last} in one afternoon.
In {num}, {last} published {work}, a novel about the end of the world.
{last} was only 14 when she wrote {work}.
Written by {name} and played by {first}, it never gets old.
What did they put at number {num}? "{work}" by {name}, of course!
My list of the {num} best albums: {name} at #{num}, {name} at #{num}.
{name} made a list for {work} Magazine and forgot {name}.
When they were not arguing about money and dragons, they were reading poems from {name}'s {work}. Nobody did it better than late {last}.
See also: {work}: {num} Things Nobody Told You About Love (And Why)
{title} {last}, author of {work}, lives in {city} with her cat.
It would be unfair to compare {last} with anyone else on this list. There is an argument that he should be first, and I would accept that.
The ex-Soldier {last} picked up the guitar again in {num}.
former champion {name} lost to {last} in the final
This one by ex-Captain {last} is the reason I learned to play.
You could tell that {first} was a great {name} fan.
You can tell {first} likes {name}. Painted when he was only {num}.
An evening with {name} and friends
{last} studied English and chemistry at the University of {city}, where {last} taught Latin.
{last} sold her first story, "{work}", in {num}.
Did you know that {name} played bass in the first band of {last}?
I can hear {first} in every note of this record, and that makes it great.
Nobody knows if {first} was a man or a woman, and does it matter?
the identity of {first} has been the subject of debate for years, but the melody is simply great
Beautiful friendships begin in odd places, said {first}.
{last} is very honest. You can always count on her.
{last} is tall, {last} is not.
{last} never smiles.
{last} knew everything about horses.
{last} agreed at once.
{last} was late.
{last} came to {city} in {num}.
{last} said so.
{first} laughed.
{first} shouted at {first}: "Get out of my house!"
{first} screamed: "What is that?"
{first} spent a summer at {org} as the assistant of {name}, and then two years at {org} in {city}, which was later renamed {org} in {num}.
{first} began as a clerk at {org} before joining {org} as an engineer.
It was an open secret between him and {first}'s cousin; and nobody cared.
"I'm happy to see that {country} is going this way," says {last}.
"We're sorry to hear that {country} won't come," said {title} {last}.
I'm sure {first} won't mind, you're always welcome at ours, she'll say.
I'd like to open an account with ms. {last}, it's urgent
I've been told that mr. {last} isn't with you anymore
Can't you ask {first}? They're friends, aren't they?
Don't tell {first} that I'd rather stay home.
Let's call {first}, he'd know what's best.
{city}'s mayor, {name}, isn't amused.
The Prince of Wales came to {city} last night from {country}.
The Crown Princess landed in {city} this morning on her way to {country}
On {num} May {num}, the {nationality} army left the city by order of the Supreme Court, as Article {num} of the Constitution demands
By invoking Section {num} of the Charter, the {nationality} delegation ended the debate
The {nationality} team won {num} to {num} against {country}.
Now in its {num}th season in {city}, {org} is a 501(c)3 that invites dancers from all over the world to share what they know in workshops made to build bridges and keep old crafts alive.
In its {num}rd year, {org} invites writers to {city} to work together.
Vision: This charity founded by former teachers "speaks up for the joy of reading" and "helps its members with the dull side of their work, such as taxes," as the {org} website says. They lend books to schools and offices in nearly {num} countries.
As {org} put it, nothing is lost until everything is.
Mission: to make {org} the best place to work, says {name} of {org}.
During the eighties {org} bet on personal computers and won, helping the industry to grow.
Since the 1970s, {org} has been making pianos.
{org} lost $12 million in the third quarter.
Work at {org} is hard but fair
i work for {org}
I'm with {org} now
She works for {org} as a nurse.
Have you heard of {org}?
{org} Christmas Party
{org} Summer Conference {num}
At my request, early on Monday, we drove to {city} by car and came back by boat before Memorial Day.
That evening, on the last Friday before Easter, they arrived in {city} by helicopter.
We've just come home from {city}
We live near {city}
{city} was cold.
{city} or {city}? I can't decide.
From {city} with love
i love {city}
She flew from {country} via {city} to {country}.
Greetings from {country}
Made in {country}
The {work} festival in {city} attracts {num} visitors.
{num}... {num}... ready or not, here I come!
Chapter {num}: {work}
{work}: A Memoir
Have you read {work}? It's the best book I've read this year.
Words like {word} and {word} aren't names, although they're written with capitals.
{word} and {word} are only words.
{word} matters. {word} doesn't.
Select * from Orders where total > {num};
Ask the {word} Department, Room {num}.
Rule #{num}: never trust a {word}
Ticket #{num} is still open, please look into it ASAP
Version {num} of the {word} Guide is out
We need {num} volunteers for the {word} Project
It's like that since {date}
It has been going on since {date}, ask {first}.
{first} was born on {dob}. His middle name is {first}
She was born on {dob}. Her birth name is {last}
Card number {card}, name on the card {name}
Is it possible to raise the limit on my card {card}? My name is {name}.
Please block {card} at once ! Name: {name}
User {first} logged in from {ip}
client={ip}|agent=%20\\{word}//
{name}, {title} {last} and {first} were on the same flight to {city}.
Only {last}, {last} and {last} survived.
We invited {first}, {first}, {first} and {first}.
{first} or {first} will pick you up.
{title} {last} and {title} {last} disagree.
a friend of {first} told me about {org}
my boss {name} says hello
my neighbor {first} plays the drums at night
my kid {first} broke the phone
I'd like to add my son {first} to the account. How do I do that?
{first}, may I talk to your manager?
{first}, would you please let me speak with your supervisor?
Some people just call me {first}
A lovely tune made lovelier by the flute (played by {name}).
Bring me to {street}, quickly!
Is {street} far from here?
The bus stop is on {street}
{first} lives on {street} street.
{first} had told {first} where he lived: {bn} {street}, {city}
The bar is on {bn} {street}
The cinema is at {address}. They show old films.
please return it to {address} in case you find it
Kindly return to {address} if found.
Could you use {address} for this card: {card}
I lived in {address} as a child. I now live in {corner}
How can I change my address to {address} for paper mail?
`);

/** Plain sentences of all sorts: no person, no place, no company. */
export const PLAIN: readonly string[] = lines(`
The quick answer is no, but let me explain why before you hang up.
Once upon a time there was a mill by the river, and nobody knew who had built it.
Capital letters at the start of a sentence mean nothing.
Every morning the same bird sings in front of my window.
Written rules are better than spoken ones.
Dancing in the rain is more fun than it sounds.
Unbelievable! Amazing! Outstanding!
Honesty is the best policy, as the saying goes.
Thirty days have passed since my last payment, why was I charged interest?
Why was my application rejected?
When will the money arrive in my account?
What documents do I need to open an account?
Somebody stole my wallet on the bus.
Sorry, wrong number.
I didn't get the code, please send it again.
The website doesn't load, it keeps saying Internal Server Error.
Nobody told me that there's a fee of 12.50 for this.
You're the worst company I have ever dealt with!
Can you speak Spanish? My English isn't good.
My phone was stolen, so I can't confirm the payment.
Bills, bills, bills. Is there no end to it?
Could I get a paper copy of the statement, please?
It's raining cats and dogs.
This is the greatest record of all time, and I will not hear otherwise.
The riff is simple, the drums are loud, the lyrics are silly: a masterpiece.
Their second album was recorded in a barn and it shows.
Satanic verses, magic rings, flying saucers: the seventies had it all.
Critics praised the acting but not the script.
The committee will publish its findings in Spring.
Scientists have found a new kind of beetle in the forest.
The unemployment rate fell to 4.5 percent in December.
All rights reserved. Terms of Service. Privacy Policy.
Section 3. Payment is due within 30 days. Section 4. Notices.
Best Before End: See Bottom Of Can
Step 1: Open the box. Step 2: Read the Manual. Step 3: Press the Red Button.
Tomorrow Never Comes and Other Stories
How To Win At Chess Without Really Trying
The Best Of The Worst: 25 Movies We Love To Hate
Guilty as charged, your honor.
Yes. No. Maybe. I don't know. Can you repeat the question?
LOL, that's so funny
thx a lot, bye
ok thanks, that helped
Hello? Anybody there?
hey bot, are you human
sir, please, this is urgent, i need the money today
OMG WHAT IS GOING ON WITH YOUR APP
`);
