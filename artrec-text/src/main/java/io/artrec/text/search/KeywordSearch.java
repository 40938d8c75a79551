package io.artrec.text.search;

import io.artrec.catalog.Catalog;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.model.ModelFileException;
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
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.Vocabulary;
import io.artrec.text.terms.VocabularyLimits;
import io.artrec.text.terms.internal.TermCounter;
import io.artrec.text.terms.internal.TermDocuments;
import io.artrec.text.terms.internal.TermWeighting;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Scores works by the words they share with what the asker wishes for: BM25 (Robertson and
 * Zaragoza, The probabilistic relevance framework: BM25 and beyond, 2009). The text of a work is
 * its title, description and subjects, its artists, movements, genre, medium and techniques.
 *
 * <p>{@code score = Σ_t idf(t) · c (k1 + 1) / (c + k1 · (1 - b + b · length / mean length))} over
 * the distinct terms {@code t} of the wish, with {@code c} how often the work has the term and
 * {@code idf(t) = ln(1 + (N - df + 0.5) / (df + 0.5))}; 0 or more, without an upper limit. A work
 * that shares no term, and everything without a wish, stays unscored. Reasons say that a work fits
 * when it has half of the wish's terms.
 *
 * <p>Training is O(characters), in parallel; memory 8 bytes for each distinct term of each work and
 * the vocabulary. An answer costs O(works that have a term, over the terms). Immutable and
 * thread-safe.
 */
public final class KeywordSearch implements Strategy {
  static final String NAME = "keyword-search";

  private final TextAnalysis analysis;
  private final double saturation;
  private final double lengthShare;
  private final TermWeighting weighting;

  private KeywordSearch(TextAnalysis analysis, double saturation, double lengthShare) {
    this.analysis = analysis;
    this.saturation = saturation;
    this.lengthShare = lengthShare;
    weighting = TermWeighting.bm25(saturation, lengthShare);
  }

  /**
   * {@return the search with {@code k1 = 1.2} and {@code b = 0.75}}
   *
   * @param analysis turns texts and wishes into terms
   */
  public static KeywordSearch by(TextAnalysis analysis) {
    return new KeywordSearch(Objects.requireNonNull(analysis, "analysis"), 1.2, 0.75);
  }

  /**
   * {@return this search with other constants}
   *
   * @param k1 how much repeating a term adds, 0 (nothing) or more
   * @param b how much long texts are held back, 0 (not at all) to 1
   */
  public KeywordSearch constants(double k1, double b) {
    return new KeywordSearch(analysis, k1, b);
  }

