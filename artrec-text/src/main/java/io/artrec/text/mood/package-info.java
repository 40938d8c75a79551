/**
 * How works of art feel, as valence (unpleasant to pleasant) and arousal (still to stirred). {@link
 * io.artrec.text.mood.MoodReader} reads them from colors, composition, subjects and words, {@link
 * io.artrec.text.mood.MoodMatch} finds works for a mood, {@link io.artrec.text.mood.MoodPath} leads
 * from one mood to another; {@link io.artrec.text.mood.MoodLexicon} has the words of mood in
 * English and Chinese.
 */
@NullMarked
package io.artrec.text.mood;

import org.jspecify.annotations.NullMarked;
