package io.artrec.explain;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Why one artwork got its score: contributions that add up to it, seen from several sides, and a
 * sentence. Immutable and thread-safe.
 */
public final class Explanation {
  /** What an answer is about; decides how the sentence begins. */
  public enum Occasion {
    /** The work suits what is known of the visitor. */
    TASTE,
    /** The work is like one that was named. */
    SIMILAR,
    /** Nothing known of the visitor speaks for any further work; this one fills the list. */
    FALLBACK,
    /** Nothing is like the work that was named; this one fills the list. */
    SIMILAR_FALLBACK
  }

  /**
   * A work and its share in a score.
   *
   * @param artwork the work
   * @param amount its summands of the score, added up; negative when it speaks against
   */
  public record WorkShare(Artwork artwork, double amount) {}

  /**
   * The likeness in a feature from which a sentence calls two works alike in it: half of what the
   * feature's similarity says of equal works. What records tell is compared in the records instead:
   * names, subjects and kinds by their words, dates within {@value SharedTraits#CLOSE_YEARS} years,
   * sizes within a fifth.
   */
  public static final double ALIKE = 0.5;

  private final Artwork artwork;
  private final double score;
  private final Occasion occasion;
  private final List<Contribution> contributions;
  private final Catalog catalog;
  private final Map<String, String> facets;
  private final Locale locale;

  /**
   * Creates an explanation.
   *
   * @param artwork the work explained
   * @param score its score
   * @param occasion what the answer is about
   * @param contributions summands of the score
   * @param context what the contributions refer to
   */
  public Explanation(
      Artwork artwork,
      double score,
      Occasion occasion,
      List<Contribution> contributions,
      Context context) {
    this.artwork = Objects.requireNonNull(artwork, "artwork");
    this.score = score;
    this.occasion = Objects.requireNonNull(occasion, "occasion");
    this.contributions = List.copyOf(contributions);
    catalog = context.catalog();
    facets = context.facets();
    locale = context.locale();
  }

  /**
   * What contributions refer to.
   *
   * @param catalog the works, by index
   * @param facets the facet of each feature, by feature name
   * @param locale the language of {@link #toString}
   */
  public record Context(Catalog catalog, Map<String, String> facets, Locale locale) {
    /** Validates the parts. */
    public Context {
      Objects.requireNonNull(catalog, "catalog");
      Objects.requireNonNull(locale, "locale");
      facets = Map.copyOf(facets);
    }
  }

  /**
   * Returns the work explained.
   *
   * @return the artwork
   */
  public Artwork artwork() {
    return artwork;
  }

  /**
   * Returns the score that the contributions add up to.
   *
   * @return the score
   */
  public double score() {
    return score;
  }

  /**
   * Tells whether the work only fills the list, because nothing known of the visitor, or of the
   * work that was named, speaks for it.
   *
   * @return true for a fall-back
   */
  public boolean isFallback() {
    return occasion == Occasion.FALLBACK || occasion == Occasion.SIMILAR_FALLBACK;
  }

  /**
   * Returns what the answer is about.
   *
   * @return the occasion
   */
  public Occasion occasion() {
    return occasion;
  }

  /**
   * Returns the summands of the score.
   *
   * @return contributions, the largest amount first
   */
  public List<Contribution> contributions() {
    return contributions;
  }

  /**
   * Returns the works that speak for or against this one.
   *
   * @return works and their shares, the largest amount first
   */
  public List<WorkShare> works() {
    return works(known -> true);
  }

  /** The shares of some works, the largest amount first. */
  List<WorkShare> works(Predicate<Cause.KnownWork> counted) {
    Map<Integer, Double> sums = new LinkedHashMap<>();
    for (Contribution contribution : contributions) {
      if (contribution.cause() instanceof Cause.KnownWork known && counted.test(known)) {
        sums.merge(known.artwork(), contribution.amount(), Double::sum);
      }
    }
    return sums.entrySet().stream()
        .map(entry -> new WorkShare(catalog.get(entry.getKey()), entry.getValue()))
        .sorted(Comparator.comparingDouble(WorkShare::amount).reversed())
        .toList();
  }

  /**
   * Returns how much of the score each facet (palette, subject, artist, ...) makes.
   *
   * @return amounts by facet, the largest first; behaviour, popularity and the like have none
   */
  public Map<String, Double> facets() {
    return facets(contribution -> true);
  }

  /** The same of what one known work contributes. */
  Map<String, Double> facets(Artwork of) {
    return facets(contribution -> isOf(contribution, of));
  }

  private Map<String, Double> facets(Predicate<Contribution> counted) {
    Map<String, Double> sums = new LinkedHashMap<>();
    for (Contribution contribution : contributions) {
      String facet = facet(contribution.cause());
      if (!facet.isEmpty() && counted.test(contribution)) {
        sums.merge(facet, contribution.amount(), Double::sum);
      }
    }
    return largestFirst(sums);
  }

  /** The facet of a cause; empty when it has none. */
  private String facet(Cause cause) {
    String feature = "";
    if (cause instanceof Cause.KnownWork known) {
      feature = known.likeness().map(Cause.Likeness::feature).orElse("");
    } else if (cause instanceof Cause.FeatureMatch match) {
      feature = match.feature();
    }
    return facets.getOrDefault(feature, feature);
  }

  private boolean isOf(Contribution contribution, Artwork work) {
    return contribution.cause() instanceof Cause.KnownWork known
        && catalog.get(known.artwork()).id().equals(work.id());
  }

  /** Whether a feature of a facet finds a known work and this one alike. */
  boolean isAlike(String facet, Artwork known) {
    return contributions.stream()
        .filter(contribution -> isOf(contribution, known))
        .map(Contribution::cause)
        .filter(cause -> facet(cause).equals(facet))
        .anyMatch(
            cause ->
                cause instanceof Cause.KnownWork work
                    && work.likeness().orElseThrow().share().orElse(0) >= ALIKE);
  }

  /**
   * Returns how much of the score comes from each strategy.
   *
   * @return amounts by strategy name, the largest first
   */
  public Map<String, Double> strategies() {
    Map<String, Double> sums = new LinkedHashMap<>();
    contributions.forEach(c -> sums.merge(c.strategy(), c.amount(), Double::sum));
    return largestFirst(sums);
  }

  /**
   * Returns a sentence made from the contributions and from what the records have in common in the
   * facets that had a part in the score.
   *
   * @param language Chinese for any Chinese locale, English otherwise
   * @return one sentence
   */
  public String sentence(Locale language) {
    Phrases phrases =
        language.getLanguage().equals(Locale.CHINESE.getLanguage())
            ? new ChinesePhrases()
            : new EnglishPhrases();
    return new SentenceWriter(this, phrases).write();
  }

  /**
   * Returns the sentence in the language of the request.
   *
   * @return {@link #sentence} in that language
   */
  @Override
  public String toString() {
    return sentence(locale);
  }

  /** The share of a work that behaviour, not likeness, links to this one. */
  double fromBehavior(Artwork work) {
    double sum = 0;
    for (Contribution contribution : contributions) {
      if (isOf(contribution, work) && facet(contribution.cause()).isEmpty()) {
        sum += contribution.amount();
      }
    }
    return sum;
  }

  private static Map<String, Double> largestFirst(Map<String, Double> sums) {
    Map<String, Double> sorted = new LinkedHashMap<>();
    sums.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return Collections.unmodifiableMap(sorted);
  }
}
