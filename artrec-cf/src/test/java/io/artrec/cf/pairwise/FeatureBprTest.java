package io.artrec.cf.pairwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.cf.Behavior;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.feature.AttributeLevels;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.kernel.internal.Kernels;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.TrainingContext;
import io.artrec.task.Workers;
import io.artrec.testkit.SyntheticGallery;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class FeatureBprTest {
  private static final SyntheticGallery GALLERY = SyntheticGallery.of(300, 60, 20, 11);

  /** The gallery without what was done with every seventh work. */
  private static TrainingContext warm(int threads) {
    Interactions events = GALLERY.dataset().interactions();
    Dataset warm =
        Dataset.of(
            GALLERY.catalog(),
            events.filter(
                row -> GALLERY.catalog().requireIndex(events.get(row).artwork()) % 7 > 0));
    return GALLERY.context(threads).with(warm, SyntheticGallery.NOW);
  }

  private static Query query(TrainingContext context, int user) {
    var history = context.dataset().history(user);
    return Query.builder(history, context.preferenceModel().apply(history, SyntheticGallery.NOW))
        .build();
  }

  /** Two works of two schools, and a feature of two dimensions that the first has. */
  private static TrainingContext described() {
    Catalog catalog =
        Catalog.of(
            List.of(
                Artwork.builder("w0", "Work 0").movement("A").subject("sea").build(),
                Artwork.builder("w1", "Work 1").movement("A").subject("sea").build(),
                Artwork.builder("w2", "Work 2").movement("B").build(),
                Artwork.builder("w3", "Work 3").movement("B").build(),
                Artwork.builder("w4", "Work 4").build()));
    FeatureMatrix matrix =
        FeatureMatrix.builder(5, 2).set(0, new float[] {3, 4}).set(3, new float[] {0, 5}).build();
    FeatureStore features =
        FeatureStore.of(
            5, List.of(new FeatureStore.Entry(FeatureSpec.named("look").build(), matrix, 1)));
    Dataset dataset =
        Dataset.of(
            catalog,
            Interactions.of(
                List.of(Interaction.favorite("u0", "w0"), Interaction.favorite("u1", "w3"))));
    return TrainingContext.of(dataset, features).workers(Workers.of(2));
  }

  private static WorkEncoding encoding(TrainingContext context) {
    return WorkEncoding.of(AttributeLevels.of(context.catalog()), context.features().entries());
  }

  @Test
  void encoding_byHand() {
    TrainingContext context = described();
    SparseMatrix encoded = encoding(context).of(context);
    // constant, movement A, movement B, subject sea, look in two dimensions, each of length 5
    float half = (float) Math.sqrt(0.5);
    SparseVector first = encoded.row(0);
    assertThat(first.indices()).containsExactly(0, 1, 3, 4, 5);
    assertThat(first.values())
        .containsExactly(new float[] {1, half, half, 0.6f, 0.8f}, within(1e-6f));
    assertThat(encoded.row(2).indices()).containsExactly(0, 2);
    assertThat(encoded.row(2).values()).containsExactly(1, 1);
    assertThat(encoded.row(3).indices()).containsExactly(0, 2, 5);
    assertThat(encoded.row(4).indices()).as("nothing is known of it").isEmpty();
  }

  private static double objective(double[] state, double[] places) {
    double difference = state[15] - state[16];
    for (int d = 0; d < 5; d++) {
      difference += state[d] * (state[5 + d] - state[10 + d]);
    }
    double sum = Math.log1p(Math.exp(-difference));
    for (int k = 0; k < state.length; k++) {
      double off = state[k] - places[k];
      sum += (k < 15 ? 0.1 : 0.05) / 2 * off * off;
    }
    return sum;
  }

  private static double[] state(float[] x, float[][] works, float[] biases) {
    double[] state = new double[17];
    for (int d = 0; d < 5; d++) {
      state[d] = x[d];
      state[5 + d] = works[0][d];
      state[10 + d] = works[1][d];
    }
    state[15] = biases[0];
    state[16] = biases[1];
    return state;
  }

  @Test
  void step_followsTheGradient_withWorksDrawnToWhereTheyBelong() {
    PairwiseEvents events =
        new PairwiseEvents(
            new SparseMatrix(5, new int[] {0, 1, 2}, new int[] {0, 1}, new float[] {1, 1}));
    FeatureBpr strategy = FeatureBpr.factors(5).regularization(0.1).biasRegularization(0.05);
    WorkGroups groups = new WorkGroups(events, Negatives.UNIFORM);
    groups.deal(FastRandom.of(1));
    for (Kernels kernels : Kernels.available()) {
      int stride = kernels.stride(5);
      WorkPrior prior = new WorkPrior(described(), strategy, encoding(described()), events, stride);
      SplittableRandom random = new SplittableRandom(8);
      float[][] rows = new float[3][stride];
      for (float[] row :
          List.of(rows[0], rows[1], rows[2], prior.rows[0], prior.rows[1])
              .toArray(float[][]::new)) {
        for (int d = 0; d < 5; d++) {
          row[d] = (float) random.nextGaussian();
        }
      }
      prior.biases[0] = 0.7f;
      prior.biases[1] = -0.2f;
      float[][] works = {rows[1], rows[2]};
      float[] biases = {0.4f, -0.3f};
      double[] places = state(new float[5], prior.rows, prior.biases);
      double[] before = state(rows[0], works, biases);
      float rate = 0.01f;
      new PairwiseSteps(
              strategy,
              PairwiseLoss.logistic(),
              events,
              kernels.pairwise(),
              works,
              biases,
              rate,
              FastRandom.of(3),
              groups,
              0,
              Optional.of(prior))
          .logistic(0, rows[0], 0, 1);
      double[] after = state(rows[0], works, biases);
      for (int k = 0; k < before.length; k++) {
        double[] up = before.clone();
        double[] down = before.clone();
        up[k] += 1e-5;
        down[k] -= 1e-5;
        double slope = (objective(up, places) - objective(down, places)) / 2e-5;
        assertThat((before[k] - after[k]) / rate)
            .as("%s, %d", kernels, k)
            .isEqualTo(slope, within(1e-3));
      }
    }
  }

  @Test
  void embeddings_areThoseOfTheNormalEquations() {
    SplittableRandom random = new SplittableRandom(5);
    int works = 40;
    int numbers = 9;
    int width = 4;
    SparseMatrix drawn =
        FeedbackEntries.matrix(Feedback.ANY, Behavior.random(works, numbers, 0.4, 5).context());
    float[] values = new float[drawn.size()];
    for (int p = 0; p < values.length; p++) {
      values[p] = (float) random.nextDouble(-1, 1);
    }
    SparseMatrix rows = drawn.withValues(values);
    float[] weights = new float[rows.rows()];
    float[][] vectors = new float[rows.rows()][width - 1];
    float[] biases = new float[rows.rows()];
    DMatrixRMaj f = new DMatrixRMaj(rows.rows(), numbers);
    DMatrixRMaj right = new DMatrixRMaj(rows.rows(), width);
    for (int work = 0; work < weights.length; work++) {
      weights[work] = (float) random.nextDouble(0, 3);
      biases[work] = (float) random.nextDouble(-1, 1);
      double root = Math.sqrt(weights[work]);
      for (int d = 0; d + 1 < width; d++) {
        vectors[work][d] = (float) random.nextDouble(-1, 1);
        right.set(work, d, root * vectors[work][d]);
      }
      right.set(work, width - 1, root * biases[work]);
      for (int p = rows.begin(work); p < rows.end(work); p++) {
        f.set(work, rows.indices()[p], root * rows.values()[p]);
      }
    }
    DMatrixRMaj normal = CommonOps_DDRM.identity(numbers);
    CommonOps_DDRM.scale(0.5, normal);
    CommonOps_DDRM.multAddTransA(f, f, normal);
    DMatrixRMaj moments = new DMatrixRMaj(numbers, width);
    CommonOps_DDRM.multTransA(f, right, moments);
    DMatrixRMaj expected = new DMatrixRMaj(numbers, width);
    assertThat(CommonOps_DDRM.solve(normal, moments, expected)).isTrue();
    EmbeddingFit fit = new EmbeddingFit(described(), "fitting", rows, weights, 0.5f, width);
    for (int call = 0; call < 5; call++) {
      fit.improve(vectors, biases, 5);
    }
    for (int k = 0; k < numbers; k++) {
      for (int d = 0; d < width; d++) {
        assertThat((double) fit.solution()[k][d])
            .as("number %d, column %d", k, d)
            .isCloseTo(expected.get(k, d), within(2e-5));
      }
    }
  }

  @Test
  void worksThatNobodyChose_areFoundByWhatTheyAre() {
    TrainingContext context = warm(2);
    int[] cold = IntStream.range(0, 300).filter(work -> work % 7 == 0).toArray();
    for (FeatureBpr strategy :
        List.of(
            FeatureBpr.factors(16),
            FeatureBpr.factors(16).ownEmbedding(false),
            FeatureBpr.lightFm(16),
            FeatureBpr.vbpr(16))) {
      Scorer scorer = strategy.train(context);
      int own = 0;
      for (int user = 0; user < 20; user++) {
        Scores scores = scorer.score(query(context, user), Candidates.of(cold));
        int taste = Integer.parseInt(context.dataset().userId(user).substring(1)) % 5;
        for (int position : scores.best(5)) {
          own += GALLERY.schoolOf(cold[position]) == taste ? 1 : 0;
        }
      }
      assertThat(own)
          .as("%s: of 100, of the visitor's school; by chance 20", strategy)
          .isGreaterThan(70);
    }
  }

  @Test
  void newWorks_standWhereOnesDescribedAlikeDo() {
    TrainingContext before = warm(2).first(299);
    List<Artwork> works = new ArrayList<>(before.catalog().stream().toList());
    Artwork like = works.get(7);
    works.add(
        Artwork.builder("new", "New work")
            .artist(like.artists().get(0))
            .movement(like.movements().get(0))
            .subject(like.subjects().get(0))
            .build());
    FeatureBpr strategy = FeatureBpr.factors(8).features("none").ownEmbedding(false);
    Catalog longer = Catalog.of(works);
    TrainingContext after =
        before.over(before.dataset().over(longer), FeatureStore.empty(longer.size()));
    Scorer scorer = strategy.attributes("movement").train(before);
    Scorer grown = scorer.grown(before, after);
    Scores scores = grown.score(query(before, 3), Candidates.all(300));
    assertThat(scores.value(299)).isEqualTo(scores.value(7));
    Query withNew =
        Query.builder(
                Dataset.historyOf(longer, List.of(Interaction.favorite("x", "new"))),
                before
                    .preferenceModel()
                    .apply(Dataset.historyOf(longer, List.of(Interaction.favorite("x", "new"))), 0))
            .build();
    int best = grown.score(withNew, Candidates.all(299)).best(1)[0];
    assertThat(GALLERY.schoolOf(best)).as("what is liked of new works counts").isEqualTo(7 % 5);
  }

  @Test
  void refreshed_leavesWorksUnset_ofWhichItsMapKnowsNothing() {
    TrainingContext before = warm(2).first(299);
    List<Artwork> works = new ArrayList<>(before.catalog().stream().toList());
    works.add(Artwork.builder("new", "New work").movement("Unheard of").build());
    works.add(Artwork.builder("newer", "Newer work").movement("Unheard of").build());
    Catalog longer = Catalog.of(works);
    TrainingContext after =
        before.over(before.dataset().over(longer), FeatureStore.empty(longer.size()));
    Scorer scorer =
        FeatureBpr.factors(8)
            .features("none")
            .ownEmbedding(false)
            .attributes("movement")
            .train(before);
    Scores scores =
        scorer.refreshed(before, after).orElseThrow().score(query(before, 3), Candidates.all(301));
    assertThat(scores.isScored(7)).isTrue();
    assertThat(scores.isScored(299)).isFalse();
    assertThat(scores.isScored(300)).isFalse();
  }

  @Test
  void settings_ofPapers() {
    assertThat(FeatureBpr.lightFm(32))
        .isEqualTo(CfStrategies.parse("feature-bpr:factors=32,loss=warp,features=none"));
    assertThat(FeatureBpr.lightFm(32).epochs()).isEqualTo(50);
    assertThat(FeatureBpr.vbpr(32))
        .isEqualTo(CfStrategies.parse("feature-bpr:factors=32,attributes=none"));
    assertThat(FeatureBpr.factors(8).loss(FeatureBpr.Loss.WARP).mostDrawn()).isEqualTo(100);
  }

  @Test
  void whatIsNotThere_isRefused() {
    assertThatThrownBy(() -> FeatureBpr.factors(4).features("sound").train(described()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no feature is called 'sound'");
    assertThatThrownBy(() -> FeatureBpr.factors(4).attributes("mood").train(described()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("facet 'mood' is unknown");
  }
}
