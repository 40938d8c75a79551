package io.artrec.elicitation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds what to ask somebody who is looking for a work: the aspect, and the few values to choose
 * from, whose answer is expected to leave least open among the candidates. The gain is the mutual
 * information of answer and work (Lindley, On a measure of the information provided by an
 * experiment, Annals of Mathematical Statistics 27, 1956) when somebody answers by the record of
 * the work they want: one of its values that can be chosen, each as likely; another where it has
 * none of these. Of a work whose record does not say anything is answered as of all others, so a
 * question that few records answer gains little.
 *
 * <p>Values are chosen one by one, each the one that adds most to the gain, of the {@value
 * #CONSIDERED} most probable. Cost O(works · values) for each of them. Deterministic; ties go to
 * the aspect named first, and to values that earlier works have. Immutable and thread-safe.
 */
public final class SplittingQuestions {
  /** How many values of an aspect are looked at. */
  public static final int CONSIDERED = 50;

  /** What a further choice must add to be named. */
  private static final double LEAST = 1e-9;

  private final List<ArtworkAspect> aspects;
  private final int choices;
  private final double worth;

  private SplittingQuestions(List<ArtworkAspect> aspects, int choices, double worth) {
    this.aspects = aspects;
    this.choices = choices;
    this.worth = worth;
  }

  /**
   * Returns questions after what records usually say.
   *
   * @return of {@link ArtworkAspect#ofSearch}, with up to four choices, worth asking from 0.5 bits
   *     on
   */
  public static SplittingQuestions standard() {
    return new SplittingQuestions(ArtworkAspect.ofSearch(), 4, 0.5);
  }

  /**
   * Returns questions after other aspects; after those left that were not asked, say.
   *
   * @param asked the aspects
   * @return the changed questions
   */
  public SplittingQuestions about(List<ArtworkAspect> asked) {
    return new SplittingQuestions(List.copyOf(asked), choices, worth);
  }

  /**
   * Returns questions with more or fewer choices.
   *
   * @param most how many values are named at most, 1 to 20
   * @return the changed questions
   */
  public SplittingQuestions choices(int most) {
    if (most < 1 || most > 20) {
      throw new IllegalArgumentException("choices is " + most + ", expected 1 to 20");
    }
    return new SplittingQuestions(aspects, most, worth);
  }

  /**
   * Returns questions that are asked from another gain on. Half a bit is what a question tells that
   * one in nine says yes to.
   *
   * @param bits 0 or more
   * @return the changed questions
   */
  public SplittingQuestions worthAsking(double bits) {
    if (!(bits >= 0) || Double.isInfinite(bits)) {
      throw new IllegalArgumentException("worthAsking is " + bits + ", expected 0 or more bits");
    }
    return new SplittingQuestions(aspects, choices, bits);
  }

  /**
   * Finds the question that would split the candidates best.
   *
   * @param belief the candidates
   * @return the question; empty when none is worth asking
   */
  public Optional<SplittingQuestion> best(Belief belief) {
    return ranked(belief).stream().findFirst().filter(question -> question.bits() >= worth);
  }

  /**
   * Finds the best question after each aspect, whether or not it is worth asking.
   *
   * @param belief the candidates
   * @return those that tell anything, the one that tells most first
   */
  public List<SplittingQuestion> ranked(Belief belief) {
    List<SplittingQuestion> questions = new ArrayList<>();
    for (ArtworkAspect aspect : aspects) {
      AspectValues values = new AspectValues(aspect, belief.works());
      int[] named = named(values, belief);
      if (named.length > 0) {
        questions.add(new SplittingQuestion(aspect, belief, values, named));
      }
    }
    questions.sort(Comparator.comparingDouble(question -> -question.bits()));
    return questions;
  }

  private int[] named(AspectValues values, Belief belief) {
    Split split = new Split(values, belief);
    double[] masses = split.masses();
    List<Integer> left =
        new ArrayList<>(
            IntStream.range(0, values.count())
                .boxed()
                .sorted(Comparator.comparingDouble(value -> -masses[value]))
                .limit(CONSIDERED)
                .toList());
    int[] named = {};
    double gain = 0;
    while (named.length < choices && !left.isEmpty()) {
      int best = -1;
      double most = gain + LEAST;
      for (int value : left) {
        double bits = split.bits(with(named, value));
        if (bits > most) {
          most = bits;
          best = value;
        }
      }
      if (best < 0) {
        break;
      }
      named = with(named, best);
      left.remove((Integer) best);
      gain = most;
    }
    return named;
  }

  private static int[] with(int[] named, int value) {
    int[] more = Arrays.copyOf(named, named.length + 1);
    more[named.length] = value;
    return more;
  }
}
