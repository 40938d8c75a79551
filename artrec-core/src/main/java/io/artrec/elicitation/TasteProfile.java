package io.artrec.elicitation;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of somebody's taste after a few pairs, and how sure it is. Its probabilities are
 * right as often as they say for visitors such as the model of {@link FirstMeeting} expects; the
 * guide tells by how much they are off for others. Immutable and thread-safe.
 */
public final class TasteProfile {
  /** The quantile .95 of the standard normal distribution. */
  private static final double BOUND = 1.6448536269514722;

  private final FirstMeeting meeting;
  private final List<Judgment> judgments;
  private final Posterior posterior;

  TasteProfile(FirstMeeting meeting, List<Judgment> judgments, Posterior posterior) {
    this.meeting = meeting;
    this.judgments = judgments;
    this.posterior = posterior;
  }

  /**
   * Tells how likely the visitor chooses one work before another.
   *
   * @param work the work's id
   * @param other the other work's id
   * @return the probability; empty when no feature tells anything of one of them
   * @throws io.artrec.catalog.UnknownArtworkException when the catalogue does not hold a work
   */
  public Optional<StatedProbability> prefers(String work, String other) {
    return stated(
        new Judgment(meeting.catalog().requireIndex(work), meeting.catalog().requireIndex(other)));
  }

  /**
   * Tells how likely the visitor chooses a work before one that is as works of the collection are
   * on the average.
   *
   * @param work the work's id
   * @return the probability; empty when no feature tells anything of it
   * @throws io.artrec.catalog.UnknownArtworkException when the catalogue does not hold the work
   */
  public Optional<StatedProbability> likes(String work) {
    return stated(new Judgment(meeting.catalog().requireIndex(work), Judgment.AVERAGE));
  }

  private Optional<StatedProbability> stated(Judgment asked) {
    TasteSpace space = meeting.space();
    if (!space.has(asked.liked())
        || (asked.passed() != Judgment.AVERAGE && !space.has(asked.passed()))) {
      return Optional.empty();
    }
    Comparison comparison = asked.in(space);
    double mean = comparison.product(posterior.mean());
    double spread =
        Math.sqrt(posterior.variance(comparison.direction()) + comparison.variance() - 1);
    return Optional.of(
        new StatedProbability(
            Normal.cdf(mean / Math.sqrt(1 + spread * spread)),
            Normal.cdf(mean - BOUND * spread),
            Normal.cdf(mean + BOUND * spread)));
  }

  /**
   * Tells what the visitor leans to, and what they lean from: values of {@linkplain
   * FirstMeeting.Builder#aspects aspects} that at least three works have. Cost O(works · values).
   *
   * @param least the least {@linkplain Leaning#certainty certainty}, 0.5 to 1
   * @return leanings, the surest first
   */
  public List<Leaning> leanings(double least) {
    if (!(least >= 0.5 && least <= 1)) {
      throw new IllegalArgumentException("least certainty is " + least + ", expected 0.5 to 1");
    }
    List<Artwork> works = meeting.catalog().stream().toList();
    return new Leanings(meeting.space(), posterior)
        .of(works, meeting.aspects()).stream()
            .filter(leaning -> leaning.certainty() >= least)
            .toList();
  }

  /**
   * Returns the works that the visitor most likely likes best, those of the meeting included. For
   * works that filters allow, with reasons, give {@link #interactions} to a recommender.
   *
   * @param n how many, 1 or more
   * @return at most as many works, best first, ties by their order in the catalogue
   */
  public List<Artwork> best(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("n is " + n + ", expected 1 or more");
    }
    Catalog catalog = meeting.catalog();
    double[] products = meeting.space().products(posterior.mean());
    BitSet works = meeting.space().works();
    works.andNot(catalog.withdrawn());
    return works.stream()
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer work) -> -products[work])
                .thenComparingInt(work -> work))
        .limit(n)
        .map(catalog::get)
        .toList();
  }

  /**
   * Tells how likely this profile is right about which of two works the visitor likes better, for
   * two that a meeting shows, drawn at random.
   *
   * @return a half when nothing is known, up to 1
   */
  public double agreement() {
    return new PoolBelief(meeting.pool(), meeting.space(), posterior).agreement();
  }

  /**
   * Tells how much was learned: by how much the entropy of what the taste may be is less than
   * before the first answer.
   *
   * @return bits, 0 or more
   */
  public double bits() {
    return posterior.bits();
  }

  /**
   * {@return the answers as events for a recommender, by the standard preference model}
   *
   * @param user the visitor's id; any, for events of a request only
   */
  public List<Interaction> interactions(String user) {
    return interactions(user, PreferenceModel.standard());
  }

  /**
   * Returns the answers as events for a recommender: for {@code record}, after which forgetting the
   * visitor covers them, or as the history of a request. A work that was preferred is a favourite,
   * one that was not was skipped, each by as much as it counts in the mean of the taste, which is
   * more the less it was to be expected; the strongest gets a preference of 1 or -1. A
   * content-based strategy that counts dislikes in full makes the same of them up to the scale of
   * features. The works of the meeting are then known to the visitor, and not recommended unless a
   * request includes what was seen.
   *
   * @param user the visitor's id
   * @param model by which the recommender weighs events; of favourites and skips that it does not
   *     weigh above or below 0 there are none
   * @return the events, in catalogue order, without time; none where nothing was preferred
   */
  public List<Interaction> interactions(String user, PreferenceModel model) {
    double[] weights = posterior.weights();
    Map<Integer, Double> works = new TreeMap<>();
    for (int i = 0; i < weights.length; i++) {
      works.merge(judgments.get(i).liked(), weights[i], Double::sum);
      works.merge(judgments.get(i).passed(), -weights[i], Double::sum);
    }
    works.remove(Judgment.AVERAGE);
    double strongest = works.values().stream().mapToDouble(Math::abs).max().orElse(0);
    List<Interaction> events = new ArrayList<>();
    works.forEach(
        (work, weight) -> {
          InteractionKind kind = weight > 0 ? InteractionKind.FAVORITE : InteractionKind.SKIP;
          double value = weight / strongest / model.weight(kind);
          if (strongest > 0 && value > 0 && value <= Float.MAX_VALUE) {
            events.add(event(user, work, kind, value));
          }
        });
    return events;
  }

  private Interaction event(String user, int work, InteractionKind kind, double value) {
    return new Interaction(
        user,
        meeting.catalog().get(work).id(),
        kind,
        value,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "TasteProfile[%d comparisons, %.2f bits, right of %.0f %% of pairs]",
        judgments.size(),
        bits(),
        100 * agreement());
  }
}
