package io.artrec.elicitation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A question after one aspect of the work that somebody is looking for, with a few values to choose
 * from; another one, or that it does not matter, can always be answered. Immutable and thread-safe.
 */
public final class SplittingQuestion {
  private final ArtworkAspect aspect;
  private final Belief belief;
  private final List<String> choices;
  private final int[] named;
  private final Split split;
  private final double[] shares;
  private final double bits;

  SplittingQuestion(ArtworkAspect aspect, Belief belief, AspectValues values, int[] named) {
    this.aspect = aspect;
    this.belief = belief;
    this.named = named.clone();
    split = new Split(values, belief);
    choices = Arrays.stream(named).mapToObj(values::name).toList();
    shares = split.shares(named);
    bits = split.bits(named);
  }

  /**
   * Returns what is asked for.
   *
   * @return the aspect
   */
  public ArtworkAspect aspect() {
    return aspect;
  }

  /**
   * Returns the values to choose from.
   *
   * @return one or more, as records spell them, those that tell most first
   */
  public List<String> choices() {
    return choices;
  }

  /**
   * Tells how likely a choice is answered, by those who can.
   *
   * @param choice its place among {@link #choices}
   * @return 0 to 1
   */
  public double share(int choice) {
    return shares[Objects.checkIndex(choice, choices.size())];
  }

  /**
   * Tells how likely another value is answered.
   *
   * @return 0 to 1, what the choices leave
   */
  public double shareOfOthers() {
    return shares[choices.size()];
  }

  /**
   * Tells by how much the answer is expected to reduce what is open: the mutual information of
   * answer and work.
   *
   * @return bits, 0 or more
   */
  public double bits() {
    return bits;
  }

  /**
   * Returns what is believed after an answer. Works whose record does not say stay as probable,
   * beside those that fit, as they were.
   *
   * @param choice one of {@link #choices}, without regard to case
   * @return the belief
   * @throws IllegalArgumentException when it is none of them
   */
  public Belief answered(String choice) {
    for (int i = 0; i < choices.size(); i++) {
      if (AspectValues.key(choices.get(i)).equals(AspectValues.key(choice))) {
        return split.after(named, i);
      }
    }
    throw new IllegalArgumentException(
        "the answer is '" + choice + "', expected one of " + choices + ", or call answeredOther()");
  }

  /**
   * Returns what is believed after the answer that it is another value.
   *
   * @return the belief; the one before where no work has another
   */
  public Belief answeredOther() {
    return shareOfOthers() > 0 ? split.after(named, choices.size()) : belief;
  }

  /**
   * Puts the question into words.
   *
   * @param locale Chinese, or any other for English
   * @return for instance {@code Which genre do you have in mind: landscape, portrait, or another?}
   */
  public String words(Locale locale) {
    return QuestionWords.of(locale).ask(aspect.name(), choices, shareOfOthers() > 0);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %s (%.2f bits)", aspect.name(), choices, bits);
  }
}
