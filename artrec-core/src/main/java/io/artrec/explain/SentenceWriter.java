package io.artrec.explain;

import io.artrec.explain.Explanation.ArtworkShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses what a sentence says: the strongest reasons only, each true of the contributions or of
 * the two works that it names.
 */
final class SentenceWriter {
  private static final Logger LOG = LoggerFactory.getLogger(SentenceWriter.class);
  private static final double SECOND_WORK = 0.5;
  private static final double SPEAKS_AGAINST = 0.5;
  private static final double RECENT_EVENTS = 0.5;
  private static final int MOST_WORDS = 3;
  private static final int MOST_WISH = 60;

  private final StandardSentences standard;
  private final Explanation explanation;
  private final ChosenPhrases chosen;
  private final Phrases phrases;
  private final Locale language;
  private final List<String> traits = new ArrayList<>();
  private final List<String> further = new ArrayList<>();

  SentenceWriter(
      StandardSentences standard, Explanation explanation, ChosenPhrases chosen, Locale language) {
    this.standard = standard;
    this.explanation = explanation;
    this.chosen = chosen;
    phrases = chosen.language();
    this.language = language;
  }

  String write() {
    Optional<Cause.Placed> placed =
        explanation.contributions().stream()
            .map(Contribution::cause)
            .filter(Cause.Placed.class::isInstance)
            .map(Cause.Placed.class::cast)
            .findFirst();
    if (placed.isPresent()) {
      further.add(say(phrases.placed(placed.get().sponsor().map(SentenceWriter::line))));
      return join("");
    }
    if (explanation.isFallback()) {
      addOwn(0);
      addGeneral();
      boolean named = explanation.occasion() == Explanation.Occasion.SIMILAR_FALLBACK;
      return join(chosen.opening(named ? phrases.nothingAlike() : phrases.fallback()));
    }
    List<ArtworkShare> preferred = explanation.preferred();
    double strongest = preferred.isEmpty() ? 0 : preferred.get(0).amount();
    double own = addOwn(strongest);
    if (strongest <= 0) {
      addGeneral();
      addRejected(strongest);
      if (further.isEmpty()) {
        boolean anyFor = explanation.contributions().stream().anyMatch(c -> c.amount() > 0);
        further.add(say(anyFor ? phrases.bestMatch() : phrases.nothing()));
      }
      return join("");
    }
    if (!further.isEmpty() && own > strongest) {
      return join("");
    }
    if (isItself(preferred.get(0)) && explanation.isLiked(explanation.artwork())) {
      further.add(0, chosen.opening(phrases.likedItself()));
      return join("");
    }
    List<ArtworkShare> others = preferred.stream().filter(work -> !isItself(work)).toList();
    if (others.isEmpty() || others.get(0).amount() <= 0) {
      if (further.isEmpty()) {
        further.add(say(phrases.bestMatch()));
      }
      return join("");
    }
    String beginning = isByBehavior(others.get(0)) ? linkedByOthers(others) : alike(others);
    addRejected(strongest);
    return join(beginning);
  }

  private String join(String beginning) {
    return chosen.next(phrases.join(beginning, traits, further));
  }

  /** A phrase that may turn out to be the first. */
  private String say(List<String> ways) {
    return further.isEmpty() ? chosen.opening(ways) : chosen.next(ways);
  }

