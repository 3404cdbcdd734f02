import { jsonReply, type Reply } from '../replies/reply';
import { KNOWN_MODELS, type KnownModel } from '../utils/known-models';

const CREATED = 1_790_000_000;

/** `GET /v1/models` of the Model APIs: no top-level `object`. */
export function answerModels(): Reply {
  return jsonReply(200, { data: KNOWN_MODELS.map(listed) });
}

/** `GET <sync>/v1/models` of a dedicated deployment. */
export function answerDedicatedModels(): Reply {
  const model = {
    id: 'local-model',
    object: 'model',
    created: CREATED,
    owned_by: 'baseten',
  };
  return jsonReply(200, { object: 'list', data: [model] });
}

function listed(model: KnownModel) {
  const [input, output] = model.price;
  return {
    id: model.id,
    created: CREATED,
    object: 'model',
    owned_by: 'baseten',
    name: model.id.replace(/^.*\//, '').replaceAll('-', ' '),
    description: '',
    context_length: model.contextLength,
    max_completion_tokens: model.maximumOutput,
    quantization: 'fp8',
    pricing: {
      prompt: perToken(input),
      completion: perToken(output),
      image: '0',
      request: '0',
    },
    supported_sampling_parameters: ['temperature', 'top_p', 'stop'],
    supported_features: [
      'tools',
      'json_mode',
      'structured_outputs',
      ...(model.reasoning ? ['reasoning'] : []),
    ],
    input_modalities: model.takesImages ? ['text', 'image'] : ['text'],
    output_modalities: ['text'],
    hugging_face_id: model.id,
  };
}

function perToken(dollarsPerMillion: number): string {
  const fixed = (dollarsPerMillion / 1e6).toFixed(10);
  return fixed.replace(/\.?0+$/, '');
}
