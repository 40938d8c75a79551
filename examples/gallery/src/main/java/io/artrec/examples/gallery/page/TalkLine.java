package io.artrec.examples.gallery.page;

import io.artrec.llm.conversation.Turn;

/**
 * What was said, and the answer.
 *
 * @param said by the visitor
 * @param turn by the gallery
 */
record TalkLine(String said, Turn turn) {}
