package io.artrec;

import io.artrec.answering.internal.AnsweredQuestion;
import io.artrec.behavior.DrawnAnswer;
import io.artrec.behavior.Interaction;
import io.artrec.strategy.Draw;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * An answer: recommendations, best first, and how they came about. An unmodifiable list, which is
 * equal to any list of the same recommendations, whatever its {@link #id()}. Thread-safe.
 *
 * <p>An answer can be had again: the same {@link #request()} with the {@link #seed()}, at the same
 * {@link #time()}, put to the same {@link #modelVersion()} with the same events recorded and the
 * same filters and re-ranker passed, gives equal recommendations. Time matters where preferences or
 * trends fade.
 */
public final class Recommendations extends AbstractList<Recommendation> implements RandomAccess {
  /**
   * What was asked.
   *
   * @param request the request
   * @param variant of an experiment
   * @param time when
   * @param seed what decided what was left to chance
   */
  record Asked(Request request, Optional<String> variant, Instant time, long seed) {}

  private final AnswerName name;
  private final Asked asked;
  private final Timings timings;
  private final List<String> leftOut;
  private final Optional<Draw> draw;
  private final List<Recommendation> places;

  Recommendations(AnswerName name, Asked asked, AnsweredQuestion answer) {
    this.name = name;
    this.asked = asked;
    timings = new Timings(answer.course());
    leftOut = answer.course().leftOut();
    draw = answer.draw();
    List<Recommendation> ranked = new ArrayList<>();
    answer
        .places()
        .forEach(place -> ranked.add(new Recommendation(place, ranked.size() + 1, name)));
    places = List.copyOf(ranked);
  }

  private Recommendations(Recommendations answer, Timings timings) {
    name = answer.name;
    asked = answer.asked;
    this.timings = timings;
    leftOut = answer.leftOut;
    draw = answer.draw;
    places = answer.places;
  }

  /** The same, given again. */
  Recommendations fromCache(long nanos) {
    return new Recommendations(this, new Timings(nanos));
  }

  @Override
  public Recommendation get(int index) {
    return places.get(index);
  }

  @Override
  public int size() {
    return places.size();
  }

  /**
   * Returns the answer's name, for logs and for what comes back of it.
   *
   * @return an id that no other answer has
   */
  public String id() {
    return name.id();
  }

  /**
   * Returns what answered. Building, {@code retrain}, {@code refresh}, what erasures bring, and
   * each change of the catalogue give it another version; saving and loading keep it, and so does
   * recording. A restart that takes changes of the catalogue from a log gives them a version of its
   * own.
   *
   * @return 16 hexadecimal digits
   */
  public String modelVersion() {
    return name.modelVersion();
  }

  /** {@return what was asked, as it came} */
  public Request request() {
    return asked.request();
  }

  /**
   * Returns which variant of an experiment this is for.
   *
   * @return the request's variant, or else the one that the recommender's experiment has for the
   *     visitor; empty outside of experiments
   */
  public Optional<String> variant() {
    return asked.variant();
  }

  /**
   * Returns when it was asked.
   *
   * @return the time of the recommender's clock
   */
  public Instant time() {
    return asked.time();
  }

  /**
   * Returns what decided what was left to chance: the request's seed, or one made of the
   * recommender's, the asker and the time to the millisecond. {@link Request.Builder#seed} takes
   * it.
   *
   * @return the seed; unless the request set it, from 0 to 2<sup>53</sup> − 1
   */
  public long seed() {
    return asked.seed();
  }

  /**
   * Returns which of several ways to score the strategy drew for this answer, where it is one that
   * draws, and with which probability.
   *
   * @return what was drawn; empty where scores are not left to chance
   */
  public Optional<Draw> draw() {
    return draw;
  }

  /**
   * Returns how much of the answer only fills it.
   *
   * @return the share of places with a fall-back, 0 to 1; 0 for an empty answer
   */
  public double fallbackShare() {
    return places.isEmpty()
        ? 0
        : (double) places.stream().filter(Recommendation::isFallback).count() / places.size();
  }

  /**
   * Tells whether something was left out: the time of the request was over, or a re-ranker fell
   * back.
   *
   * @return true when {@link #leftOut()} says what
   */
  public boolean isPartial() {
    return !leftOut.isEmpty();
  }

  /** {@return what was left out, for instance {@code re-ranking}; empty for a whole answer} */
  public List<String> leftOut() {
    return leftOut;
  }

  /**
   * Returns the events that say that this answer was shown to whom it is for, at the time of the
   * answer: an impression of each work. Recorded ({@link Recommender#recordAll(List)}) they have
   * works fade that are shown again and again; {@link Recommender#recordShown} records them with
   * what was drawn. Their event ids follow from the answer's {@link #id()} and the place, so that
   * recording them twice counts once.
   *
   * @return the events, in the order of the places
   * @throws IllegalStateException when the request names no single visitor
   */
  public List<Interaction> impressions() {
    return impressions(requireVisitor(), time());
  }

  /** Whom the answer is for. */
  String requireVisitor() {
    if (!(asked.request() instanceof RecommendationRequest request) || request.user().isEmpty()) {
      throw new IllegalStateException(
          "answer "
              + id()
              + " to "
              + asked.request()
              + " is for no single visitor; call impressions(visitor, when) for each who was shown"
              + " it");
    }
    return request.user().get();
  }

  /**
   * {@return the events that say that this answer was shown to somebody, in the order of the
   * places}
   *
   * @param visitor their id
   * @param when when it was shown
   */
  public List<Interaction> impressions(String visitor, Instant when) {
    return places.stream()
        .map(
            place ->
                Interaction.impression(visitor, place.artwork().id())
                    .at(when)
                    .withEventId(id() + "/" + place.rank()))
        .toList();
  }

  /**
   * Returns what must be kept of this answer so that what comes of it is credited to the arm that
   * was drawn, as {@link Recommender#recordShown(Recommendations, String, Instant)} keeps it: all
   * but works that have a set place for everybody.
   *
   * @param when when it was shown
   * @return the answer; empty where nothing was drawn
   */
  public Optional<DrawnAnswer> drawn(Instant when) {
    return draw.map(
        drawn ->
            DrawnAnswer.of(id(), drawn.arm(), drawn.probability())
                .segment(drawn.segment())
                .works(
                    places.stream()
                        .filter(place -> !place.isPlaced())
                        .map(place -> place.artwork().id())
                        .toList())
                .at(when));
  }

  /**
   * Tells whether this answer was made for an earlier equal request, whose id, time, seed, variant
   * and draw it has ({@link RecommenderBuilder#answerCache}).
   *
   * @return whether it came from the cache
   */
  public boolean isCached() {
    return timings.isCached();
  }

  /**
   * Returns how long it took.
   *
   * @return the times of the steps
   */
  public Timings timings() {
    return timings;
  }

  /**
   * Returns all of it in maps, lists, numbers, texts and booleans, which any writer of JSON takes
   * as they are; the request but for variant and seed is left out.
   *
   * @return an unmodifiable map; {@code recommendations} holds what {@link Recommendation#plain()}
   *     gives of each place
   */
  public Map<String, Object> plain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("answer", id());
    plain.put("modelVersion", modelVersion());
    variant().ifPresent(variant -> plain.put("variant", variant));
    plain.put("time", time().toString());
    plain.put("seed", seed());
    draw.ifPresent(
        drawn ->
            plain.put(
                "drawn",
                Map.of(
                    "arm", drawn.arm(),
                    "probability", drawn.probability(),
                    "segment", drawn.segment())));
    plain.put("fallbackShare", fallbackShare());
    plain.put("partial", isPartial());
    plain.put("leftOut", leftOut);
    plain.put("cached", isCached());
    plain.put("timings", timings.plain());
    plain.put("recommendations", places.stream().map(Recommendation::plain).toList());
    return Collections.unmodifiableMap(plain);
  }
}
