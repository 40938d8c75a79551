package io.artrec.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses what a sentence says: the strongest reasons only, each true of the contributions or of
 * the two works that it names.
 */
final class SentenceWriter {
  private static final double SECOND_WORK = 0.5;
  private static final double SPEAKS_AGAINST = 0.5;
  private static final int MOST_WORDS = 3;
  private static final int MOST_WISH = 60;

  private final Explanation explanation;
  private final Phrases phrases;
  private final List<String> reasons = new ArrayList<>();

  SentenceWriter(Explanation explanation, Phrases phrases) {
    this.explanation = explanation;
    this.phrases = phrases;
  }

  String write() {
    if (explanation.isFallback()) {
      addGeneral();
      boolean named = explanation.occasion() == Explanation.Occasion.SIMILAR_FALLBACK;
      return phrases.join(named ? phrases.nothingAlike() : phrases.fallback(), reasons);
    }
    List<Explanation.WorkShare> liked = explanation.works(known -> known.weight() > 0);
    List<Explanation.WorkShare> disliked = explanation.works(known -> known.weight() < 0);
    double strongest = liked.isEmpty() ? 0 : liked.get(0).amount();
    addWish(strongest);
    if (strongest <= 0) {
      addGeneral();
      addDisliked(disliked, strongest);
      if (reasons.isEmpty()) {
        boolean anyFor = explanation.contributions().stream().anyMatch(c -> c.amount() > 0);
        reasons.add(anyFor ? phrases.bestMatch() : phrases.nothing());
      }
      return phrases.join("", reasons);
    }
    if (!reasons.isEmpty() && wished() > strongest) {
      return phrases.join("", reasons);
    }
    if (liked.get(0).artwork().equals(explanation.artwork())) {
      reasons.add(phrases.likedItself());
      return phrases.join("", reasons);
    }
    String beginning = byBehavior(liked.get(0)) ? chosenByOthers(liked) : alike(liked);
    addDisliked(disliked, strongest);
    return phrases.join(beginning, reasons);
  }

  /**
   * The asker's own words, where they count beside what speaks loudest of the liked works: that the
   * work fits them, or that it does not when nothing else speaks for it.
   */
  private void addWish(double strongest) {
    double wished = wished();
    if (!SharedTraits.speaks(wished, strongest)) {
      return;
    }
    List<Cause.Wish> wishes =
        explanation.contributions().stream()
            .filter(contribution -> contribution.amount() > 0)
            .map(Contribution::cause)
            .filter(Cause.Wish.class::isInstance)
            .map(Cause.Wish.class::cast)
            .toList();
    Optional<Cause.Wish> met = wishes.stream().filter(Cause.Wish::fits).findFirst();
    if (met.isPresent()) {
      reasons.add(phrases.wish(shortened(met.get().words())));
    } else if (!wishes.isEmpty() && wished > strongest) {
      reasons.add(phrases.wishUnmet(shortened(wishes.get(0).words())));
    }
  }

  private double wished() {
    return explanation.contributions().stream()
        .filter(contribution -> contribution.cause() instanceof Cause.Wish)
        .mapToDouble(Contribution::amount)
        .sum();
  }

  private static String shortened(String words) {
    String line = words.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= MOST_WISH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MOST_WISH - 1)).strip() + "…";
  }

  /** Whether a work speaks for this one by what visitors did, more than by being like it. */
  private boolean byBehavior(Explanation.WorkShare work) {
    return explanation.occasion() != Explanation.Occasion.SIMILAR
        && explanation.fromBehavior(work.artwork()) > 0.5 * work.amount();
  }

  private String chosenByOthers(List<Explanation.WorkShare> works) {
    List<String> titles = new ArrayList<>(List.of(works.get(0).artwork().title()));
    if (isSecond(works) && byBehavior(works.get(1))) {
      titles.add(works.get(1).artwork().title());
    }
    reasons.add(phrases.others(titles));
    if (titles.size() == 1) {
      addTraits(traits(works.get(0)));
    }
    return "";
  }

  private String alike(List<Explanation.WorkShare> works) {
    SharedTraits traits = traits(works.get(0));
    List<String> titles = new ArrayList<>(List.of(works.get(0).artwork().title()));
    if (isSecond(works)) {
      SharedTraits both = traits.and(traits(works.get(1)));
      if (!both.isEmpty()) {
        traits = both;
        titles.add(works.get(1).artwork().title());
      }
    }
    addTraits(traits);
    boolean named = explanation.occasion() == Explanation.Occasion.SIMILAR;
    if (traits.isEmpty()) {
      return named ? phrases.nearest(titles.get(0)) : phrases.because(titles.get(0));
    }
    return named ? phrases.likeNamed(titles.get(0)) : phrases.likeKnown(titles);
  }

  private static boolean isSecond(List<Explanation.WorkShare> works) {
    return works.size() > 1 && works.get(1).amount() >= SECOND_WORK * works.get(0).amount();
  }

  private SharedTraits traits(Explanation.WorkShare known) {
    return SharedTraits.of(explanation, known.artwork());
  }

  private void addTraits(SharedTraits traits) {
    if (!traits.artists().isEmpty()) {
      reasons.add(phrases.byArtist(traits.artists().get(0)));
    } else if (!traits.linked().isEmpty()) {
      reasons.add(phrases.linkedArtist(traits.linked().get(0)));
    } else if (!traits.movements().isEmpty()) {
      reasons.add(phrases.movement(traits.movements().get(0)));
    }
    if (!traits.subjects().isEmpty()) {
      reasons.add(phrases.subjects(first(traits.subjects())));
    }
    if (!traits.colors().isEmpty()) {
      reasons.add(phrases.colors(first(traits.colors())));
    }
    for (String facet : traits.facets()) {
      boolean isSaid =
          switch (facet) {
            case "palette" -> !traits.colors().isEmpty();
            case "details" -> !reasons.isEmpty();
            default -> false;
          };
      if (reasons.size() < MOST_WORDS && !isSaid) {
        reasons.add(phrases.facet(facet));
      }
    }
  }

  /** Reasons that need no liked work: popularity, chance, behaviour of others. */
  private void addGeneral() {
    for (Contribution contribution : explanation.contributions()) {
      if (reasons.isEmpty() && contribution.amount() > 0) {
        if (contribution.cause() instanceof Cause.Popularity popularity) {
          reasons.add(phrases.popular(popularity.events(), popularity.recent()));
        } else if (contribution.cause() instanceof Cause.Chance) {
          reasons.add(phrases.chance());
        }
      }
    }
  }

  /** Disliked works that this one is like or, where nothing else speaks for it, is unlike. */
  private void addDisliked(List<Explanation.WorkShare> disliked, double strongest) {
    if (disliked.isEmpty()) {
      return;
    }
    Explanation.WorkShare last = disliked.get(disliked.size() - 1);
    if (last.amount() < 0 && -last.amount() > SPEAKS_AGAINST * Math.abs(strongest)) {
      if (!traits(last).isEmpty()) {
        reasons.add(phrases.against(last.artwork().title()));
      }
    } else if (reasons.isEmpty() && disliked.get(0).amount() > 0) {
      reasons.add(phrases.unlike(disliked.get(0).artwork().title()));
    }
  }

  private static List<String> first(List<String> values) {
    return values.subList(0, Math.min(MOST_WORDS, values.size()));
  }
}
