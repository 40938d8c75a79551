/**
 * How works of art feel, as valence (unpleasant to pleasant) and arousal (still to stirred), and
 * what follows from that. {@link io.artrec.llm.mood.MoodLexicon} has the words of mood in English
 * and Chinese.
 */
@NullMarked
package io.artrec.llm.mood;

import org.jspecify.annotations.NullMarked;
