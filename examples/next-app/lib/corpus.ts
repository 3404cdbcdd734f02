/** A short text that can be found. */
export interface Document {
  title: string;
  topic: Topic;
  text: string;
}

export type Topic =
  | 'Animals'
  | 'Sea'
  | 'Sky'
  | 'Body'
  | 'Food'
  | 'Invention'
  | 'Language'
  | 'Places';

/** Small wonders: what the search page looks through. */
export const corpus: readonly Document[] = [
  {
    title: 'The dance of the honeybee',
    topic: 'Animals',
    text: 'A bee that has found flowers dances a figure of eight in the dark hive. The angle of the dance gives the direction from the sun, its length the distance.',
  },
  {
    title: 'Three hearts of an octopus',
    topic: 'Animals',
    text: 'Two hearts of an octopus pump blood through the gills, the third through the body. The third one rests while the animal swims, so it tires quickly and would rather crawl.',
  },
  {
    title: 'Birds that sleep in the air',
    topic: 'Animals',
    text: 'Frigatebirds soar over the ocean for weeks. They sleep for seconds at a time while gliding, often with one half of the brain awake.',
  },
  {
    title: 'The water bear that dries up',
    topic: 'Animals',
    text: 'Tardigrades live through drought by curling up and turning to a kind of glass. Some came back to life after thirty years in a freezer, others after ten days in open space.',
  },
  {
    title: 'Crows remember a face',
    topic: 'Animals',
    text: 'Crows scolded everybody who wore the mask of the researchers that had once caught them. Young birds that had never been caught learned the grudge from their parents.',
  },
  {
    title: 'Ants on stilts',
    topic: 'Animals',
    text: 'A desert ant counts its steps to find the way home. With tiny stilts glued to its legs it walks too far and looks for the nest beyond it.',
  },
  {
    title: 'A channel for sound in the ocean',
    topic: 'Sea',
    text: 'About a kilometre down, sound is at its slowest and is bent back whenever it strays. In this layer the call of a whale can be heard across an ocean.',
  },
  {
    title: 'Snow in the deep',
    topic: 'Sea',
    text: 'Remains of plankton stick together and sink as flakes for weeks. This marine snow is what most creatures on the dark sea floor live on.',
  },
  {
    title: 'The deepest place',
    topic: 'Sea',
    text: 'The Mariana Trench goes down almost eleven kilometres. Mount Everest would vanish in it with two kilometres of water above the summit.',
  },
  {
    title: 'The highest tides',
    topic: 'Sea',
    text: 'The moon pulls at the ocean and the turning earth does the rest. In the Bay of Fundy the water swings in step with the tide and rises by up to sixteen metres.',
  },
  {
    title: 'Waves that glow',
    topic: 'Sea',
    text: 'On some nights the surf shines blue. Single-celled algae give off a flash of light when the water around them is stirred, perhaps to startle whoever eats them.',
  },
  {
    title: 'Life without sunlight',
    topic: 'Sea',
    text: 'At hot springs on the sea floor, found in 1977, giant tube worms have neither mouth nor gut. Bacteria inside them make food from hydrogen sulphide.',
  },
  {
    title: 'Why the sky is blue',
    topic: 'Sky',
    text: 'Air scatters the short waves of sunlight, the blue ones, far more than the long red ones. At sunset the light comes a longer way, and the blue is lost before it arrives.',
  },
  {
    title: 'A record for strangers',
    topic: 'Sky',
    text: 'The Voyager probes, launched in 1977, carry a golden record with greetings in 55 languages and music from Bach to Chuck Berry. No object made by people is farther away than Voyager 1.',
  },
  {
    title: 'A day longer than a year',
    topic: 'Sky',
    text: 'The planet Venus turns so slowly that one rotation takes 243 days, while it needs only 225 to go around the sun. It also turns backwards.',
  },
  {
    title: 'Northern lights',
    topic: 'Sky',
    text: 'Particles from the sun follow the magnetic field down to the poles and strike the air. Oxygen a hundred kilometres up glows green, higher still it glows red.',
  },
  {
    title: 'A spoonful of neutron star',
    topic: 'Sky',
    text: 'When a big star explodes, its core can be crushed to a ball the size of a city. A teaspoon of it weighs as much as a mountain.',
  },
  {
    title: 'The smell of rain',
    topic: 'Sky',
    text: 'Drops that fall on dry soil throw up a fine mist with geosmin, which bacteria make. A human nose notices a few parts in a trillion of it.',
  },
  {
    title: 'Why we get goosebumps',
    topic: 'Body',
    text: 'A tiny muscle raises each hair when we are cold or moved. In an ancestor with fur this kept the warmth in and made the animal look larger.',
  },
  {
    title: 'The clock behind the eyes',
    topic: 'Body',
    text: 'Some twenty thousand nerve cells keep the time of day for the whole body. Light sets this clock, and jet lag lasts until it has caught up with a journey.',
  },
  {
    title: 'The hole in your view',
    topic: 'Body',
    text: 'Where the optic nerve leaves the eye there is nothing to see with. You never notice the blind spot, because the brain paints it over with what lies around it.',
  },
  {
    title: 'A heat that is none',
    topic: 'Body',
    text: 'Chili peppers do not burn: capsaicin switches on the nerves that warn of hot things. Water only spreads it, while a protein in milk carries it off.',
  },
  {
    title: 'Why yawning is catching',
    topic: 'Body',
    text: 'Seeing, hearing or reading about a yawn makes people yawn, friends more than strangers. Dogs catch it from their owners.',
  },
  {
    title: 'Learning while asleep',
    topic: 'Body',
    text: 'A sleeping brain plays back what it lived through during the day, many times faster. What is rehearsed this way is remembered better in the morning.',
  },
  {
    title: 'Honey that never spoils',
    topic: 'Food',
    text: 'There is so little water in honey that microbes dry out in it, and bees add an acid and a trace of peroxide. A closed jar keeps for many years.',
  },
  {
    title: 'What lives in sourdough',
    topic: 'Food',
    text: 'Wild yeasts raise the bread, and bacteria next to them make the acids that give it its taste and keep mould away. A starter can be fed for generations.',
  },
  {
    title: 'Why crusts turn brown',
    topic: 'Food',
    text: 'Above 140 degrees, sugars and the building blocks of protein react to hundreds of new flavours. The same reaction browns toast, steak and roasted coffee.',
  },
  {
    title: 'Coffee without caffeine',
    topic: 'Food',
    text: 'Under high pressure carbon dioxide is half a gas and half a liquid. It washes the caffeine out of green coffee beans and leaves the flavour behind.',
  },
  {
    title: 'Freeze-dried by the Incas',
    topic: 'Food',
    text: 'In the Andes potatoes were left out in the frost at night, trodden on to press out the water, and dried in the sun. The result, chuño, keeps for years.',
  },
  {
    title: 'The boy who saved vanilla',
    topic: 'Food',
    text: 'Outside Mexico the vanilla orchid had no insect to pollinate it. In 1841 Edmond Albius, an enslaved boy of twelve on Réunion, found out how to do it with a splinter of wood.',
  },
  {
    title: 'Hooks from a walk with the dog',
    topic: 'Invention',
    text: 'In 1941 George de Mestral looked at the burrs in the coat of his dog under a microscope and saw tiny hooks. They became Velcro.',
  },
  {
    title: 'The chocolate bar that melted',
    topic: 'Invention',
    text: 'Percy Spencer stood by a radar tube in 1945 when the sweet in his pocket went soft. The first microwave oven was as tall as a man.',
  },
  {
    title: 'A horse on two wheels',
    topic: 'Invention',
    text: 'Karl Drais built the ancestor of the bicycle in 1817: a wooden frame with two wheels and no pedals. Its rider pushed it along with his feet.',
  },
  {
    title: 'A mould that killed bacteria',
    topic: 'Invention',
    text: 'In 1928 Alexander Fleming came back from a holiday to a forgotten dish in which a mould had cleared the germs around it. It led to penicillin.',
  },
  {
    title: 'Lines in the sand',
    topic: 'Invention',
    text: 'On a beach in Miami Joseph Woodland drew the dots and dashes of Morse code, and pulled them down into long lines. The barcode was born.',
  },
  {
    title: 'Reading with the fingertips',
    topic: 'Invention',
    text: 'Louis Braille lost his sight as a child. At fifteen he turned an army code for reading at night into six raised dots, the writing of blind people to this day.',
  },
  {
    title: 'A language that is whistled',
    topic: 'Language',
    text: 'On the island of La Gomera shepherds whistle whole sentences across the ravines. The whistle carries for kilometres, and children learn it at school.',
  },
  {
    title: 'The stone with three scripts',
    topic: 'Language',
    text: 'The Rosetta Stone says the same thing in hieroglyphs, in everyday Egyptian and in Greek. Champollion used it in 1822 to read what nobody had read for centuries.',
  },
  {
    title: 'Where robots come from',
    topic: 'Language',
    text: 'The word robot was first heard in a Czech play of 1921 by Karel Čapek. It comes from robota, which means forced labour.',
  },
  {
    title: 'Writing with knots',
    topic: 'Language',
    text: 'The Incas kept accounts on strings. The kind of knot, its place and the colour of the string said what was counted and how many.',
  },
  {
    title: 'A language made by children',
    topic: 'Language',
    text: 'When schools for the deaf opened in Nicaragua around 1980, the pupils had no signs in common. Within years they had invented a sign language with a grammar of its own.',
  },
  {
    title: 'Rules for nothing',
    topic: 'Language',
    text: 'In 628 the Indian mathematician Brahmagupta wrote down how to add, subtract and multiply with zero. Only with dividing by it did he go wrong.',
  },
  {
    title: 'Drinking the fog',
    topic: 'Places',
    text: 'In the Atacama desert it hardly ever rains, but clouds drift in from the Pacific. Villages catch their droplets with large nets and drink the water.',
  },
  {
    title: 'An island heated by volcanoes',
    topic: 'Places',
    text: 'Nine of ten homes in Iceland are warmed by hot water from the ground. In Reykjavik it also keeps some pavements free of ice.',
  },
  {
    title: 'Bridges that grow',
    topic: 'Places',
    text: 'In the rainy hills of Meghalaya people lead the roots of fig trees across rivers. After some decades the roots bear dozens of walkers, and they get stronger with age.',
  },
  {
    title: 'Concrete that heals itself',
    topic: 'Places',
    text: 'Roman harbours have stood in the sea for two thousand years. When a crack lets water in, lumps of lime in the concrete dissolve and fill it again.',
  },
  {
    title: 'A safe for seeds',
    topic: 'Places',
    text: 'More than a million samples of seeds lie in a mountain on Svalbard, frozen in case a crop is lost. The first were taken out for Aleppo, whose gene bank war had cut off.',
  },
  {
    title: 'The city without cars',
    topic: 'Places',
    text: 'In Venice ambulances, buses, post and refuse all go by boat. The houses stand on millions of wooden piles, which last because no air gets to them in the mud.',
  },
];
