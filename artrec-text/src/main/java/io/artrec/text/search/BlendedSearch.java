package io.artrec.text.search;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Capability;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReader;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import io.artrec.strategy.Wish;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.embedding.SentenceEncoder;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Scores works by words and by meaning: {@code w · s(i) / max s + (1 - w) · m(i) / max m}, 0 to 1,
 * with {@code s} the share of the wish's words that a work has, each counted by its rarity, and
 * {@code m} what {@link MeaningSearch} has above its floor, each against the best of the collection
 * (Bruch, Gai and Ingber, An analysis of fusion functions for hybrid retrieval, ACM Transactions on
 * Information Systems 42, 2023: convex combinations of scores keep what ranks throw away). A work
 * that neither finds stays unscored. How often a record repeats a word, and how long it is, which
 * {@link KeywordSearch} heeds, count for nothing here: that is what meaning knows better.
 *
 * <p>The weight of words follows the wish: {@code w = least + (most - least) · max s}. A wish whose
 * rare words stand together in one record is trusted to them; one whose words are scattered or
 * unknown leans on meaning.
 *
 * <p>Costs what both cost together. Immutable and as thread-safe as the encoder.
 */
public final class BlendedSearch implements Strategy {
  static final String NAME = "blended-search";

  private static final double LEAST = 0;
  private static final double MOST = 0.95;

  private final KeywordSearch words;
  private final MeaningSearch meaning;
  private final double least;
  private final double most;

  private BlendedSearch(KeywordSearch words, MeaningSearch meaning, double least, double most) {
    this.words = words;
    this.meaning = meaning;
    this.least = least;
    this.most = most;
  }

  /**
   * {@return a blend of two searches, with weights of words from 0 to 0.95}
   *
   * @param words the search by words
   * @param meaning the search by meaning
   */
  public static BlendedSearch of(KeywordSearch words, MeaningSearch meaning) {
    return new BlendedSearch(words, meaning, LEAST, MOST);
  }

  /**
   * {@return this blend with other weights of words; equal ones do not heed the wish}
   *
   * @param unknown the weight where no record has a word of the wish, 0 to 1
   * @param whole the weight where a record has all of them, 0 to 1
   */
  public BlendedSearch weights(double unknown, double whole) {
    if (!(unknown >= 0 && unknown <= 1 && whole >= 0 && whole <= 1)) {
      throw new IllegalArgumentException(
          "weights of words are " + unknown + " and " + whole + ", expected 0 to 1");
    }
    return new BlendedSearch(words, meaning, unknown, whole);
  }

  /**
   * {@return what reads this strategy from a model file}
   *
   * @param encoder the encoder the model was built with; another is refused by its name
   * @param analysis the analysis it was built with; another is refused by its name
   */
  public static StrategyReader reader(SentenceEncoder encoder, TextAnalysis analysis) {
    StrategyReader ofMeaning = MeaningSearch.reader(encoder);
    StrategyReader ofWords = KeywordSearch.reader(analysis);
    return new StrategyReader() {
      @Override
      public String strategy() {
        return NAME;
      }

      @Override
      public Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
        double least = in.getFinite("least");
        double most = in.getFinite("most");
        KeywordSearch.Trained byWords = (KeywordSearch.Trained) ofWords.read(in, context, readers);
        MeaningSearch.Trained byMeaning =
            (MeaningSearch.Trained) ofMeaning.read(in, context, readers);
        return of((KeywordSearch) byWords.strategy(), (MeaningSearch) byMeaning.strategy())
            .weights(least, most)
            .trained(byWords, byMeaning);
      }
    };
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.TEXT_QUERY);
  }

  @Override
  public Scorer train(TrainingContext context) {
    return trained(words.trained(context), meaning.trained(context));
  }

  private Trained trained(KeywordSearch.Trained byWords, MeaningSearch.Trained byMeaning) {
    return new Trained(byWords, byMeaning);
  }

  @Override
  public String toString() {
    return NAME + ":" + least + " to " + most + "[" + words + ", " + meaning + "]";
  }

  private final class Trained implements Scorer {
    private final KeywordSearch.Trained byWords;
    private final MeaningSearch.Trained byMeaning;

    Trained(KeywordSearch.Trained byWords, MeaningSearch.Trained byMeaning) {
      this.byWords = byWords;
      this.byMeaning = byMeaning;
    }

    @Override
    public Strategy strategy() {
      return BlendedSearch.this;
    }

    @Override
    public Scores score(Query query, Candidates candidates) {
      Scores scores = new Scores(candidates);
      if (query.wish().isEmpty() || candidates.size() == 0) {
        return scores;
      }
      Wish asked = query.wish().get();
      String wish = asked.words();
      KeywordSearch.Matches matches = byWords.matches(wish);
      Optional<Likeness> likeness = byMeaning.likeness(asked);
      double fullest = matches.fullest();
      double weight = least + (most - least) * fullest;
      double ofWords = fullest > 0 ? weight / fullest : 0;
      double reach = likeness.map(Likeness::reach).orElse(0.0);
      double ofMeaning = reach > 0 ? (1 - weight) / reach : 0;
      for (int position = 0; position < candidates.size(); position++) {
        int work = candidates.artwork(position);
        double sum = ofWords * matches.share(work);
        boolean found = matches.isFound(work);
        if (likeness.isPresent() && likeness.get().isFound(work)) {
          sum += ofMeaning * likeness.get().above(work);
          found = true;
        }
        if (found) {
          scores.set(position, sum);
        }
      }
      return scores.explainedBy(
          position -> {
            int work = candidates.artwork(position);
            List<Contribution> parts = new ArrayList<>();
            if (matches.isFound(work)) {
              parts.add(
                  new Contribution(
                      KeywordSearch.NAME,
                      new Cause.Wish(wish, matches.fits(work)),
                      ofWords * matches.share(work)));
            }
            if (likeness.isPresent() && likeness.get().isFound(work)) {
              parts.add(
                  new Contribution(
                      MeaningSearch.NAME,
                      new Cause.Wish(wish, likeness.get().fits(work)),
                      ofMeaning * likeness.get().above(work)));
            }
            return parts;
          });
    }

    @Override
    public Scorer loaded(UnaryOperator<FeatureMatrix> load) {
      return trained(byWords, byMeaning.loadedBy(load));
    }

    /** Behaviour says nothing here; only new works are read. */
    @Override
    public Optional<Scorer> updated(TrainingContext before, TrainingContext after) {
      return Optional.of(grown(before, after));
    }

    @Override
    public Scorer grown(TrainingContext before, TrainingContext after) {
      return trained(byWords.grownTo(before, after), byMeaning.grownTo(before, after));
    }

    @Override
    public void save(StateWriter out) {
      out.putDouble("least", least);
      out.putDouble("most", most);
      byWords.save(out);
      byMeaning.save(out);
    }
  }
}
