package io.artrec.benchmarks;

import io.artrec.Recommendation;
import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.TopArtworks;
import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.cf.CfStrategies;
import io.artrec.filter.Filter;
import io.artrec.filter.Filters;
import io.artrec.rerank.Mmr;
import io.artrec.scoring.LoadedMatrix;
import io.artrec.scoring.ScoringBackends;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Query;
import io.artrec.strategy.TrainingContext;
import io.artrec.strategy.VectorScorer;
import io.artrec.vector.FeatureMatrix;
import io.artrec.vector.TopRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What does the way of a request cost beside its products? 4,000 works, 6,000 visitors, 800,000
 * events, 64 factors of implicit ALS, one thread. {@code answer} gives one visitor ten works with
 * reasons, {@code answerFiltered} with a filter of records; {@code top} is the product and
 * selection alone for one vector, the floor. {@code allAnswers} answers {@value #MANY} visitors
 * without reasons, {@code allTops} is the floor of that. {@code hybridAnswers} does it by a blend
 * of ALS and content vectors of {@value #DIMENSIONS} dimensions behind a filter and MMR; {@code
 * hybridParts} only multiplies, for the same visitors, with both parts' works, and selects.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:exec -Djmh.args="AnswerBenchmark"}
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-Xms3g",
      "-Xmx3g",
      "-XX:+AlwaysPreTouch",
      "--add-modules",
      "jdk.incubator.vector"
    })
@State(Scope.Benchmark)
public class AnswerBenchmark {
  static final int MANY = 1024;
  static final int DIMENSIONS = 64;
  private static final int TOGETHER = 256;

  private Recommender alone = Recommender.builder().catalog(List.of()).build();
  private Recommender hybrid = Recommender.builder().catalog(List.of()).build();
  private final Filter filter = Filters.not(Filters.artist("Artist 7"));
  private LoadedMatrix works = ScoringBackends.best().load(empty());
  private LoadedMatrix content = ScoringBackends.best().load(empty());
  private float[][] vectors = {};
  private float[][] profiles = {};
  private int[][] known = {};
  private BitSet eligible = new BitSet();
  private List<String> users = List.of();
  private int next;

  private static FeatureMatrix empty() {
    return FeatureMatrix.builder(0, 1).build();
  }

  /** Trains. */
  @Setup
  public void build() {
    TrainingContext context = ImplicitData.context(ImplicitData.Size.S, 1);
    Dataset dataset = context.dataset();
    alone =
        Recommender.builder()
            .catalog(dataset.catalog())
            .interactions(dataset.interactions())
            .strategy(CfStrategies.parse("implicit-als:epochs=3,factors=64"))
            .threads(1)
            .build();
    hybrid =
        Recommender.builder()
            .catalog(dataset.catalog())
            .interactions(dataset.interactions())
            .feature(SyntheticData.vectors(DIMENSIONS))
            .strategy(
                Hybrid.weighted()
                    .add(0.5, CfStrategies.parse("implicit-als:epochs=3,factors=64"))
                    .add(0.5, ContentBased.cosine()))
            .filter(filter)
            .rerank(Mmr.lambda(0.7))
            .threads(1)
            .build();
    VectorScorer scorer =
        (VectorScorer) CfStrategies.parse("implicit-als:epochs=3,factors=64").train(context);
    works = ScoringBackends.best().load(scorer.works());
    content = ScoringBackends.best().load(hybrid.features().entries().get(0).matrix());
    eligible.set(0, dataset.catalog().size());
    users = IntStream.range(0, MANY).mapToObj(dataset::userId).toList();
    vectors = new float[MANY][];
    profiles = new float[MANY][];
    known = new int[MANY][];
    for (int user = 0; user < MANY; user++) {
      History history = dataset.history(user);
      Query query =
          Query.builder(history, context.preferenceModel().apply(history, context.nowMillis()))
              .nowMillis(context.nowMillis())
              .build();
      vectors[user] = scorer.vector(query).orElseThrow();
      profiles[user] = Arrays.copyOf(vectors[user], DIMENSIONS);
      known[user] =
          IntStream.range(0, history.size()).map(history::artwork).sorted().distinct().toArray();
    }
  }

  /** Lets go. */
  @TearDown
  public void close() {
    works.close();
    content.close();
    alone.close();
    hybrid.close();
  }

  private String user() {
    next = (next + 1) % MANY;
    return users.get(next);
  }

  /**
   * Answers one visitor, with reasons.
   *
   * @return ten works
   */
  @Benchmark
  public List<Recommendation> answer() {
    return alone.recommend(user(), 10);
  }

  /**
   * Answers one visitor, of works that a filter lets through.
   *
   * @return ten works
   */
  @Benchmark
  public List<Recommendation> answerFiltered() {
    return alone.recommend(RecommendationRequest.forUser(user()).filter(filter).n(10).build());
  }

  /**
   * Multiplies and selects for one vector.
   *
   * @return ten works
   */
  @Benchmark
  public List<TopRows> top() {
    next = (next + 1) % MANY;
    return works.top(new float[][] {vectors[next]}, 10, eligible, new int[][] {known[next]});
  }

  /**
   * Answers many visitors.
   *
   * @return ten works for each
   */
  @Benchmark
  public List<TopArtworks> allAnswers() {
    return alone.recommendTop(users, 10);
  }

  /**
   * Multiplies and selects for many vectors.
   *
   * @param sink takes ten works for each
   */
  @Benchmark
  public void allTops(Blackhole sink) {
    sink.consume(tops(works, vectors));
  }

  /**
   * Answers many visitors by a blend, with a filter and a second look.
   *
   * @return ten works for each
   */
  @Benchmark
  public List<TopArtworks> hybridAnswers() {
    return hybrid.recommendTop(users, 10);
  }

  /**
   * Multiplies and selects for many vectors by each part of the blend.
   *
   * @param sink takes ten works for each
   */
  @Benchmark
  public void hybridParts(Blackhole sink) {
    sink.consume(tops(works, vectors));
    sink.consume(tops(content, profiles));
  }

  private List<TopRows> tops(LoadedMatrix matrix, float[][] of) {
    List<TopRows> all = new ArrayList<>();
    for (int from = 0; from < MANY; from += TOGETHER) {
      all.addAll(
          matrix.top(
              Arrays.copyOfRange(of, from, from + TOGETHER),
              10,
              eligible,
              Arrays.copyOfRange(known, from, from + TOGETHER)));
    }
    return all;
  }
}
