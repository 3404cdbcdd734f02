import { type PromptFacts, wordsOf } from './prompt-facts';

/** What a string property should hold, guessed from its name. */
export type PropertyKind =
  | 'email'
  | 'expression'
  | 'id'
  | 'name'
  | 'phrase'
  | 'sentence'
  | 'title'
  | 'url'
  | 'other';

const KINDS: ReadonlyArray<[kind: PropertyKind, pattern: RegExp]> = [
  ['email', /e-?mail/],
  ['expression', /\b(?:expression|formula|equation)/],
  ['url', /\b(?:url|uri|link|website|href)\b/],
  ['id', /\bid\b/],
  [
    'phrase',
    /\b(?:query|search|keywords?|terms?|phrase|prompt|question|message|text|input|topic|subject|task)\b/,
  ],
  [
    'name',
    /\b(?:city|town|country|state|location|place|destination|origin|region|address|capital|person|customer|author|company|from|to|departure|arrival|first name|last name|symbol)\b/,
  ],
  ['title', /\b(?:name|title|heading|label)\b/],
  [
    'sentence',
    /\b(?:description|summary|explanation|reason|reasoning|content|body|answer|steps?|instructions?|comment|details?|notes?|advice|review|story|response)\b/,
  ],
];

export function propertyKind(name: string): PropertyKind {
  const words = humanName(name);
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}

/** `windSpeed`, `wind_speed` and `wind-speed` are all `wind speed`. */
export function humanName(name: string): string {
  return name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** A text for a string property, composed of the user's words. */
export function textFor(
  name: string,
  facts: PromptFacts,
  nextName: () => string | undefined,
): string {
  const { topic } = facts;
  switch (propertyKind(name)) {
    case 'email':
      return (
        /[\w.+-]+@[\w-]+\.[\w.]+\b/.exec(facts.text)?.[0] ?? 'ada@example.com'
      );
    case 'expression':
      return facts.expression ?? facts.quotations[0] ?? '1 + 1';
    case 'url':
      return (
        /https?:\/\/[^\s"'<>]+[^\s"'<>.,)]/.exec(facts.text)?.[0] ??
        'https://example.com/'
      );
    case 'id':
      return (
        wordsOf(facts.text).find(word => /\d/.test(word)) ??
        facts.quotations[0] ??
        '1'
      );
    case 'name':
      return nextName() ?? facts.quotations[0] ?? topic;
    case 'phrase':
      return facts.quotations[0] ?? topic;
    case 'title':
      return nextName() ?? titleCase(topic);
    case 'sentence':
      return (
        facts.quotations[0] ?? `${capitalize(humanName(name))} about ${topic}.`
      );
    case 'other':
      return (
        facts.quotations[0] ?? nextName() ?? `${humanName(name)} of ${topic}`
      );
  }
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function titleCase(text: string): string {
  return text.replace(/(?<!\p{L})\p{Ll}/gu, letter => letter.toUpperCase());
}
