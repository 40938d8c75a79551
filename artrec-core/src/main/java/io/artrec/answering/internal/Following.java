package io.artrec.answering.internal;

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
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings works forward that have something which the asker follows. A work that has one such trait
 * gains half of the distance between the lowest and the highest score, with two three quarters,
 * with {@code k} the share {@code 1 - 2^-k}: what is followed counts as a part of that weight would
 * in a blend on the scale from 0 to 1. Of somebody of whom nothing else is known it gains the whole
 * distance more, so that works of what they follow come first. Works that taste does not score
 * stand at the lowest score before that, and among themselves by how popular they are, which is
 * worth a fifth of the distance at most and so never another trait.
 */
final class Following {
  /** What contributions come from. */
  static final String NAME = "follow";

  private static final double POPULAR = 0.2;

  private final Catalog catalog;
  private final CatalogFilters filters;
  private final Scorer popularity;

  Following(Catalog catalog, CatalogFilters filters, Scorer popularity) {
    this.catalog = catalog;
    this.filters = filters;
    this.popularity = popularity;
  }

  /** How many of some traits each work has; works that have none are not there. */
  Int2IntMap counts(Set<Trait> followed) {
    Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
    followed.forEach(trait -> filters.forEachHaving(trait, work -> counts.addTo(work, 1)));
    return counts;
  }

  /** The scores of an asker with what they follow. */
  Scores lifted(Scores scores, Query asker, Set<Trait> followed) {
    Int2IntMap counts = counts(followed);
    if (counts.isEmpty()) {
      return scores;
    }
    Candidates candidates = scores.candidates();
    Span span = Span.of(scores);
    Scores popular = popular(asker, candidates, counts);
    double most = Math.max(Span.of(popular).lowest() + Span.of(popular).width(), 0);
    double unit = most > 0 ? POPULAR * span.width() / most : 0;
    int first = asker.preferences().size() == 0 && asker.wish().isEmpty() ? 1 : 0;
    Scores lifted = new Scores(candidates);
    scores.draw().ifPresent(lifted::drawn);
    for (int position = 0; position < candidates.size(); position++) {
      int count = counts.get(candidates.artwork(position));
      if (scores.isScored(position)) {
        lifted.set(position, scores.value(position) + span.width() * share(count, first));
      } else if (count > 0) {
        double known = popular.isScored(position) ? unit * popular.value(position) : 0;
        lifted.set(position, span.lowest() + known + span.width() * share(count, first));
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
          addFollowed(candidates.artwork(position), followed, first, span.width(), parts);
          return parts;
        });
  }

  /** Popularity of those that have what is followed. */
  private Scores popular(Query asker, Candidates candidates, Int2IntMap counts) {
    Scores all = popularity.score(asker, candidates);
    Scores popular = new Scores(candidates);
    for (int position = 0; position < candidates.size(); position++) {
      if (all.isScored(position) && counts.containsKey(candidates.artwork(position))) {
        popular.set(position, all.value(position));
      }
    }
    return popular.explainedBy(all::contributions);
  }

  private static double share(int count, int first) {
    return count == 0 ? 0 : first + 1 - Math.scalb(1.0, -count);
  }

  private void addFollowed(
      int work, Set<Trait> followed, int first, double width, List<Contribution> parts) {
    Artwork artwork = catalog.get(work);
    Set<Trait> had = new LinkedHashSet<>(Trait.of(artwork));
    had.retainAll(followed);
    for (Trait trait : had) {
      double amount = width * share(had.size(), first) / had.size();
      parts.add(new Contribution(NAME, new Cause.Followed(trait), amount));
    }
  }
}