  /**
   * What causes say for themselves, where they count beside what speaks loudest: the asker's own
   * words, that the work fits them or, when nothing else speaks louder, that it does not; and what
   * has words. Returns the loudest amount of these.
   */
  private double addOwn(double strongest) {
    Map<Cause, Double> sums = new LinkedHashMap<>();
    for (Contribution contribution : explanation.contributions()) {
      sums.merge(contribution.cause(), contribution.amount(), Double::sum);
    }
    double wished = wished();
    Map<String, Double> told = new LinkedHashMap<>();
    double loudest = Math.max(strongest, wished);
    for (Map.Entry<Cause, Double> sum : sums.entrySet()) {
      Optional<String> words = words(sum.getKey());
      words.ifPresent(phrase -> told.merge(phrase, sum.getValue(), Double::sum));
      if (words.isPresent() || isGeneral(sum.getKey())) {
        loudest = Math.max(loudest, sum.getValue());
      }
    }
    if (SharedTraits.speaks(wished, loudest)) {
      addWish(wished > strongest);
    }
    double most = further.isEmpty() ? 0 : wished;
    for (Map.Entry<String, Double> sum :
        told.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_WORDS)
            .toList()) {
      if (SharedTraits.speaks(sum.getValue(), loudest)) {
        further.add(sum.getKey());
        most = Math.max(most, sum.getValue());
      }
    }
    return most;
  }

  private Optional<String> words(Cause cause) {
    if (cause instanceof Cause.Followed followed) {
      List<String> ways = phrases.followed(followed.trait());
      return ways.isEmpty() ? Optional.empty() : Optional.of(chosen.opening(ways));
    }
    if (cause instanceof Cause.Interested interest) {
      List<String> ways = phrases.interested(interest.trait(), interest.evidence());
      return ways.isEmpty() ? Optional.empty() : Optional.of(chosen.opening(ways));
    }
    if (cause instanceof Cause.Promoted) {
      return Optional.of(chosen.opening(phrases.promoted()));
    }
    try {
      return cause.words(language).map(SentenceWriter::line).filter(words -> !words.isEmpty());
    } catch (RuntimeException e) {
      LOG.debug("words of cause '{}' are left out", cause.kind(), e);
      return Optional.empty();
    }
  }

  private static boolean isGeneral(Cause cause) {
    return cause instanceof Cause.Popularity || cause instanceof Cause.Chance;
  }

  private void addWish(boolean loudest) {
    List<Cause.Wish> wishes =
        explanation.contributions().stream()
            .filter(contribution -> contribution.amount() > 0)
            .map(Contribution::cause)
            .filter(Cause.Wish.class::isInstance)
            .map(Cause.Wish.class::cast)
            .toList();
    Optional<Cause.Wish> met = wishes.stream().filter(Cause.Wish::fits).findFirst();
    if (met.isPresent()) {
      further.add(say(phrases.wish(shortened(met.get().words()))));
    } else if (!wishes.isEmpty() && loudest) {
      further.add(say(phrases.wishUnmet(shortened(wishes.get(0).words()))));
    }
  }

  private double wished() {
    return explanation.contributions().stream()
        .filter(contribution -> contribution.cause() instanceof Cause.Wish)
        .mapToDouble(Contribution::amount)
        .sum();
  }

  private static String line(String words) {
    return words.strip().replaceAll("\\s+", " ");
  }

  private static String shortened(String words) {
    String line = line(words);
    return line.codePointCount(0, line.length()) <= MOST_WISH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MOST_WISH - 1)).strip() + "…";
  }

  private boolean isItself(ArtworkShare work) {
    return work.artwork().equals(explanation.artwork());
  }

  /** Whether a work speaks for this one by what visitors did, more than by being like it. */
  private boolean isByBehavior(ArtworkShare work) {
    return explanation.occasion() != Explanation.Occasion.SIMILAR
        && explanation.fromBehavior(work.artwork()) > 0.5 * work.amount();
  }

  private String linkedByOthers(List<ArtworkShare> works) {
    List<String> titles = new ArrayList<>(List.of(title(works.get(0))));
    if (isSecond(works) && isByBehavior(works.get(1))) {
      titles.add(title(works.get(1)));
    }
    String linked = chosen.opening(phrases.others(titles));
    if (titles.size() == 1) {
      addTraits(explanation.shared(works.get(0).artwork()), 2);
    }
    further.add(0, linked);
    further.addAll(1, traits);
    traits.clear();
    return "";
  }

  private String alike(List<ArtworkShare> works) {
    SharedTraits shared = explanation.shared(works.get(0).artwork());
    List<String> titles = new ArrayList<>(List.of(title(works.get(0))));
    boolean liked = explanation.isLiked(works.get(0).artwork());
    if (isSecond(works) && explanation.isLiked(works.get(1).artwork()) == liked) {
      SharedTraits both = shared.and(explanation.shared(works.get(1).artwork()));
      if (!both.isEmpty()) {
        shared = both;
        titles.add(title(works.get(1)));
      }
    }
    addTraits(shared, titles.size() + 1);
    String title = titles.get(0);
    if (explanation.occasion() == Explanation.Occasion.SIMILAR) {
      return chosen.opening(traits.isEmpty() ? phrases.nearest(title) : phrases.likeNamed(title));
    }
    if (traits.isEmpty()) {
      return chosen.opening(liked ? phrases.because(title) : phrases.becauseSeen(title));
    }
    return chosen.opening(liked ? phrases.likeKnown(titles) : phrases.likeSeen(titles));
  }

  private String title(ArtworkShare work) {
    return standard.title(work.artwork(), language);
  }

  private static boolean isSecond(List<ArtworkShare> works) {
    return works.size() > 1 && works.get(1).amount() >= SECOND_WORK * works.get(0).amount();
  }

  private void addTraits(SharedTraits shared, int works) {
    if (!shared.artists().isEmpty()) {
      traits.add(chosen.next(phrases.byArtist(shared.artists().get(0))));
    } else if (!shared.linkedArtists().isEmpty()) {
      traits.add(chosen.next(phrases.linkedArtist(shared.linkedArtists().get(0))));
    } else if (!shared.movements().isEmpty()) {
      traits.add(chosen.next(phrases.movement(shared.movements().get(0))));
    }
    Set<String> told = addTold(shared, works);
    if (!shared.subjects().isEmpty()) {
      traits.add(chosen.next(phrases.subjects(first(shared.subjects()))));
    }
    if (!shared.colors().isEmpty()) {
      traits.add(chosen.next(phrases.colors(first(shared.colors()))));
    }
    for (String facet : shared.facets()) {
      boolean isSaid =
          switch (facet) {
            case "palette" -> !shared.colors().isEmpty();
            case "details" -> !traits.isEmpty();
            default -> told.contains(facet);
          };
      if (traits.size() < MOST_WORDS && !isSaid) {
        traits.add(chosen.next(phrases.facet(facet)));
      }
    }
  }

  /** What features say in this language; returns their facets. */
  private Set<String> addTold(SharedTraits shared, int works) {
    Set<String> told = new LinkedHashSet<>();
    shared
        .told()
        .forEach(
            (facet, common) -> {
              List<String> words =
                  common.stream()
                      .flatMap(trait -> Languages.find(trait.words(), language).stream())
                      .map(SentenceWriter::line)
                      .toList();
              List<String> ways =
                  words.isEmpty() ? words : phrases.inCommon(facet, first(words), works);
              if (!ways.isEmpty()) {
                traits.add(chosen.next(ways));
                told.add(facet);
              }
            });
    return told;
  }

  /** Reasons that need no known work: popularity and chance, where nothing else was said. */
  private void addGeneral() {
    for (Contribution contribution : explanation.contributions()) {
      if (further.isEmpty() && contribution.amount() > 0) {
        if (contribution.cause() instanceof Cause.Popularity popularity && isTold(popularity)) {
          long visitors = Math.round(popularity.events());
          boolean counted = standard.tellsCounts() && visitors > 0;
          further.add(
              say(
                  popularity.recent()
                      ? phrases.popularLately()
                      : phrases.popular(
                          counted ? OptionalLong.of(visitors) : OptionalLong.empty())));
        } else if (contribution.cause() instanceof Cause.Chance && standard.tellsChance()) {
          further.add(say(phrases.chance()));
        }
      }
    }
  }

  /** What counts of an old event after decay is not lately. */
  private static boolean isTold(Cause.Popularity popularity) {
    return !popularity.recent() || popularity.events() >= RECENT_EVENTS;
  }

  /** Disliked works that this one is like or, where nothing else speaks for it, is unlike. */
  private void addRejected(double strongest) {
    List<ArtworkShare> disliked =
        explanation.rejected().stream()
            .filter(work -> explanation.isDisliked(work.artwork()))
            .toList();
    if (disliked.isEmpty() || !standard.tellsDislikes()) {
      return;
    }
    ArtworkShare last = disliked.get(disliked.size() - 1);
    ArtworkShare first = disliked.get(0);
    if (disliked.stream().anyMatch(this::isItself)) {
      further.add(chosen.next(phrases.dislikedItself()));
    } else if (last.amount() < 0 && -last.amount() > SPEAKS_AGAINST * Math.abs(strongest)) {
      if (isLike(explanation.shared(last.artwork()))) {
        further.add(chosen.next(phrases.against(title(last))));
      }
    } else if (further.isEmpty()
        && traits.isEmpty()
        && first.amount() > 0
        && strongest <= 0
        && SharedTraits.areUnlike(explanation, first.artwork())) {
      further.add(say(phrases.unlike(title(first))));
    }
  }

  /** Whether traits make two works alike: one medium, size or time alone does not. */
  private static boolean isLike(SharedTraits shared) {
    return !shared.artists().isEmpty()
        || !shared.linkedArtists().isEmpty()
        || !shared.movements().isEmpty()
        || !shared.subjects().isEmpty()
        || !shared.colors().isEmpty()
        || !shared.told().isEmpty()
        || !Set.of("medium", "size", "period").containsAll(shared.facets());
  }

  private static List<String> first(List<String> values) {
    return values.subList(0, Math.min(MOST_WORDS, values.size()));
  }
}
