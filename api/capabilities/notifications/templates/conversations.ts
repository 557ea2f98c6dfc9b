import type { Brand, Content } from "./layout.ts";
import { greeting } from "./when.ts";

export interface MessageVariables {
  name: string | null;
  sender_name: string;
  text: string;
}

export interface ConversationVariables {
  name: string | null;
  subject: string | null;
}

export function newMessage(message: MessageVariables, brand: Brand): Content {
  return {
    subject: `${message.sender_name} of ${brand.name} has answered you`,
    preview: message.text.slice(0, 120),
    title: "There is a new message for you",
    paragraphs: [greeting(message)],
    quote: { from: message.sender_name, text: message.text },
    closing: "To answer, open the chat on our website where you wrote to us.",
  };
}

export function conversationResolved(conversation: ConversationVariables, brand: Brand): Content {
  const about = conversation.subject ? ` “${conversation.subject}”` : "";
  return {
    subject: `Resolved: your conversation with ${brand.name}`,
    preview: "We believe that everything is answered.",
    title: "Your conversation is resolved",
    paragraphs: [`${greeting(conversation)} we believe that everything in your conversation${about} is answered.`],
    closing: "If it is not, write again in the chat on our website: it opens by itself.",
  };
}
