package io.artrec.text.mood;

import java.util.Objects;

/**
 * A word of mood or feeling. Immutable.
 *
 * @param word the word or phrase, English or Chinese, as the lexicon has it
 * @param mood what it is a word for
 * @param affect where it lies, mostly where the mood does
 */
public record MoodWord(String word, Mood mood, Affect affect) {
  /** Validates the parts. */
  public MoodWord {
    Objects.requireNonNull(word, "word");
    Objects.requireNonNull(mood, "mood");
    Objects.requireNonNull(affect, "affect");
  }
}
