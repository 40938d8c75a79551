package io.artrec.explain;

import io.artrec.catalog.Artwork;
import io.artrec.feature.SharedTrait;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
  public record ArtworkShare(Artwork artwork, double amount) {}

  /**
   * The preference from which a sentence says that a visitor liked a work: half of what a favourite
   * counts by the standard preference model, reached by a purchase, a share, a rating of 4 of 5;
   * one view, click or comment is less, and so is what decay has brought below.
   */
  public static final double LIKED = 0.5;

  /** Of as many ways to begin, neighbours in a list take different ones. */
  private static final int WAYS = 3;

  private final Artwork artwork;
  private final double score;
  private final Occasion occasion;
  private final List<Contribution> contributions;
  private final ExplanationContext context;
  private final int variation;

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
      ExplanationContext context) {
    this.artwork = Objects.requireNonNull(artwork, "artwork");
    this.score = score;
    this.occasion = Objects.requireNonNull(occasion, "occasion");
    this.contributions = List.copyOf(contributions);
    this.context = Objects.requireNonNull(context, "context");
    variation = spread(artwork.id().hashCode()) >>> 1;
  }

  private Explanation(Explanation other, int variation) {
    artwork = other.artwork;
    score = other.score;
    occasion = other.occasion;
    contributions = other.contributions;
    context = other.context;
    this.variation = variation;
  }

  /** Lets every bit of a hash reach the lowest ones (MurmurHash3's finalizer). */
  private static int spread(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
    return mixed ^ (mixed >>> 16);
  }

  /**
   * Returns this explanation as it is told after another one of the same list: {@link #variation}
   * is another, so that neighbours do not begin alike.
   *
   * @param before the explanation of the work before
   * @return this, or the same with the next variation
   */
  public Explanation after(Explanation before) {
    return variation % WAYS == before.variation % WAYS
        ? new Explanation(this, (variation + 1) & Integer.MAX_VALUE)
        : this;
  }

  /**
   * Returns the work explained.
   *
   * @return the artwork
   */
  public Artwork artwork() {
    return artwork;
  }

  /** {@return the score that the contributions add up to} */
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
  public List<ArtworkShare> works() {
    return works(known -> true);
  }

  /**
   * Returns the works that the visitor was drawn to, or the one that was named, and that have a
   * part in the score.
   *
   * @return works of a preference above 0 and their shares, the largest amount first; negative
   *     where they speak against
   */
  public List<ArtworkShare> preferred() {
    return works(known -> known.weight() > 0);
  }

  /**
   * Returns the works that the visitor turned away from and that have a part in the score.
   *
   * @return works of a preference below 0 and their shares, the largest amount first; negative
   *     where they speak against
   */
  public List<ArtworkShare> rejected() {
    return works(known -> known.weight() < 0);
  }

  /**
   * Tells whether a sentence may say that the visitor liked a work: a preference of {@value #LIKED}
   * or more. One look or two are less.
   *
   * @param known one of {@link #works()}
   * @return true when the visitor liked it
   */
  public boolean isLiked(Artwork known) {
    return contributions.stream().anyMatch(c -> isOf(c, known) && weight(c) >= LIKED);
  }

  /**
   * Tells whether a sentence may say that the visitor did not like a work: a preference of −{@value
   * #LIKED} or less. A work passed over is not disliked.
   *
   * @param known one of {@link #works()}
   * @return true when the visitor disliked it
   */
  public boolean isDisliked(Artwork known) {
    return contributions.stream().anyMatch(c -> isOf(c, known) && weight(c) <= -LIKED);
  }

  private static double weight(Contribution contribution) {
    return contribution.cause() instanceof Cause.KnownArtwork known ? known.weight() : 0;
  }

  /**
   * Returns the work that a cause names.
   *
   * @param known a cause of one of these {@link #contributions}
   * @return the artwork
   */
  public Artwork work(Cause.KnownArtwork known) {
    return context.catalog().get(known.artwork());
  }

  /**
   * Returns what a known work and the work explained have in common, as far as it had a part in the
   * score: what a sentence may claim of the two.
   *
   * @param known one of {@link #works()}
   * @return the traits, maybe none
   */
  public SharedTraits shared(Artwork known) {
    return SharedTraits.of(this, known);
  }

  private List<ArtworkShare> works(Predicate<Cause.KnownArtwork> counted) {
    Map<Integer, Double> sums = new LinkedHashMap<>();
    for (Contribution contribution : contributions) {
      if (contribution.cause() instanceof Cause.KnownArtwork known && counted.test(known)) {
        sums.merge(known.artwork(), contribution.amount(), Double::sum);
      }
    }
    return sums.entrySet().stream()
        .map(entry -> new ArtworkShare(context.catalog().get(entry.getKey()), entry.getValue()))
        .sorted(Comparator.comparingDouble(ArtworkShare::amount).reversed())
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

  /**
   * Returns how much of a known work's share each facet makes.
   *
   * @param of one of {@link #works()}
   * @return amounts by facet, the largest first; what behaviour links has none
   */
  public Map<String, Double> facets(Artwork of) {
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
    if (cause instanceof Cause.KnownArtwork known) {
      feature = known.likeness().map(Cause.Likeness::feature).orElse("");
    } else if (cause instanceof Cause.FeatureMatch match) {
      feature = match.feature();
    }
    return context.facet(feature);
  }

  private boolean isOf(Contribution contribution, Artwork work) {
    return contribution.cause() instanceof Cause.KnownArtwork known
        && work(known).id().equals(work.id());
  }

  /** Whether a feature of a facet finds a known work and this one alike. */
  boolean isAlike(String facet, Artwork known) {
    return likenesses(known)
        .anyMatch(likeness -> isAlike(likeness) && context.facet(likeness.feature()).equals(facet));
  }

  /** Whether any feature at all does. */
  boolean isAlike(Artwork known) {
    return likenesses(known).anyMatch(this::isAlike);
  }

  private boolean isAlike(Cause.Likeness likeness) {
    return likeness.share().orElse(0) >= context.alikeFrom(likeness.feature());
  }

  /** What features of a facet that likened a known work to this one say of both. */
  List<SharedTrait> told(String facet, Artwork known) {
    return told(likeness -> context.facet(likeness.feature()).equals(facet), known);
  }

  /** What any feature says of both. */
  List<SharedTrait> told(Artwork known) {
    return told(likeness -> true, known);
  }

  private List<SharedTrait> told(Predicate<Cause.Likeness> counted, Artwork known) {
    return likenesses(known)
        .filter(counted)
        .map(Cause.Likeness::feature)
        .distinct()
        .flatMap(feature -> context.shared(feature, artwork, known).stream())
        .distinct()
        .toList();
  }

  private Stream<Cause.Likeness> likenesses(Artwork known) {
    return contributions.stream()
        .filter(contribution -> isOf(contribution, known))
        .map(Contribution::cause)
        .flatMap(
            cause ->
                cause instanceof Cause.KnownArtwork work
                    ? work.likeness().stream()
                    : Stream.empty());
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
   * {@return a sentence made from the contributions and from what the records have in common in the
   * facets that had a part in the score, by the recommender's {@link Sentences}} When these fail,
   * the standard sentence.
   *
   * @param language the language; standard sentences know English and Chinese and what was added,
   *     and are English otherwise
   */
  public String sentence(Locale language) {
    return context.sentences().write(this, language);
  }

  /**
   * Returns what a writer chooses words by: stable for an artwork, and of neighbours in a list
   * never the same modulo 3.
   *
   * @return 0 or more
   */
  public int variation() {
    return variation;
  }

  /**
   * Returns the language of the request.
   *
   * @return the language that {@link #toString} asks for
   */
  public Locale locale() {
    return context.locale();
  }

  /** {@return the sentence in the language of the request} */
  @Override
  public String toString() {
    return sentence(locale());
  }

  /**
   * Returns how much of a known work's share comes from behaviour, not from likeness.
   *
   * @param work one of {@link #works()}
   * @return its summands of the score that no feature gave, added up
   */
  public double fromBehavior(Artwork work) {
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
