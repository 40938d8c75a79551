package io.artrec.text.search;

import io.artrec.catalog.Catalog;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.feature.FeatureStore;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.similarity.InnerProductSimilarity;
import io.artrec.similarity.Similarities;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Capability;
import io.artrec.strategy.Memory;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReader;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import io.artrec.strategy.Wish;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.embedding.SentenceEncoder;
import io.artrec.text.embedding.internal.MeaningSpec;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Scores works by the sentence vectors of what the asker wishes for and of the work's texts: the
 * mean of the cosine to title, description and subjects as a whole and of that to the nearest
 * passage; -1 to 1. Passages are the whole, the title with artists, movements, genre, medium and
 * techniques, and each sentence of a description of several: a long text says much that its one
 * vector does not. Without a wish everything stays unscored; so does a work without text.
 *
 * <p>A wish that means nothing to the collection finds nothing: one without letters or digits, in a
 * script the collection is not written in (unless the encoder {@link
 * SentenceEncoder#readsAcrossLanguages reads across languages}), or of nothing but English or
 * Chinese function words; nor does one to which no work's cosine reaches the collection's
 * background: what {@value LikenessFloor#QUESTIONS} questions of letters drawn at random from its
 * texts reach with the work most like them, its quantile 0.9 unless set, and at most {@link
 * SentenceEncoder#fitsFrom}. Where a work does, all are scored, so that a blend brings them to one
 * scale; {@link CatalogSearch} shows those alone that do. Reasons say that a work fits when its
 * whole text has {@link SentenceEncoder#fitsFrom} or more.
 *
 * <p>Vectors of whole texts are those of the recommender's feature of meaning by the same encoder
 * where it has that feature; otherwise, and for the other passages, training computes them. An
 * answer costs encoding the wish and one scan, O(passages · dimensions). Immutable and as
 * thread-safe as the encoder.
 */
public final class MeaningSearch implements Strategy {
  static final String NAME = "meaning-search";

  private static final String STAGE = "training search by meaning";
  private static final int AT_ONCE = 256;

  private static final int PASSAGES = 12;
  private static final int MOST_PASSAGES = 100;
  private static final double SHARE = 0.5;
  private static final double BACKGROUND = 0.9;

  /** What a wish is as a vector. */
  private record Encoded(Optional<float[]> vector) {}

  private final Memory.Key<Encoded> encoding = Memory.Key.of(Encoded.class, 4096);
  private final SentenceEncoder encoder;
  private final int passages;
  private final double passageShare;
  private final double background;

  private MeaningSearch(
      SentenceEncoder encoder, int passages, double passageShare, double background) {
    this.encoder = encoder;
    this.passages = passages;
    this.passageShare = passageShare;
    this.background = background;
  }

  /**
   * {@return the search by an encoder}
   *
   * @param encoder turns texts into vectors; not closed by this strategy
   */
  public static MeaningSearch by(SentenceEncoder encoder) {
    return new MeaningSearch(
        Objects.requireNonNull(encoder, "encoder"), PASSAGES, SHARE, BACKGROUND);
  }

  /**
   * {@return this search with another limit of passages beside a work's whole text; 12 unless set}
   *
   * @param most 0 (the whole text alone) to {@value #MOST_PASSAGES}; sentences beyond are joined
   */
  public MeaningSearch passages(int most) {
    if (most < 0 || most > MOST_PASSAGES) {
      throw new IllegalArgumentException(
          "passages is " + most + ", expected 0 to " + MOST_PASSAGES + " beside the whole text");
    }
    return new MeaningSearch(encoder, most, passageShare, background);
  }

  /**
   * {@return this search with another weight of the nearest passage against the whole text; 0.5
   * unless set}
   *
   * @param share 0 (the whole text alone counts) to 1 (the nearest passage alone)
   */
  public MeaningSearch passageShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("passageShare is " + share + ", expected 0 to 1");
    }
    return new MeaningSearch(encoder, passages, share, background);
  }

  /**
   * {@return this search with another floor}
   *
   * @param quantile of the best cosines of questions that mean nothing, above 0 to 1; 0 for no
   *     floor, so that whatever says something finds all works
   */
  public MeaningSearch background(double quantile) {
    if (!(quantile >= 0 && quantile <= 1)) {
      throw new IllegalArgumentException("background is " + quantile + ", expected 0 to 1");
    }
    return new MeaningSearch(encoder, passages, passageShare, quantile);
  }

  /**
   * {@return what reads this strategy from a model file}
   *
   * @param encoder the encoder the model was built with; another is refused by its name
   */
  public static StrategyReader reader(SentenceEncoder encoder) {
    MeaningSearch search = by(encoder);
    return new StrategyReader() {
      @Override
      public String strategy() {
        return NAME;
      }

      @Override
      public Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
        return search.read(in, context);
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
    int[] all = IntStream.range(0, context.catalog().size()).toArray();
    Optional<FeatureMatrix> feature = feature(context.features());
    return trained(
        context,
        feature.isPresent() ? feature.get() : embedded(context),
        feature.isPresent(),
        passages(context, PassageVectors.none(0), all));
  }

  private Trained trained(
      TrainingContext context, FeatureMatrix whole, boolean fromFeature, PassageVectors parts) {
    Catalog catalog = context.catalog();
    Trained open =
        new Trained(whole, fromFeature, parts, Answerable.of(catalog), OptionalDouble.empty());
    OptionalDouble floor =
        background > 0
            ? LikenessFloor.of(encoder, catalog, background, open::best)
            : OptionalDouble.empty();
    return new Trained(whole, fromFeature, parts, open.answerable, floor);
  }

  /** Earlier passages, with those of some works encoded anew. */
  private PassageVectors passages(TrainingContext context, PassageVectors earlier, int[] changed) {
    Catalog catalog = context.catalog();
    List<List<float[]>> byWork = new ArrayList<>();
    int next = 0;
    for (int work = 0; work < catalog.size(); work++) {
      boolean isChanged = next < changed.length && changed[next] == work;
      if (isChanged) {
        next++;
        context.cancellation().check(STAGE);
        byWork.add(
            encoder.encodeAll(SearchText.passages(catalog.get(work), passages)).stream()
                .flatMap(Optional::stream)
                .toList());
      } else {
        byWork.add(earlier.of(work));
      }
    }
    return PassageVectors.of(byWork, encoder.dimensions());
  }

  private Optional<FeatureMatrix> feature(FeatureStore features) {
    return features.entries().stream()
        .filter(entry -> MeaningSpec.isOf(entry.spec(), encoder))
        .map(FeatureStore.Entry::matrix)
        .findFirst();
  }

  private FeatureMatrix embedded(TrainingContext context) {
    int size = context.catalog().size();
    FeatureMatrix.Builder rows = FeatureMatrix.builder(size, encoder.dimensions());
    encode(
        context,
        IntStream.range(0, size).toArray(),
        (work, vector) -> vector.ifPresent(values -> rows.set(work, values)));
    return rows.build();
  }

  /** Earlier vectors, with those of some works encoded anew. */
  private FeatureMatrix embedded(TrainingContext context, FeatureMatrix earlier, int[] works) {
    Map<Integer, Optional<float[]>> rows = new HashMap<>();
    encode(context, works, rows::put);
    return earlier.with(context.catalog().size(), earlier.dimensions(), rows);
  }

  private void encode(
      TrainingContext context, int[] works, BiConsumer<Integer, Optional<float[]>> each) {
    for (int first = 0; first < works.length; first += AT_ONCE) {
      context.cancellation().check(STAGE);
      int[] piece = Arrays.copyOfRange(works, first, Math.min(works.length, first + AT_ONCE));
      List<String> texts =
          IntStream.of(piece).mapToObj(context.catalog()::get).map(ArtworkText::of).toList();
      List<Optional<float[]>> vectors = encoder.encodeAll(texts);
      for (int i = 0; i < piece.length; i++) {
        each.accept(piece[i], vectors.get(i));
      }
      context.progress().update(STAGE, first + piece.length, works.length);
    }
  }

  private Scorer read(StateReader in, TrainingContext context) {
    String saved = in.getString("encoder");
    if (!saved.equals(encoder.name())) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "the model searches by vectors of encoder '%s', and '%s' was passed to read it; pass MeaningSearch.reader of the encoder it was built with",
              saved,
              encoder.name()));
    }
    int size = context.catalog().size();
    boolean fromFeature = in.getLong("fromFeature") == 1;
    FeatureMatrix whole = fromFeature ? featureOf(saved, context) : WholeVectors.read(in, size);
    if (!in.isNext("most passages")) {
      return passages(0).trained(context, whole, fromFeature, PassageVectors.none(size));
    }
    MeaningSearch search =
        passages((int) in.getLong("most passages"))
            .passageShare(in.getFinite("passage share"))
            .background(in.getFinite("background"));
    PassageVectors parts = PassageVectors.read(in, size, encoder.dimensions());
    return search.trained(context, whole, fromFeature, parts);
  }

  private FeatureMatrix featureOf(String saved, TrainingContext context) {
    return feature(context.features())
        .orElseThrow(
            () ->
                new ModelFileException(
                    "the model searches by its text embedding of encoder '"
                        + saved
                        + "', which it does not hold; the file is damaged"));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s:encoder=%s,passages=%d,passageShare=%s,background=%s",
        NAME,
        encoder.name(),
        passages,
        passageShare,
        background);
  }

  private Optional<float[]> encoded(Wish wish) {
    return wish.remembered(encoding, words -> new Encoded(encoder.encodeQuery(words))).vector();
  }

  /** The works' vectors, and where likeness begins to say something. */
  final class Trained implements Scorer {
    private static final InnerProductSimilarity COSINE = Similarities.cosine();

    private final FeatureMatrix vectors;
    private final boolean fromFeature;
    private final PassageVectors parts;
    private final Answerable answerable;
    private final OptionalDouble floor;

    Trained(
        FeatureMatrix vectors,
        boolean fromFeature,
        PassageVectors parts,
        Answerable answerable,
        OptionalDouble floor) {
      this.vectors = vectors;
      this.fromFeature = fromFeature;
      this.parts = parts;
      this.answerable = answerable;
      this.floor = floor;
    }

    @Override
    public Strategy strategy() {
      return MeaningSearch.this;
    }

    @Override
    public Scores score(Query query, Candidates candidates) {
      Scores scores = new Scores(candidates);
      Optional<Likeness> found =
          candidates.size() == 0 ? Optional.empty() : query.wish().flatMap(this::likeness);
      if (found.isEmpty() || !found.get().isAnyFound()) {
        return scores;
      }
      Likeness likeness = found.get();
      for (int position = 0; position < candidates.size(); position++) {
        int artwork = candidates.artwork(position);
        if (likeness.isRead(artwork)) {
          scores.set(position, likeness.cosine(artwork));
        }
      }
      String words = query.wish().orElseThrow().words();
      return scores.explainedBy(
          position -> {
            Cause cause = new Cause.Wish(words, likeness.fits(candidates.artwork(position)));
            return List.of(new Contribution(NAME, cause, scores.value(position)));
          });
    }

    /** How alike every work is to a wish; empty when the wish says nothing here. */
    Optional<Likeness> likeness(Wish wish) {
      return answerable.says(wish.words(), encoder.readsAcrossLanguages())
          ? encoded(wish).map(this::likeness)
          : Optional.empty();
    }

    private Likeness likeness(float[] question) {
      double[] whole = new double[vectors.size()];
      COSINE.scan(question, vectors, whole);
      BitSet read = new BitSet(whole.length);
      for (int work = 0; work < whole.length; work++) {
        read.set(work, vectors.isPresent(work) || parts.has(work));
        whole[work] = vectors.isPresent(work) ? whole[work] : -1;
      }
      double[] alike = whole.clone();
      parts.raise(question, alike);
      for (int work = 0; work < whole.length; work++) {
        if (vectors.isPresent(work)) {
          alike[work] = (1 - passageShare) * whole[work] + passageShare * alike[work];
        }
      }
      return new Likeness(whole, alike, read, floor.orElse(-1), encoder.fitsFrom());
    }

    private double best(float[] question) {
      Likeness likeness = likeness(question);
      double best = -1;
      for (int work = 0; work < vectors.size(); work++) {
        best = likeness.isFound(work) ? Math.max(best, likeness.cosine(work)) : best;
      }
      return best;
    }

    /** The least cosine that says something; -1 when all do. */
    double floor() {
      return floor.orElse(-1);
    }

    @Override
    public Scorer loaded(UnaryOperator<FeatureMatrix> load) {
      return loadedBy(load);
    }

    Trained loadedBy(UnaryOperator<FeatureMatrix> load) {
      return new Trained(load.apply(vectors), fromFeature, parts.loaded(load), answerable, floor);
    }

    /** Behaviour says nothing here; only new works are encoded. */
    @Override
    public Optional<Scorer> updated(TrainingContext before, TrainingContext after) {
      int[] added = IntStream.range(vectors.size(), after.catalog().size()).toArray();
      return Optional.of(over(after, added));
    }

    /** Works whose text is new or changed are encoded. */
    @Override
    public Scorer grown(TrainingContext before, TrainingContext after) {
      return grownTo(before, after);
    }

    Trained grownTo(TrainingContext before, TrainingContext after) {
      return over(after, SearchText.changed(before.catalog(), after.catalog()));
    }

    Trained over(TrainingContext after, int[] changed) {
      Optional<FeatureMatrix> feature = feature(after.features());
      if (changed.length == 0) {
        return feature.isPresent()
            ? new Trained(feature.get(), true, parts, answerable, floor)
            : this;
      }
      FeatureMatrix whole = feature.isPresent() ? feature.get() : embedded(after, vectors, changed);
      return trained(after, whole, feature.isPresent(), passages(after, parts, changed));
    }

    @Override
    public void save(StateWriter out) {
      out.putString("encoder", encoder.name());
      out.putLong("fromFeature", fromFeature ? 1 : 0);
      if (!fromFeature) {
        WholeVectors.save(vectors, out);
      }
      out.putLong("most passages", passages);
      out.putDouble("passage share", passageShare);
      out.putDouble("background", background);
      parts.save(out, encoder.dimensions());
    }
  }
}
