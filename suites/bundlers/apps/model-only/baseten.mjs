import { createBaseten } from '@ai-sdk/baseten';

const baseten = createBaseten({ apiKey: 'some-key' });

export const model = baseten('openai/gpt-oss-120b');
