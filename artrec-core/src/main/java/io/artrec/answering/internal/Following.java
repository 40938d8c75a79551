package io.artrec.answering.internal;

import io.artrec.behavior.InterestProfile;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Trait;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.filter.CatalogFilters;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Brings works forward that have something which the asker follows or is interested in, and takes
 * back what they dislike. A work that has one followed trait gains half of the distance between the
 * lowest and the highest score, with two three quarters, with {@code k} the share {@code 1 - 2^-k}:
 * what is followed counts as a part of that weight would in a blend on the scale from 0 to 1.
 * Interests of weights that add up to {@code w} are worth the share {@code (1 - 2^-w) / 2}, always
 * less than one followed trait, and dislikes as much against the work; of a trait that is followed
 * the following alone counts. Of somebody of whom nothing else is known a work that is wanted gains
 * the whole distance more, so that those come first. Works that taste does not score stand at the
 * lowest score before that, and among themselves by how popular they are, which is worth a fifth of
 * the distance at most and so never another followed trait.
 */
final class Following {
  /** What contributions come from. */
  static final String NAME = "follow";

  /** What contributions of interests come from. */
  static final String INTERESTS = "interests";

  private static final double POPULAR = 0.2;

  private final Catalog catalog;
  private final CatalogFilters filters;
  private final Scorer popularity;

  Following(Catalog catalog, CatalogFilters filters, Scorer popularity) {
    this.catalog = catalog;
    this.filters = filters;
    this.popularity = popularity;
  }

  /** What of a work its asker follows, likes and dislikes. */
  private static final class Pull {
    private int followed;
    private double liked;
    private double disliked;

    private double byFollowing() {
      return 1 - Math.scalb(1.0, -followed);
    }

    private double byInterest() {
      return share(liked) - share(disliked);
    }

    private boolean isWanted() {
      return followed > 0 || liked > disliked;
    }

    /**
     * The share of the distance that the work gains.
     *
     * @param first 1 where what is wanted comes before all else
     */
    private double gain(int first) {
      return byFollowing() + byInterest() + (isWanted() ? first : 0);
    }
  }

  private static double share(double weight) {
    return (1 - Math.pow(2, -weight)) / 2;
  }

  /** What moves each work; works that nothing does are not there. */
  private Int2ObjectMap<Pull> pulls(Steering steering) {
    Int2ObjectOpenHashMap<Pull> pulls = new Int2ObjectOpenHashMap<>();
    Set<Trait> followed = steering.preferences().followed();
    followed.forEach(
        trait ->
            filters.forEachHaving(
                trait, work -> pulls.computeIfAbsent(work, w -> new Pull()).followed++));
    steering
        .interests()
        .weights()
        .forEach(
            (trait, weight) -> {
              if (!followed.contains(trait)) {
                filters.forEachHaving(
                    trait, work -> add(pulls.computeIfAbsent(work, w -> new Pull()), weight));
              }
            });
    return pulls;
  }

  private static void add(Pull pull, double weight) {
    if (weight > 0) {
      pull.liked += weight;
    } else {
      pull.disliked -= weight;
    }
  }

  /** The works that have something which an asker wants. */
  IntStream wanted(Steering steering) {
    Int2ObjectMap<Pull> pulls = pulls(steering);
    return pulls.keySet().intStream().filter(work -> pulls.get(work).isWanted());
  }

