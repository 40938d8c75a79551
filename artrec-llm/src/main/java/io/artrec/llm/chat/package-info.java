/**
 * Language models that answer in words, behind one type. {@link io.artrec.llm.chat.ChatModel} is
 * the extension point; {@link io.artrec.llm.chat.OpenAiCompatible} reaches servers that speak
 * OpenAI's protocol, {@link io.artrec.llm.chat.LangChain4jModel} what LangChain4j reaches, {@link
 * io.artrec.llm.chat.InProcessChatModel} runs one in the process, and {@link
 * io.artrec.llm.chat.ScriptedChatModel} stands in for a model in tests; {@link
 * io.artrec.llm.chat.GuardedChatModel} and {@link io.artrec.llm.chat.CachedChatModel} stand around
 * another. Nothing here opens a connection unless a model that does was made and asked.
 */
@NullMarked
package io.artrec.llm.chat;

import org.jspecify.annotations.NullMarked;
