package io.artrec;

import io.artrec.answering.internal.Place;
import io.artrec.catalog.Artwork;
import io.artrec.explain.Explanation;
import io.artrec.promotion.Placement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One place of an answer: an artwork, and how it came there. Immutable and thread-safe; equal to
 * another with the same artwork, score, ranks, propensity and contributions, whichever answer it
 * stands in.
 *
 * <p>Score and rank may disagree: a re-ranker moves works and leaves their scores, so {@link
 * #rankBefore()} says where the score alone had put the work. So do works at set places ({@link
 * #isPlaced()}). Fall-backs follow all others, and their scores compare among themselves only.
 */
public final class Recommendation {
  private final Place place;
  private final int rank;
  private final AnswerName answer;

  Recommendation(Place place, int rank, AnswerName answer) {
    this.place = place;
    this.rank = rank;
    this.answer = answer;
  }

  /**
   * Returns the work.
   *
   * @return the artwork
   */
  public Artwork artwork() {
    return explanation().artwork();
  }

  /**
   * {@return the strategy's score, which re-ranking does not change; higher is better; comparable
   * within one answer, among fall-backs and among the others}
   */
  public double score() {
    return explanation().score();
  }

  /**
   * Returns the place in the answer.
   *
   * @return 1 for the first
   */
  public int rank() {
    return rank;
  }

  /**
   * Returns the place that the work had before re-ranking, by its score.
   *
   * @return 1 for the first; the rank where there is no re-ranker
   */
  public int rankBefore() {
    return place.rankBefore();
  }

  /**
   * Returns why the work is there: contributions that add up to the score, and a sentence.
   *
   * @return the explanation
   */
  public Explanation explanation() {
    return place.explanation();
  }

  /**
   * Tells whether the work only fills the list.
   *
   * @return true for a fall-back
   */
  public boolean isFallback() {
    return explanation().isFallback();
  }

  /**
   * Tells whether the work has a set place for everybody, so that its being here says nothing of
   * whom the answer is for: the house pinned it, or a sponsor paid.
   *
   * @return true for a placed work
   */
  public boolean isPlaced() {
    return place.placement().isPresent();
  }

  /**
   * Returns who paid for the place. Whoever shows the work says so; {@link #explanation()} does.
   *
   * @return the sponsor; empty where nobody paid
   */
  public Optional<String> sponsor() {
    return place.placement().flatMap(Placement::sponsor);
  }

  /**
   * Returns which strategies chose the work: for each how much it moved the score, up or down,
   * among all that did, among them {@code follow}, {@code impressions} and {@code promotion}.
   *
   * @return shares by strategy name, the largest first, adding up to 1; for a {@linkplain
   *     #isFallback() fall-back} what filled up: {@code popularity} or {@code random}; for a
   *     {@linkplain #isPlaced() placed} work {@code pinned} or {@code sponsored} alone
   */
  public Map<String, Double> chosenBy() {
    if (isPlaced()) {
      return Map.of(sponsor().isPresent() ? "sponsored" : "pinned", 1.0);
    }
    Map<String, Double> amounts = new LinkedHashMap<>();
    explanation()
        .contributions()
        .forEach(part -> amounts.merge(part.strategy(), Math.abs(part.amount()), Double::sum));
    double whole = amounts.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Double> shares = new LinkedHashMap<>();
    amounts.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(
            part ->
                shares.put(
                    part.getKey(), whole > 0 ? part.getValue() / whole : 1.0 / amounts.size()));
    return Collections.unmodifiableMap(shares);
  }

  /**
   * Returns the probability with which chance put this work at this place, over the seeds that
   * answers draw, for logs from which other recommenders are estimated. Known where works were
   * drawn evenly, as fall-backs by chance and the strategy {@code random} are: one of as many as
   * were eligible when the draw began. Empty where no chance was involved; where a re-ranker moves
   * works by what was drawn, a blend has chance among its parts, or a filter decides work by work
   * (one of your own that is passed for the first time, or a live one), it is not known and empty,
   * too.
   *
   * @return above 0, at most 1; or empty
   */
  public OptionalDouble propensity() {
    return place.propensity();
  }

  /**
   * Returns what re-rankers say of this place: why the work moved.
   *
   * @return notes in English for logs and for those who look after the recommender; empty when
   *     nothing was said
   */
  public List<String> notes() {
    return place.notes();
  }

  /**
   * Returns all of it in maps, lists, numbers, texts and booleans, which any writer of JSON takes
   * as they are: answer and model version, rank, score, the artwork's known fields, the sentence in
   * the language of the request, and reasons whose amounts add up to the score.
   *
   * @return an unmodifiable map
   */
  public Map<String, Object> plain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("answer", answer.id());
    plain.put("modelVersion", answer.modelVersion());
    plain.put("rank", rank);
    plain.put("rankBefore", rankBefore());
    plain.put("score", score());
    plain.put("fallback", isFallback());
    plain.put("chosenBy", chosenBy());
    plain.put("placed", isPlaced());
    sponsor().ifPresent(name -> plain.put("sponsor", name));
    propensity().ifPresent(probability -> plain.put("propensity", probability));
    if (!notes().isEmpty()) {
      plain.put("notes", notes());
    }
    plain.put("sentence", explanation().toString());
    plain.put("reasons", PlainReasons.of(explanation()));
    plain.put("artwork", PlainArtwork.of(artwork()));
    return Collections.unmodifiableMap(plain);
  }

  private List<Object> parts() {
    return List.of(
        artwork(),
        score(),
        rank,
        rankBefore(),
        propensity(),
        place.placement(),
        explanation().occasion(),
        explanation().contributions());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || (other instanceof Recommendation that && parts().equals(that.parts()));
  }

  @Override
  public int hashCode() {
    return 31 * artwork().hashCode() + rank;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d. %s, %.4f: %s", rank, artwork(), score(), explanation());
  }
}
