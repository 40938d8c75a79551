package io.artrec;

import io.artrec.answering.internal.Standing;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Trait;
import io.artrec.explain.Obstacle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Why a work is not in an answer: what keeps it out, how far below the others it stands, and which
 * small changes would bring it in, each tried. Immutable and thread-safe.
 */
public final class WhyNot {
  private final Artwork artwork;
  private final int n;
  private final Standing standing;
  private final List<Change> changes;

  /**
   * Something that brings the work into the answer by itself, with all else as it is.
   *
   * @param kind what is changed
   * @param what to what: the works to like, the facet, the number of works
   */
  public record Change(Kind kind, String what) {
    /** What can be changed. */
    public enum Kind {
      /** Liking other works: their ids, as few as do it. */
      LIKE,
      /** Letting one facet alone count: its name. */
      FACET,
      /** Asking for more works: how many. */
      MORE
    }
  }

  WhyNot(Artwork artwork, int n, Standing standing, List<Change> changes) {
    this.artwork = artwork;
    this.n = n;
    this.standing = standing;
    this.changes = List.copyOf(changes);
  }

  /**
   * Returns the work asked about.
   *
   * @return the artwork
   */
  public Artwork artwork() {
    return artwork;
  }

  /**
   * Returns the work's place when it is in the answer after all.
   *
   * @return 1 for the first; empty when it is not there
   */
  public OptionalInt place() {
    return standing.chosen();
  }

  /**
   * Returns what keeps the work out, whatever its score: all of it.
   *
   * @return empty when only the score, or the re-ranker, does
   */
  public List<Obstacle> obstacles() {
    return standing.obstacles();
  }

  /**
   * Returns the work's rank by score among those that may be answered, as if nothing kept it out.
   *
   * @return 1 for the best; empty when nothing known speaks for or against the work
   */
  public OptionalInt rank() {
    return standing.rank();
  }

  /** {@return the work's score; empty when it has none} */
  public OptionalDouble score() {
    return standing.score();
  }

  /**
   * {@return how far the work is below the last one that has a place by its score, 0 or more; empty
   * when it has no score, or so few works have one that it would have a place}
   */
  public OptionalDouble below() {
    return standing.score().isPresent()
            && standing.least().isPresent()
            && standing.least().getAsDouble() >= standing.score().getAsDouble()
        ? OptionalDouble.of(standing.least().getAsDouble() - standing.score().getAsDouble())
        : OptionalDouble.empty();
  }

  /**
   * Tells whether the work's score would give it a place, and the re-ranker, or works that have set
   * places for everybody, do not.
   *
   * @return true when others were preferred for variety, a cap, as one of the same series and the
   *     like
   */
  public boolean isReordered() {
    return place().isEmpty()
        && obstacles().isEmpty()
        && rank().isPresent()
        && rank().getAsInt() <= n;
  }

  /** What may stand before a work whose score would do. */
  private List<String> before() {
    List<String> before = new ArrayList<>();
    before.add("the re-ranker prefers others");
    if (artwork.series().isPresent()) {
      before.add("another work of its series comes first");
    }
    if (standing.placed() > 0) {
      before.add("works with set places stand before it");
    }
    return before;
  }

  /**
   * Returns how often the visitor was shown the work since they last did something with it, for
   * which its score is lower by the recommender's {@link io.artrec.behavior.ImpressionDiscount}.
   *
   * @return 0 when they were not, nothing fades, or several ask and the first was not
   */
  public int shown() {
    return standing.shown();
  }

  /**
   * Returns what of the work the visitor dislikes, as far as that is known, for which its score is
   * lower.
   *
   * @return artists, movements, subjects and moods of the work; empty when there are none, or
   *     several ask and they are not the first's
   */
  public List<Trait> disliked() {
    return standing.against();
  }

  /**
   * Returns changes of which each alone brings the work into the answer. None is looked for where
   * an {@linkplain #obstacles obstacle} stands in the way.
   *
   * @return what was tried and does it: likes, then a facet, then more works
   */
  public List<Change> changes() {
    return changes;
  }

  /**
   * Returns all of it for any JSON mapper.
   *
   * @return an unmodifiable map of strings, numbers, lists and maps
   */
  public Map<String, Object> plain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("artwork", artwork.id());
    place().ifPresent(place -> plain.put("place", place));
    plain.put(
        "obstacles",
        obstacles().stream().map(o -> Map.of("kind", code(o.kind()), "what", o.what())).toList());
    rank().ifPresent(rank -> plain.put("rank", rank));
    score().ifPresent(score -> plain.put("score", score));
    below().ifPresent(below -> plain.put("below", below));
    plain.put("reordered", isReordered());
    if (shown() > 0) {
      plain.put("shown", shown());
    }
    if (!disliked().isEmpty()) {
      plain.put("disliked", disliked().stream().map(Trait::toString).toList());
    }
    plain.put(
        "changes",
        changes.stream().map(c -> Map.of("kind", code(c.kind()), "what", c.what())).toList());
    return Collections.unmodifiableMap(plain);
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns sentences for whoever looks after the collection.
   *
   * @return English
   */
  @Override
  public String toString() {
    if (place().isPresent()) {
      return artwork.title() + " is in the answer, at place " + place().getAsInt() + ".";
    }
    List<String> said = new ArrayList<>();
    obstacles().forEach(obstacle -> said.add(said(obstacle)));
    if (isReordered()) {
      said.add("its score would do, and " + String.join(" or ", before()));
    } else if (rank().isEmpty()) {
      said.add("nothing known speaks for or against it");
    } else {
      said.add(
          String.format(
              Locale.ROOT,
              "by its score it is number %d, and %d are wanted%s",
              rank().getAsInt(),
              n,
              below().isPresent()
                  ? String.format(
                      Locale.ROOT, ", %.4g below the last of them", below().getAsDouble())
                  : ""));
    }
    if (shown() > 0) {
      said.add(
          "it was shown "
              + (shown() == 1 ? "once" : shown() + " times")
              + " and nothing was done with it, for which its score is lower");
    }
    if (!disliked().isEmpty()) {
      said.add(
          "its score is lower for what the asker is known to dislike: "
              + disliked().stream().map(Trait::toString).collect(Collectors.joining(", ")));
    }
    String why = artwork.title() + " is not in the answer: " + String.join("; ", said) + ".";
    return changes.isEmpty()
        ? why
        : why
            + " It would be "
            + changes.stream().map(WhyNot::said).collect(Collectors.joining(", or "))
            + ".";
  }

  private static String said(Obstacle obstacle) {
    return switch (obstacle.kind()) {
      case WITHDRAWN -> "it is withdrawn";
      case SEEN -> "the asker had to do with it already";
      case EXCLUDED -> "the request excludes it";
      case BLOCKED -> "the asker has blocked the " + obstacle.what();
      case STANDING_FILTER -> "the recommender's filter '" + obstacle.what() + "' refuses it";
      case FILTER -> "the request's filter '" + obstacle.what() + "' refuses it";
    };
  }

  private static String said(Change change) {
    return switch (change.kind()) {
      case LIKE -> "after liking " + change.what();
      case FACET -> "if only '" + change.what() + "' counted";
      case MORE -> "among " + change.what() + " works";
    };
  }
}
