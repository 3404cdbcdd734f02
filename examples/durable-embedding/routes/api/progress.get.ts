import { defineEventHandler } from 'nitro/h3';
import { readProgress } from '../../lib/texts';

export default defineEventHandler(() => readProgress());
