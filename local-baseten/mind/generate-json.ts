import { asRecord, isRecord } from '../utils/is-record';
import type { JsonSchema } from './chat-request';
import { textFor } from './describe-property';
import { generateNumber } from './generate-number';
import { fitString } from './generate-string';
import { findInResults, type PromptFacts } from './prompt-facts';
import { isFlat, typeOf } from './schema-shape';

// Below this depth only what a schema demands is generated, so that a schema
// that contains itself comes to an end.
const FULL_DEPTH = 5;
const USUAL_LENGTH = 2;
const LONGEST_ASKED_LENGTH = 12;

/**
 * Generates JSON that is valid for a schema, out of the user's words and of
 * what tools have answered.
 *
 * @param allProperties Whether optional properties are filled in as well.
 */
export function generateJson(
  schema: JsonSchema,
  facts: PromptFacts,
  allProperties: boolean,
): unknown {
  return new JsonGenerator(schema, facts, allProperties).generate(
    schema,
    'answer',
    0,
  );
}

class JsonGenerator {
  private names: string[];
  private numbers: number[];
  private strings = 0;
  private readonly usedTexts = new Set<string>();

  constructor(
    private readonly root: JsonSchema,
    private readonly facts: PromptFacts,
    private readonly allProperties: boolean,
  ) {
    this.names = [...facts.names];
    this.numbers = [...facts.numbers];
  }

  generate(schemaOrFlag: unknown, name: string, depth: number): unknown {
    const schema = asRecord(schemaOrFlag);
    if (typeof schema.$ref === 'string') {
      return this.generate(this.resolve(schema.$ref), name, depth + 1);
    }
    if ('const' in schema) return schema.const;
    if (Array.isArray(schema.enum)) return this.choose(schema.enum, name);
    const branches = schema.anyOf ?? schema.oneOf;
    if (Array.isArray(branches)) {
      return this.generate(this.chooseBranch(branches, depth), name, depth);
    }
    switch (typeOf(schema)) {
      case 'object':
        return this.object(schema, name, depth);
      case 'array':
        return this.array(schema, name, depth);
      case 'number':
      case 'integer':
        return this.number(schema, name);
      case 'boolean':
        return this.boolean(name);
      case 'null':
        return null;
      default:
        return this.string(schema, name);
    }
  }

  private resolve(reference: string): unknown {
    const keys = reference.replace(/^#\/?/, '').split('/');
    return keys
      .filter(key => key !== '')
      .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>((value, key) => asRecord(value)[key], this.root);
  }

  private choose(values: readonly unknown[], name: string): unknown {
    const found = findInResults(this.facts, name);
    if (values.includes(found)) return found;
    const text = this.facts.text.toLowerCase();
    return (
      values.find(
        value =>
          typeof value === 'string' &&
          value !== '' &&
          text.includes(value.toLowerCase()),
      ) ?? values[0]
    );
  }

  private chooseBranch(branches: readonly unknown[], depth: number): unknown {
    const isEmpty = (branch: unknown) => asRecord(branch).type === 'null';
    const preferred =
      depth > FULL_DEPTH
        ? branches.find(branch => isEmpty(branch) || isFlat(branch))
        : branches.find(branch => !isEmpty(branch));
    return preferred ?? branches[0];
  }

  private object(schema: JsonSchema, name: string, depth: number): unknown {
    const { properties, required, additionalProperties } = schema;
    const demanded = Array.isArray(required) ? required : [];
    const entries = Object.entries(asRecord(properties)).filter(
      ([key, property]) =>
        demanded.includes(key) ||
        (this.allProperties ? depth <= FULL_DEPTH : this.isMentioned(property)),
    );
    const value = Object.fromEntries(
      entries.map(([key, property]) => [
        key,
        this.generate(property, key, depth + 1),
      ]),
    );
    if (entries.length === 0 && isRecord(additionalProperties)) {
      for (const key of this.recordKeys(schema)) {
        value[key] = this.generate(additionalProperties, name, depth + 1);
      }
    }
    return value;
  }

  /** An optional argument is given only if the user names its value. */
  private isMentioned(property: unknown): boolean {
    const { enum: values } = asRecord(property);
    return (
      Array.isArray(values) &&
      values.some(
        value =>
          typeof value === 'string' &&
          this.facts.text.toLowerCase().includes(value.toLowerCase()),
      )
    );
  }

  private recordKeys(schema: JsonSchema): string[] {
    const { enum: allowed } = asRecord(schema.propertyNames);
    if (Array.isArray(allowed)) return allowed.map(String);
    const minimum = Number(schema.minProperties ?? USUAL_LENGTH);
    return Array.from(
      { length: minimum },
      (_, index) => this.facts.words[index]?.toLowerCase() ?? `key${index}`,
    );
  }

  private array(schema: JsonSchema, name: string, depth: number): unknown {
    const { items, prefixItems } = schema;
    // Older drafts of JSON schema list the members of a tuple in `items`.
    const members = prefixItems ?? items;
    if (Array.isArray(members)) {
      return members.map(item => this.generate(item, name, depth + 1));
    }
    const length = this.arrayLength(schema, depth);
    const singular = name.replace(/s$/, '');
    return Array.from({ length }, () =>
      this.generate(items, singular, depth + 1),
    );
  }

  private arrayLength(schema: JsonSchema, depth: number): number {
    const minimum = Number(schema.minItems ?? 0);
    const maximum = Number(schema.maxItems ?? Number.POSITIVE_INFINITY);
    if (depth > FULL_DEPTH) return minimum;
    const itemType = typeOf(asRecord(schema.items));
    const isNumeric = itemType === 'number' || itemType === 'integer';
    const asked = isNumeric
      ? this.numbers.length
      : this.facts.numbers.find(
          number =>
            Number.isInteger(number) &&
            number > 0 &&
            number <= LONGEST_ASKED_LENGTH,
        );
    return Math.min(maximum, Math.max(minimum, asked || USUAL_LENGTH));
  }

  private number(schema: JsonSchema, name: string): number {
    const found = findInResults(this.facts, name);
    const candidates = typeof found === 'number' ? [found] : this.numbers;
    const { value, used } = generateNumber(schema, candidates);
    if (candidates === this.numbers && used !== undefined) {
      this.numbers = this.numbers.filter((_, index) => index !== used);
    }
    return value;
  }

  private boolean(name: string): boolean {
    const found = findInResults(this.facts, name);
    if (typeof found === 'boolean') return found;
    return !/\b(?:no|not|never|without|n't)\b/i.test(this.facts.text);
  }

  private string(schema: JsonSchema, name: string): string {
    this.strings += 1;
    const found = findInResults(this.facts, name);
    if (typeof found === 'string') return fitString(found, schema, 1);
    const text = textFor(name, this.facts, () => this.names.shift());
    // Items of a list are to differ; an argument is to be what the user said.
    const isRepeated = this.allProperties && this.usedTexts.has(text);
    this.usedTexts.add(text);
    return fitString(
      isRepeated ? `${text} (${this.strings})` : text,
      schema,
      this.strings,
    );
  }
}
