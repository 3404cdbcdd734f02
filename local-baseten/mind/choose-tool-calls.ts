import { asRecord } from '../utils/is-record';
import type { Answer } from './answer';
import type { ChatRequest, ChatTool, ToolCall } from './chat-request';
import { humanName, propertyKind } from './describe-property';
import { isStopWord, stem } from './embed-text';
import { generateJson } from './generate-json';
import { findInResults, type PromptFacts, wordsOf } from './prompt-facts';

type Calls = Answer['toolCalls'];

// Words of tool names that do not tell what a tool is for.
const EMPTY_NAME_WORDS = new Set(['get', 'set', 'do', 'run', 'make', 'tool']);
const FITTING_SCORE = 2;

/**
 * The tool calls that a request asks for: none if no tool fits what the user
 * said, or if those that fit have been called. One tool is called at a time,
 * once for each of several names or numbers; with `in parallel` in the message
 * all that fit are called together.
 */
export function chooseToolCalls(
  request: ChatRequest,
  facts: PromptFacts,
  made: readonly ToolCall[],
): Calls {
  const calls = wantedCalls(request, facts, made);
  return request.parallelToolCalls ? calls : calls.slice(0, 1);
}

function wantedCalls(
  { tools, toolChoice }: ChatRequest,
  facts: PromptFacts,
  made: readonly ToolCall[],
): Calls {
  if (toolChoice === 'none') return [];
  if (typeof toolChoice === 'object') {
    const named = tools.find(({ name }) => name === toolChoice.name);
    return named === undefined ? [] : callsOf(named, facts);
  }
  const ranked = tools
    .map(tool => ({ tool, score: fitScore(tool, facts) }))
    .sort((one, other) => other.score - one.score);
  const fitting = ranked.filter(({ score }) => score >= FITTING_SCORE);
  const open = [
    ...fitting.filter(({ tool }) => hasNumbersFor(tool, facts)),
    ...fitting.filter(({ tool }) => !hasNumbersFor(tool, facts)),
  ]
    .map(({ tool }) => remainingCalls(tool, facts, made))
    .filter(calls => calls.length > 0);
  const next = /\bin parallel\b|\bat the same time\b/i.test(facts.text)
    ? open.flat()
    : (open[0] ?? []);
  const [best] = ranked;
  return next.length === 0 && toolChoice === 'required' && best !== undefined
    ? callsOf(best.tool, facts)
    : next;
}

function remainingCalls(
  tool: ChatTool,
  facts: PromptFacts,
  made: readonly ToolCall[],
): Calls {
  const count = made.filter(({ name }) => name === tool.name).length;
  return callsOf(tool, facts).slice(count);
}

function callsOf(tool: ChatTool, facts: PromptFacts): Calls {
  return splitFacts(tool, facts).map(part => ({
    name: tool.name,
    input: generateJson(tool.parameters, part, false),
  }));
}

/**
 * "Paris and Tokyo" are two calls of a tool that takes one place, "16 and 25"
 * two calls of a tool that takes one number.
 */
function splitFacts(tool: ChatTool, facts: PromptFacts): PromptFacts[] {
  const properties = requiredProperties(tool);
  const [only] = properties;
  const [place, ...otherPlaces] = properties.filter(
    ({ name, type }) => type === 'string' && propertyKind(name) === 'name',
  );
  if (place !== undefined && otherPlaces.length === 0 && facts.names[1]) {
    return facts.names.map(name => ({ ...facts, names: [name], results: [] }));
  }
  const isNumber = only?.type === 'number' || only?.type === 'integer';
  if (isNumber && properties.length === 1 && facts.numbers.length > 1) {
    return facts.numbers.map(number => ({
      ...facts,
      numbers: [number],
      results: [],
    }));
  }
  return [facts];
}

/** A tool that needs a number waits for another tool's result. */
function hasNumbersFor(tool: ChatTool, facts: PromptFacts): boolean {
  const missing = requiredProperties(tool).filter(
    ({ name, type }) =>
      (type === 'number' || type === 'integer') &&
      findInResults(facts, name) === undefined,
  );
  return missing.length <= facts.numbers.length;
}

function requiredProperties({ parameters }: ChatTool) {
  const { required } = parameters;
  return Object.entries(asRecord(parameters.properties))
    .filter(([name]) => Array.isArray(required) && required.includes(name))
    .map(([name, property]) => ({ name, type: asRecord(property).type }));
}

/** How well a tool fits: its name counts most, and each word counts once. */
function fitScore(tool: ChatTool, facts: PromptFacts): number {
  const nameWords = humanName(tool.name)
    .split(' ')
    .filter(word => !EMPTY_NAME_WORDS.has(word));
  const properties = Object.keys(asRecord(tool.parameters.properties));
  const takesExpression = properties.some(
    name => propertyKind(name) === 'expression',
  );
  return (
    2 * countMentioned(nameWords, facts) +
    countMentioned(wordsOf(tool.description), facts) +
    (takesExpression && facts.expression !== undefined ? FITTING_SCORE : 0)
  );
}

function countMentioned(
  words: readonly string[],
  { stems }: PromptFacts,
): number {
  const meaningful = words
    .map(word => word.toLowerCase())
    .filter(word => !isStopWord(word))
    .map(stem);
  return new Set(meaningful.filter(root => stems.has(root))).size;
}
