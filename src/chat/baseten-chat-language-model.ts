import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4GenerateResult,
  LanguageModelV4StreamResult,
} from '@ai-sdk/provider';
import { WORKFLOW_DESERIALIZE, WORKFLOW_SERIALIZE } from '@workflow/serde';
import { BasetenModel } from '../settings/baseten-model';
import { deserializeModel, serializeModel } from '../settings/serialize-model';
import type { ChatModelConfig } from './chat-model';

/**
 * A chat model on the Model APIs or on a dedicated deployment. The code of whole
 * and of streamed answers is loaded by the first call of each.
 */
export class BasetenChatLanguageModel
  extends BasetenModel<ChatModelConfig>
  implements LanguageModelV4
{
  readonly specificationVersion = 'v4';
  readonly provider = 'baseten.chat';
  readonly supportedUrls = {
    'image/*': [/^https:\/\/.+$/],
    'video/*': [/^https:\/\/.+$/],
  };

  static [WORKFLOW_SERIALIZE](model: BasetenChatLanguageModel) {
    const { url, credentials, sessionAffinity } = model.config;
    return serializeModel({
      modelId: model.modelId,
      url,
      credentials,
      ...(typeof sessionAffinity === 'string' && { sessionAffinity }),
    });
  }

  static [WORKFLOW_DESERIALIZE](options: { modelId: string; config: unknown }) {
    const { modelId, ...config } = deserializeModel(options);
    return new BasetenChatLanguageModel(modelId, config);
  }

  async doGenerate(
    options: LanguageModelV4CallOptions,
  ): Promise<LanguageModelV4GenerateResult> {
    const { modelId, config } = this;
    const { generate } = await import('./generate');
    return await generate({ modelId, config }, options);
  }

  async doStream(
    options: LanguageModelV4CallOptions,
  ): Promise<LanguageModelV4StreamResult> {
    const { modelId, config } = this;
    const { stream } = await import('./stream');
    return await stream({ modelId, config }, options);
  }
}
