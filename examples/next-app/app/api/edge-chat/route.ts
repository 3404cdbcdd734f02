import { answerChat } from '@/lib/answer-chat';

export const runtime = 'edge';

export const POST = answerChat;
