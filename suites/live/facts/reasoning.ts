import type { JSONObject } from '@ai-sdk/provider';
import { BASETEN_CHAT_MODELS } from '../../../src/chat/baseten-chat-models';
import { findReasoningSupport } from '../../../src/chat/reasoning-support';
import type { Fact, Kind, ProbeReply } from '../fact';
import { readValue } from '../read-value';
import { ask } from './chat-requests';
import { seeRefusal } from './refusals';

const kind: Kind = 'Model APIs';
const ON = { chat_template_args: { enable_thinking: true } };
const OFF = { chat_template_args: { enable_thinking: false } };

const probe = (id: string, fields: JSONObject = {}) =>
  ask(id, { max_tokens: 16, ...fields });

function seeReasoning({ status, json, text }: ProbeReply): string {
  if (status !== 200) return `${status} ${text.slice(0, 80)}`;
  const message = readValue(json, 'choices', 0, 'message');
  return readValue(message, 'reasoning_content') ||
    readValue(message, 'reasoning')
    ? 'reasons'
    : 'does not reason';
}

/** The facts of one model, by what the package knows of its reasoning. */
function factsOf(id: string): Fact[] {
  const { efforts = [], isOptIn = false } = findReasoningSupport(id) ?? {};
  const base = { source: 'documented', kind, model: id };
  const extra = isOptIn ? ON : {};
  const probes = efforts.map(effort =>
    probe(id, {
      reasoning_effort: effort,
      ...(effort !== 'none' && extra),
    }),
  );
  const none = probes[efforts.indexOf('none')];
  return [
    ...(probes.length === 0
      ? []
      : [
          {
            ...base,
            name: `${id}: levels of reasoning`,
            expected: efforts.join(', '),
            probes,
            see: (...replies: ProbeReply[]) =>
              efforts
                .filter((_, place) => replies[place]?.status === 200)
                .join(', '),
          },
        ]),
    ...(none === undefined
      ? []
      : [
          {
            ...base,
            name: `${id}: reasoning_effort none`,
            expected: 'does not reason',
            probes: [none],
            see: seeReasoning,
          },
        ]),
    {
      ...base,
      name: `${id}: without being asked`,
      expected: isOptIn ? 'does not reason' : 'reasons',
      probes: [probe(id)],
      see: seeReasoning,
    },
    ...(isOptIn
      ? [
          {
            ...base,
            name: `${id}: enable_thinking`,
            expected: 'reasons',
            probes: [probe(id, ON)],
            see: seeReasoning,
          },
        ]
      : []),
  ];
}

/** How the models reason, and what they refuse. */
export const REASONING: Fact[] = [
  ...BASETEN_CHAT_MODELS.flatMap(({ id }) => factsOf(id)),
  ...(
    [
      ['zai-org/GLM-5.2', 'low'],
      ['zai-org/GLM-5.3-Fast', 'none'],
    ] as const
  ).map(([id, level]) => ({
    name: `${id}: reasoning_effort ${level}`,
    expected: '400 and a message',
    source: 'documented',
    kind,
    model: id,
    probes: [probe(id, { reasoning_effort: level })],
    see: seeRefusal,
  })),
  {
    name: 'zai-org/GLM-5.3: reasoning_effort none',
    expected: 'reasons',
    source: 'documented: read as low',
    kind,
    model: 'zai-org/GLM-5.3',
    probes: [probe('zai-org/GLM-5.3', { reasoning_effort: 'none' })],
    see: seeReasoning,
  },
  {
    name: 'zai-org/GLM-5.2: enable_thinking false',
    source: 'third party: refused',
    kind,
    model: 'zai-org/GLM-5.2',
    probes: [probe('zai-org/GLM-5.2', OFF)],
    see: seeRefusal,
  },
  {
    name: 'reasoning_content of an earlier answer',
    expected: '200',
    source: 'third party',
    kind,
    model: 'zai-org/GLM-5.2',
    probes: [
      ask('zai-org/GLM-5.2', { max_tokens: 16 }, [
        { role: 'user', content: 'Is 7 a prime?' },
        {
          role: 'assistant',
          content: 'Yes.',
          reasoning_content: 'Only 1 and 7 divide it.',
        },
        { role: 'user', content: 'And 8?' },
      ]),
    ],
    see: seeRefusal,
  },
];
