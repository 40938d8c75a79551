/**
 * Conversations that recommend, in English and Chinese. {@link
 * io.artrec.llm.conversation.Conversations} takes what somebody says and a {@link
 * io.artrec.llm.conversation.Session}, which holds what they wished, refused, liked and were shown
 * so far, and gives a {@link io.artrec.llm.conversation.Turn}: works with reasons, perhaps a
 * question, and the session after. A language model may help to read and to phrase; nothing needs
 * one.
 */
@NullMarked
package io.artrec.llm.conversation;

import org.jspecify.annotations.NullMarked;
