package io.artrec.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Chooses what a sentence says: the strongest reasons only, each true of the contributions or of
 * the records.
 */
final class SentenceWriter {
  private static final double SECOND_WORK = 0.5;
  private static final double WORTH_A_WORD = 0.15;
  private static final double SPEAKS_AGAINST = 0.5;
  private static final int MOST_WORDS = 3;

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
      return phrases.join(phrases.fallback(), reasons);
    }
    List<Explanation.WorkShare> works = explanation.works();
    if (works.isEmpty() || works.get(0).amount() <= 0) {
      addGeneral();
      addAgainst(works);
      if (reasons.isEmpty()) {
        reasons.add(phrases.bestMatch());
      }
      return phrases.join("", reasons);
    }
    SharedTraits traits = SharedTraits.of(explanation.artwork(), works.get(0).artwork());
    List<String> titles = new ArrayList<>(List.of(works.get(0).artwork().title()));
    if (works.size() > 1 && works.get(1).amount() >= SECOND_WORK * works.get(0).amount()) {
      SharedTraits both =
          traits.and(SharedTraits.of(explanation.artwork(), works.get(1).artwork()));
      if (!both.isEmpty()) {
        traits = both;
        titles.add(works.get(1).artwork().title());
      }
    }
    addTraits(traits);
    if (reasons.isEmpty()) {
      addGeneral();
    }
    addAgainst(works);
    String beginning =
        explanation.occasion() == Explanation.Occasion.SIMILAR
            ? phrases.likeNamed(titles.get(0))
            : phrases.likeKnown(titles);
    return phrases.join(beginning, reasons);
  }

  private void addTraits(SharedTraits traits) {
    Map<String, Double> facets = explanation.facets();
    double strongest = facets.values().stream().findFirst().orElse(0.0);
    if (!traits.artists().isEmpty()) {
      reasons.add(phrases.byArtist(traits.artists().get(0)));
    } else if (!traits.movements().isEmpty()) {
      reasons.add(phrases.movement(traits.movements().get(0)));
    }
    if (!traits.subjects().isEmpty()) {
      reasons.add(phrases.subjects(first(traits.subjects())));
    }
    boolean palette = facets.getOrDefault("palette", 0.0) > WORTH_A_WORD * strongest;
    if (palette && !traits.colors().isEmpty()) {
      reasons.add(phrases.colors(first(traits.colors())));
    }
    for (Map.Entry<String, Double> facet : facets.entrySet()) {
      boolean strong = facet.getValue() > 0 && facet.getValue() >= WORTH_A_WORD * strongest;
      if (strong && reasons.size() < MOST_WORDS && !said(facet.getKey(), traits)) {
        reasons.add(phrases.facet(facet.getKey()));
      }
    }
  }

  private static boolean said(String facet, SharedTraits traits) {
    return switch (facet) {
      case "artist" -> !traits.artists().isEmpty();
      case "movement" -> !traits.movements().isEmpty() || !traits.artists().isEmpty();
      case "subject" -> !traits.subjects().isEmpty();
      case "palette" -> !traits.colors().isEmpty();
      default -> false;
    };
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

  private void addAgainst(List<Explanation.WorkShare> works) {
    if (works.isEmpty()) {
      return;
    }
    Explanation.WorkShare last = works.get(works.size() - 1);
    if (last.amount() < 0 && -last.amount() > SPEAKS_AGAINST * Math.abs(works.get(0).amount())) {
      reasons.add(phrases.against(last.artwork().title()));
    }
  }

  private static List<String> first(List<String> values) {
    return values.subList(0, Math.min(MOST_WORDS, values.size()));
  }
}
