/** The whole suite. Each file is about one thing. */
import './examples.mjs';
import './chat.mjs';
import './tools.mjs';
import './structured-output.mjs';
import './images.mjs';
import './errors.mjs';
import './embeddings.mjs';
import './reranking.mjs';
import './audio.mjs';
import './decisions.mjs';
import './composition.mjs';
import './wrong-entry.mjs';
