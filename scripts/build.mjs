/** The modules of the package, without the table that rolldown's command prints. */
import { build } from 'rolldown';
import config from '../rolldown.config.mjs';

await build(config);
