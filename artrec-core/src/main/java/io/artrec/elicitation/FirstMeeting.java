package io.artrec.elicitation;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureStore;
import io.artrec.filter.Filter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Gets to know somebody by a few pairs of works, of each of which they say which they prefer. The
 * next pair is the one whose answer is expected to tell most of their taste (Bayesian active
 * learning by disagreement: Houlsby, Huszár, Ghahramani and Lengyel, 2011), and what is known in
 * the end says how sure it is.
 *
 * <p><b>Model.</b> Works lie in the directions in which most of the collection differs: principal
 * components of all features together, each row of length 1 less the mean of all, so that each
 * feature has a share of the variance by its weight. A taste is a vector {@code w ~ N(0, I)}, which
 * makes of a work at {@code x} as much as {@code w·x}, and something of its own beyond by what the
 * directions leave of it, {@code N(0, r)}. A work {@code a} is chosen before {@code b} with
 * probability {@code Φ((w·(a - b)) / √(1 + r_a + r_b))} (Chu and Ghahramani, Preference learning
 * with Gaussian processes, ICML 2005). Of both, each is preferred to the average work; of neither,
 * the average work to each. That what a taste makes of a work is its own is exact as long as a work
 * is in one pair, as those that are proposed are.
 *
 * <p><b>Cost.</b> Preparing passes over the features once for each eight directions, finds these in
 * at most {@value TasteSpace#LANDMARKS} works, and keeps four bytes for each work and direction.
 * After that nothing depends on how many works there are: pairs are of a pool of some 96 works, and
 * all of them are looked at, O(pool² · (directions + answers)).
 *
 * <p>Prepared once for all visitors, and anew when works or features have changed. Deterministic;
 * nothing is left to chance. Immutable and thread-safe.
 */
public final class FirstMeeting {
  private final Catalog catalog;
  private final TasteSpace space;
  private final Pool pool;
  private final int pairs;
  private final double leastBits;
  private final List<ArtworkAspect> aspects;

  private FirstMeeting(Builder builder) {
    catalog = builder.catalog;
    pairs = builder.pairs;
    leastBits = builder.leastBits;
    aspects = builder.aspects;
    double scale = Math.tan(Math.PI * (builder.consistency - 0.5)) / Math.sqrt(2);
    space = TasteSpace.fit(builder.features, builder.directions, scale);
    int[] visitors = Arrays.copyOf(builder.visitors, catalog.size());
    pool = Pool.of(space, catalog, visitors, builder.eligible(), builder.pool);
  }

  /**
   * Starts the preparation over works and their features; a recommender's own start with {@code
   * Recommender.firstMeeting()}.
   *
   * @param catalog the works
   * @param features their features
   * @return a builder
   * @throws IllegalArgumentException when the features are of another number of works
   */
  public static Builder over(Catalog catalog, FeatureStore features) {
    return new Builder(catalog, features);
  }

  /**
   * Meets somebody of whom nothing is known.
   *
   * @return the acquaintance before the first pair
   */
  public Acquaintance start() {
    return resume(List.of());
  }

  /**
   * Goes on with somebody who gave some answers, to pairs of this or any other choosing.
   *
   * @param answers what {@link Acquaintance#answers} returned
   * @return the acquaintance as it was
   * @throws io.artrec.catalog.UnknownArtworkException when the catalogue does not hold a work
   */
  public Acquaintance resume(List<PairAnswer> answers) {
    return new Acquaintance(this, answers);
  }

  /** {@return how many pairs are asked at most, 1 or more} */
  public int pairs() {
    return pairs;
  }

  /**
   * Tells how much of the difference between works the directions hold that a taste is learned in.
   *
   * @return the share of the features' variance, 0 to 1
   */
  public double explained() {
    return space.explained();
  }

  Catalog catalog() {
    return catalog;
  }

  TasteSpace space() {
    return space;
  }

  Pool pool() {
    return pool;
  }

  double leastBits() {
    return leastBits;
  }

  List<ArtworkAspect> aspects() {
    return aspects;
  }

  /** The comparisons that judgments are. */
  Posterior posterior(List<Judgment> judgments) {
    List<Comparison> comparisons = new ArrayList<>();
    judgments.forEach(judgment -> comparisons.add(judgment.in(space)));
    return Posterior.of(comparisons, space.dimensions());
  }

  /** Says how meetings go. Not thread-safe. */
  public static final class Builder {
    private final Catalog catalog;
    private final FeatureStore features;
    private int[] visitors = {};
    private Optional<Filter> filter = Optional.empty();
    private int pairs = 8;
    private int pool = 96;
    private int directions = 24;
    private double consistency = 0.8;
    private double leastBits = 0.01;
    private List<ArtworkAspect> aspects = ArtworkAspect.ofTaste();

    private Builder(Catalog catalog, FeatureStore features) {
      if (features.artworks() != catalog.size()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the features are of %d works, expected the %d of the catalogue; take both of one"
                    + " state",
                features.artworks(),
                catalog.size()));
      }
      this.catalog = catalog;
      this.features = features;
    }

    /**
     * Prefers works to show that many visitors had to do with; without it works are evenly spread
     * over the catalogue.
     *
     * @param behavior what visitors did, of the same catalogue
     * @return this builder
     */
    public Builder known(Dataset behavior) {
      visitors = Pool.visitors(behavior);
      return this;
    }

    /**
     * Shows works that pass a filter, those with an image say; adds to filters set before.
     *
     * @param shown accepts works that may be shown
     * @return this builder
     */
    public Builder filter(Filter shown) {
      filter = Optional.of(filter.map(before -> before.and(shown)).orElse(shown));
      return this;
    }

    /**
     * Sets how many pairs are asked at most; 8 unless said.
     *
     * @param most 1 to 100
     * @return this builder
     */
    public Builder pairs(int most) {
      pairs = checked("pairs", most, 1, 100);
      return this;
    }

    /**
     * Sets of how many works pairs are made; 96 unless said.
     *
     * @param works 2 to 1,000; cost grows with the square
     * @return this builder
     */
    public Builder pool(int works) {
      pool = checked("pool", works, 2, 1000);
      return this;
    }

    /**
     * Sets in how many directions a taste is learned; 24 unless said.
     *
     * @param most 1 to 256
     * @return this builder
     */
    public Builder directions(int most) {
      directions = checked("directions", most, 1, 256);
      return this;
    }

    /**
     * Sets how often somebody is expected to choose by their taste, as the features hold it, of two
     * works drawn at random; .8 unless said. Fewer and answers count less.
     *
     * @param share above 0.5, at most 0.99
     * @return this builder
     */
    public Builder consistency(double share) {
      if (!(share > 0.5 && share <= 0.99)) {
        throw new IllegalArgumentException(
            "consistency is " + share + ", expected above 0.5, at most 0.99");
      }
      consistency = share;
      return this;
    }

    /**
     * Sets what the answer to a pair must be expected to tell for it to be asked; 0.01 unless said.
     *
     * @param bits 0 to 1
     * @return this builder
     */
    public Builder leastBits(double bits) {
      if (!(bits >= 0 && bits <= 1)) {
        throw new IllegalArgumentException("leastBits is " + bits + ", expected 0 to 1");
      }
      leastBits = bits;
      return this;
    }

    /**
     * Sets what leanings are told of; {@link ArtworkAspect#ofTaste} unless said.
     *
     * @param told the aspects
     * @return this builder
     */
    public Builder aspects(List<ArtworkAspect> told) {
      aspects = List.copyOf(told);
      return this;
    }

    private static int checked(String what, int value, int least, int most) {
      if (value < least || value > most) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "%s is %d, expected %d to %d", what, value, least, most));
      }
      return value;
    }

    private BitSet eligible() {
      BitSet works = new BitSet(catalog.size());
      works.set(0, catalog.size());
      works.andNot(catalog.withdrawn());
      if (filter.isPresent()) {
        Filter asked = filter.get().prepare(History.none());
        for (int work = works.nextSetBit(0); work >= 0; work = works.nextSetBit(work + 1)) {
          Filter.Subject subject = new Filter.Subject(catalog.get(work), work, History.none());
          works.set(work, asked.accepts(subject));
        }
      }
      return works;
    }

    /**
     * Prepares meetings.
     *
     * @return what meets visitors
     */
    public FirstMeeting prepare() {
      return new FirstMeeting(this);
    }
  }
}
