/**
 * Recommendation as text: what visitors liked and what could be recommended, as questions to
 * language models that read pairs, follow a chat, or turn one text into another; and files of such
 * questions with their answers to fine-tune them with. Works are told by title, makers and facts of
 * their records; of visitors nothing is told but the works.
 */
@NullMarked
package io.artrec.llm.rendering;

import org.jspecify.annotations.NullMarked;