  /** The scores of an asker with what they follow and are interested in. */
  Scores lifted(Scores scores, Query asker, Steering steering) {
    Int2ObjectMap<Pull> pulls = pulls(steering);
    if (pulls.isEmpty()) {
      return scores;
    }
    Candidates candidates = scores.candidates();
    Span span = Span.of(scores);
    Scores popular = popular(asker, candidates, pulls);
    double most = Math.max(Span.of(popular).lowest() + Span.of(popular).width(), 0);
    double unit = most > 0 ? POPULAR * span.width() / most : 0;
    int first = asker.preferences().size() == 0 && asker.wish().isEmpty() ? 1 : 0;
    Scores lifted = new Scores(candidates);
    scores.draw().ifPresent(lifted::drawn);
    for (int position = 0; position < candidates.size(); position++) {
      Pull pull = pulls.get(candidates.artwork(position));
      double gain = pull == null ? 0 : span.width() * pull.gain(first);
      if (scores.isScored(position)) {
        lifted.set(position, scores.value(position) + gain);
      } else if (pull != null && pull.isWanted()) {
        double known = popular.isScored(position) ? unit * popular.value(position) : 0;
        lifted.set(position, span.lowest() + known + gain);
      }
    }
    return lifted.explainedBy(
        position -> {
          List<Contribution> parts = new ArrayList<>();
          if (scores.isScored(position)) {
            parts.addAll(scores.contributions(position));
          } else {
            if (span.lowest() != 0) {
              parts.add(new Contribution(NAME, new Cause.Offset("scale"), span.lowest()));
            }
            popular.contributions(position).forEach(part -> parts.add(part.times(unit)));
          }
          int work = candidates.artwork(position);
          if (pulls.containsKey(work)) {
            addPull(
                catalog.get(work), steering, pulls.get(work), new Gain(span.width(), first), parts);
          }
          return parts;
        });
  }

  /** Scores of works that taste does not score, with what the asker likes and dislikes. */
  Scores moved(Scores scores, Steering steering) {
    Int2ObjectMap<Pull> pulls = pulls(steering);
    Candidates candidates = scores.candidates();
    Span span = Span.of(scores);
    Scores moved = new Scores(candidates);
    scores.draw().ifPresent(moved::drawn);
    for (int position = 0; position < candidates.size(); position++) {
      if (scores.isScored(position)) {
        Pull pull = pulls.get(candidates.artwork(position));
        double gain = pull == null ? 0 : span.width() * pull.gain(0);
        moved.set(position, scores.value(position) + gain);
      }
    }
    return moved.explainedBy(
        position -> {
          List<Contribution> parts = new ArrayList<>(scores.contributions(position));
          int work = candidates.artwork(position);
          if (pulls.containsKey(work)) {
            addPull(catalog.get(work), steering, pulls.get(work), new Gain(span.width(), 0), parts);
          }
          return parts;
        });
  }

  /** Popularity of those that have what is wanted. */
  private Scores popular(Query asker, Candidates candidates, Int2ObjectMap<Pull> pulls) {
    Scores all = popularity.score(asker, candidates);
    Scores popular = new Scores(candidates);
    for (int position = 0; position < candidates.size(); position++) {
      Pull pull = pulls.get(candidates.artwork(position));
      if (all.isScored(position) && pull != null && pull.isWanted()) {
        popular.set(position, all.value(position));
      }
    }
    return popular.explainedBy(all::contributions);
  }

  /**
   * What a share is a share of.
   *
   * @param width the distance between the lowest and the highest score
   * @param first 1 where what is wanted comes before all else
   */
  private record Gain(double width, int first) {}

  private static void addPull(
      Artwork artwork, Steering steering, Pull pull, Gain of, List<Contribution> parts) {
    Set<Trait> followed = steering.preferences().followed();
    InterestProfile interests = steering.interests();
    double byFollowing = pull.byFollowing() + (pull.followed > 0 ? of.first() : 0);
    double byLikes = share(pull.liked) + (pull.followed == 0 && pull.isWanted() ? of.first() : 0);
    for (Trait trait : new LinkedHashSet<>(Trait.of(artwork))) {
      double weight = interests.weight(trait);
      if (followed.contains(trait)) {
        double amount = of.width() * byFollowing / pull.followed;
        parts.add(new Contribution(NAME, new Cause.Followed(trait), amount));
      } else if (weight != 0) {
        double amount =
            weight > 0
                ? of.width() * byLikes * weight / pull.liked
                : of.width() * share(pull.disliked) * weight / pull.disliked;
        Cause cause = new Cause.Interested(trait, interests.evidence(trait).orElseThrow());
        parts.add(new Contribution(INTERESTS, cause, amount));
      }
    }
  }
}
