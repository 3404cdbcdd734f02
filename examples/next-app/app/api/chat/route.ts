import { answerChat } from '@/lib/answer-chat';

export const POST = answerChat;
