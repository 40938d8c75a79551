package io.artrec.text.mood;

import io.artrec.Recommendation;
import io.artrec.Recommendations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Chooses the works of an answer that fit a wanted mood. Taste, filters and everything else stay
 * the recommender's: it is asked for a long answer, and the works that fit are picked from it.
 *
 * <pre>{@code
 * MoodMatch match = MoodMatch.of(moods);
 * Recommendations pool = recommender.recommend(RecommendationRequest.forUser("ada").n(500).build());
 * List<MatchedArtwork> calm = match.among(pool, MoodLexicon.standard().mood("calm").get().affect(), 10);
 * }</pre>
 *
 * <p>Works move less than words: a work called by the word of a mood, and nothing else, is read as
 * 1.4 / 2.4 of it ({@link ArtworkMood}). A work therefore fits where it lies within {@value #REACH}
 * of {@value #STRENGTH} times the wanted mood; the least bad one does not. Those that fit are
 * ordered by
 *
 * <pre>(1 − t) e exp(−d² / (2 · 0.125²)) + t r</pre>
 *
 * with the distance {@code d}, the share of {@linkplain ArtworkMood#evidence evidence} {@code e},
 * the place {@code r} in the answer, from 1 for the first down towards 0, and the share of taste
 * {@code t}, {@value #TASTE} unless set. Ties go to the work that stands first. Works at
 * {@linkplain Recommendation#isPlaced set places} are left out, and so are those without a mood.
 * Reach, strength and these numbers are chosen, not measured.
 *
 * <p>Immutable and thread-safe. O(works of the answer).
 */
public final class MoodMatch {
  /** How far from what is wanted a work may lie, unless set. */
  public static final double REACH = 0.25;

  /** The share of a mood that works can show. */
  public static final double STRENGTH = 0.6;

  /** How much taste counts, unless set. */
  public static final double TASTE = 0.2;

  private static final double WIDTH = 0.125;

  private final CatalogMoods moods;
  private final double taste;
  private final double reach;

  private MoodMatch(CatalogMoods moods, double taste, double reach) {
    this.moods = moods;
    this.taste = taste;
    this.reach = reach;
  }

  /**
   * {@return a match by the moods of a catalogue}
   *
   * @param moods the moods; works that they lack do not fit
   */
  public static MoodMatch of(CatalogMoods moods) {
    return new MoodMatch(Objects.requireNonNull(moods, "moods"), TASTE, REACH);
  }

  /**
   * {@return this match with taste counting otherwise}
   *
   * @param share 0, where works of one mood stand as their moods fit, to 1, where they stay in the
   *     order of the answer
   */
  public MoodMatch taste(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("taste is " + share + ", expected 0 to 1");
    }
    return new MoodMatch(moods, share, reach);
  }

  /**
   * {@return this match accepting works that lie nearer or farther}
   *
   * @param distance above 0
   */
  public MoodMatch reach(double distance) {
    if (!(distance > 0)) {
      throw new IllegalArgumentException("reach is " + distance + ", expected above 0");
    }
    return new MoodMatch(moods, taste, distance);
  }

  /**
   * Chooses the works that fit.
   *
   * @param pool an answer, best first, much longer than what is wanted
   * @param wanted the mood
   * @param n how many, 1 or more
   * @return at most that many, best first; empty where no work of the pool lies near
   */
  public List<MatchedArtwork> among(Recommendations pool, Affect wanted, int n) {
    if (n < 1) {
      throw new IllegalArgumentException("n is " + n + ", expected 1 or more");
    }
    Comparator<Candidate> best =
        Comparator.comparingDouble((Candidate candidate) -> -score(candidate, wanted));
    return candidates(pool).stream()
        .filter(candidate -> candidate.distance(wanted) <= reach)
        .sorted(best)
        .limit(n)
        .map(candidate -> candidate.matched(wanted))
        .toList();
  }

  /** A work of the pool that has a mood. */
  record Candidate(Recommendation recommendation, ArtworkMood mood, double relevance) {
    double distance(Affect wanted) {
      return mood.affect().distance(shown(wanted));
    }

    MatchedArtwork matched(Affect wanted) {
      return new MatchedArtwork(recommendation, mood, distance(wanted));
    }
  }

  /** Where a work of a mood lies. */
  static Affect shown(Affect wanted) {
    return new Affect(STRENGTH * wanted.valence(), STRENGTH * wanted.arousal());
  }

  CatalogMoods moods() {
    return moods;
  }

  double reach() {
    return reach;
  }

  List<Candidate> candidates(Recommendations pool) {
    List<Candidate> candidates = new ArrayList<>();
    for (int place = 0; place < pool.size(); place++) {
      Recommendation recommendation = pool.get(place);
      Optional<ArtworkMood> mood = moods.mood(recommendation.artwork().id());
      if (mood.isPresent() && !recommendation.isPlaced()) {
        double relevance = 1 - (double) place / pool.size();
        candidates.add(new Candidate(recommendation, mood.get(), relevance));
      }
    }
    return candidates;
  }

  double score(Candidate candidate, Affect wanted) {
    double distance = candidate.distance(wanted);
    double near = Math.exp(-distance * distance / (2 * WIDTH * WIDTH));
    return (1 - taste) * candidate.mood().evidence() * near + taste * candidate.relevance();
  }
}
