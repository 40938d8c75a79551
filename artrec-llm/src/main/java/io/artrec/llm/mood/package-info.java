/**
 * How works of art feel, as valence (unpleasant to pleasant) and arousal (still to stirred). {@link
 * io.artrec.llm.mood.MoodReader} reads them from colors, composition, subjects and words, {@link
 * io.artrec.llm.mood.MoodMatch} finds works for a mood, {@link io.artrec.llm.mood.MoodPath} leads
 * from one mood to another; {@link io.artrec.llm.mood.MoodLexicon} has the words of mood in English
 * and Chinese.
 */
@NullMarked
package io.artrec.llm.mood;

import org.jspecify.annotations.NullMarked;