  /**
   * {@return what reads this strategy from a model file}
   *
   * @param analysis the analysis the model was built with; another is refused by its name
   */
  public static StrategyReader reader(TextAnalysis analysis) {
    Objects.requireNonNull(analysis, "analysis");
    return new StrategyReader() {
      @Override
      public String strategy() {
        return NAME;
      }

      @Override
      public Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
        String saved = in.getString("analysis");
        if (!saved.equals(analysis.name())) {
          throw new ModelFileException(
              String.format(
                  Locale.ROOT,
                  "the model searches by terms of analysis '%s', and '%s' was passed to read it;"
                      + " pass KeywordSearch.reader of the analysis it was built with",
                  saved,
                  analysis.name()));
        }
        double k1 = in.getFinite("k1");
        return by(analysis).constants(k1, in.getFinite("b")).train(context);
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
    return trained(context);
  }

  Trained trained(TrainingContext context) {
    Catalog catalog = context.catalog();
    context.cancellation().check("training search by keywords");
    TermDocuments counts =
        TermCounter.of(analysis)
            .limits(VocabularyLimits.none())
            .threads(context.threads())
            .progress(context.progress())
            .cancellation(context.cancellation())
            .learn(catalog.size(), artwork -> ArtworkText.complete(catalog.get(artwork)));
    return new Trained(counts);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s:k1=%s,b=%s,analysis=%s", NAME, saturation, lengthShare, analysis.name());
  }

  final class Trained implements Scorer {
    private final Vocabulary vocabulary;
    private final TermDocuments.Postings postings;
    private final int[] lengths;

    Trained(TermDocuments counts) {
      vocabulary = counts.vocabulary();
      postings = counts.postings();
      lengths = new int[counts.documents()];
      for (int work = 0; work < lengths.length; work++) {
        lengths[work] = counts.length(work);
      }
    }

    @Override
    public Strategy strategy() {
      return KeywordSearch.this;
    }

    @Override
    public Scores score(Query query, Candidates candidates) {
      Scores scores = new Scores(candidates);
      if (query.wish().isEmpty()) {
        return scores;
      }
      String wish = query.wish().get().words();
      Matches matches = matches(wish);
      for (int position = 0; position < candidates.size(); position++) {
        double sum = matches.sums[candidates.artwork(position)];
        if (sum > 0) {
          scores.set(position, sum);
        }
      }
      return scores.explainedBy(
          position -> {
            Cause cause = new Cause.Wish(wish, matches.fits(candidates.artwork(position)));
            return List.of(new Contribution(NAME, cause, scores.value(position)));
          });
    }

    /** What every work has of a wish's words. */
    Matches matches(String wish) {
      Set<String> terms = new LinkedHashSet<>(analysis.terms(wish));
      Matches matches = new Matches(lengths.length, terms.size());
      for (String term : terms) {
        add(matches, vocabulary.index(term));
      }
      return matches;
    }

    private void add(Matches matches, int term) {
      double rarity = rarity(term < 0 ? 0 : vocabulary.documentFrequency(term));
      matches.asked += rarity;
      if (term < 0) {
        return;
      }
      for (int e = postings.start(term); e < postings.end(term); e++) {
        int work = postings.document(e);
        matches.found[work]++;
        matches.rarity[work] += rarity;
        matches.sums[work] += weighting.weight(postings.count(e), lengths[work], term, vocabulary);
      }
    }

    private double rarity(int frequency) {
      return Math.log(1 + (lengths.length - frequency + 0.5) / (frequency + 0.5));
    }

    /** Behaviour says nothing here; a longer catalogue is read again. */
    @Override
    public Optional<Scorer> updated(TrainingContext before, TrainingContext after) {
      return Optional.of(
          after.catalog().size() == lengths.length ? this : KeywordSearch.this.train(after));
    }

    /** Texts that are new or changed are read with all others; offers are not texts. */
    @Override
    public Scorer grown(TrainingContext before, TrainingContext after) {
      return grownTo(before, after);
    }

    Trained grownTo(TrainingContext before, TrainingContext after) {
      return SearchText.changed(before.catalog(), after.catalog()).length == 0
          ? this
          : KeywordSearch.this.trained(after);
    }

    /** The texts are in the catalogue, which every model file holds. */
    @Override
    public void save(StateWriter out) {
      out.putString("analysis", analysis.name());
      out.putDouble("k1", saturation);
      out.putDouble("b", lengthShare);
    }
  }

  /** A wish's words in every work. */
  static final class Matches {
    private final double[] sums;
    private final double[] rarity;
    private final int[] found;
    private final int terms;
    private double asked;

    private Matches(int works, int terms) {
      sums = new double[works];
      rarity = new double[works];
      found = new int[works];
      this.terms = terms;
    }

    /** Whether a work shares a word. */
    boolean isFound(int work) {
      return found[work] > 0;
    }

    /** Whether a work has half of the words. */
    boolean fits(int work) {
      return found[work] > 0 && 2 * found[work] >= terms;
    }

    /** How much of what the words tell a work has, 0 to 1; a rare word tells more. */
    double share(int work) {
      return asked > 0 ? rarity[work] / asked : 0;
    }

    /** The largest share that any work has; 0 when none shares a word. */
    double fullest() {
      double most = 0;
      for (int work = 0; work < rarity.length; work++) {
        most = Math.max(most, share(work));
      }
      return most;
    }
  }
}
