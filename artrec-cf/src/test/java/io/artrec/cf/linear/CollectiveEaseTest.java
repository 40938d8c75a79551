package io.artrec.cf.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.TrainingContext;
import io.artrec.task.Workers;
import io.artrec.testkit.SyntheticGallery;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectiveEaseTest {
  /** Works by the schools that each belongs to. */
  private static Catalog catalog(int[][] schools) {
    List<Artwork> works = new ArrayList<>();
    for (int work = 0; work < schools.length; work++) {
      Artwork.Builder builder = Artwork.builder("w" + work, "Work " + work);
      for (int school : schools[work]) {
        builder.subject("school " + school);
      }
      works.add(builder.build());
    }
    return Catalog.of(works);
  }

  private static TrainingContext context(int[][] schools, int[][] likes) {
    List<Interaction> events = new ArrayList<>();
    for (int user = 0; user < likes.length; user++) {
      for (int work : likes[user]) {
        events.add(Interaction.favorite("u" + user, "w" + work));
      }
    }
    Dataset dataset = Dataset.of(catalog(schools), Interactions.of(events));
    return TrainingContext.of(dataset, FeatureStore.empty(schools.length)).workers(Workers.of(2));
  }

  private static int[][] drawn(int rows, int columns, double share, SplittableRandom random) {
    int[][] drawn = new int[rows][];
    for (int row = 0; row < rows; row++) {
      drawn[row] = random.ints(columns, 0, 1000).map(k -> k < share * 1000 ? 1 : 0).toArray();
      List<Integer> chosen = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        if (drawn[row][column] == 1) {
          chosen.add(column);
        }
      }
      drawn[row] = chosen.stream().mapToInt(Integer::intValue).toArray();
    }
    return drawn;
  }

  @Test
  void twoWorksOfASchool_andOneWithout_byHand() {
    // the school weighs ln(3/2), in units of the mean (2 ln(3/2)) / 3: 1.5; G = 2 · 1.5 + 1 = 4 on
    // the diagonal, 3 beside it, so w0 says 3/4 for w1
    CollectiveEaseScorer scorer =
        (CollectiveEaseScorer)
            CollectiveEase.regularization(1)
                .attributeWeight(2)
                .train(context(new int[][] {{0}, {0}, {}}, new int[0][]));
    assertThat(scorer.weight(0, 1)).isEqualTo(0.75, within(1e-12));
    assertThat(scorer.weight(1, 0)).isEqualTo(0.75, within(1e-12));
    assertThat(scorer.weight(0, 2)).isZero();
    assertThat(scorer.weight(2, 1)).isZero();
  }

  /** {@code XᵀX + αTᵀWT + λI} with schools' weights from the first works. */
  private static DMatrixRMaj gram(
      int[][] schools, int[][] likes, int first, double alpha, double lambda) {
    int works = schools.length;
    int[] sizes = new int[1000];
    double sum = 0;
    for (int work = 0; work < first; work++) {
      for (int school : schools[work]) {
        sizes[school]++;
      }
    }
    for (int size : sizes) {
      sum += size > 1 ? size * Math.log(first / (double) size) : 0;
    }
    DMatrixRMaj x = new DMatrixRMaj(likes.length, works);
    for (int user = 0; user < likes.length; user++) {
      for (int work : likes[user]) {
        x.set(user, work, 1);
      }
    }
    DMatrixRMaj t = new DMatrixRMaj(sizes.length, works);
    for (int work = 0; work < works; work++) {
      for (int school : schools[work]) {
        if (sizes[school] > 1) {
          double weight = Math.log(first / (double) sizes[school]) * first / sum;
          t.set(school, work, Math.sqrt(alpha * weight));
        }
      }
    }
    DMatrixRMaj gram = CommonOps_DDRM.identity(works);
    CommonOps_DDRM.scale(lambda, gram);
    CommonOps_DDRM.multAddTransA(x, x, gram);
    CommonOps_DDRM.multAddTransA(t, t, gram);
    return gram;
  }

  private static double[][] weights(DMatrixRMaj gram) {
    DMatrixRMaj inverse = gram.copy();
    assertThat(CommonOps_DDRM.invert(inverse)).isTrue();
    double[][] weights = new double[gram.numRows][gram.numRows];
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        weights[i][j] = i == j ? 0 : -inverse.get(i, j) / inverse.get(j, j);
      }
    }
    return weights;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void weights_areThoseOfTheClosedForm(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] schools = drawn(90, 12, 0.2, random);
    int[][] likes = drawn(60, 90, 0.1, random);
    CollectiveEaseScorer scorer =
        (CollectiveEaseScorer)
            CollectiveEase.regularization(7).attributeWeight(3).train(context(schools, likes));
    double[][] expected = weights(gram(schools, likes, 90, 3, 7));
    for (int i = 0; i < 90; i++) {
      for (int j = 0; j < 90; j++) {
        assertThat(scorer.weight(i, j))
            .as("seed %d, from %d to %d", seed, i, j)
            .isCloseTo(expected[i][j], within(1e-9));
      }
    }
  }

  /** The weights between some works of a Gram matrix, as if there were no others. */
  private static double[][] weightsOf(DMatrixRMaj gram, int trained, int... added) {
    int size = trained + added.length;
    DMatrixRMaj part = new DMatrixRMaj(size, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        int row = i < trained ? i : added[i - trained];
        int column = j < trained ? j : added[j - trained];
        part.set(i, j, gram.get(row, column));
      }
    }
    return weights(part);
  }

  @Test
  void newWorks_haveTheWeightsOfATrainingWithThemAlone() {
    SplittableRandom random = new SplittableRandom(4);
    int trained = 50;
    int[][] schools = drawn(53, 8, 0.3, random);
    int[][] likes = drawn(40, trained, 0.1, random);
    TrainingContext after = context(schools, likes);
    TrainingContext before = after.first(trained);
    CollectiveEase strategy = CollectiveEase.regularization(7).attributeWeight(3);
    CollectiveEaseScorer scorer = (CollectiveEaseScorer) strategy.train(before);
    CollectiveEaseScorer grown = (CollectiveEaseScorer) scorer.grown(before, after);
    DMatrixRMaj gram = gram(schools, likes, trained, 3, 7);
    for (int work = trained; work < 53; work++) {
      double[][] alone = weightsOf(gram, trained, work);
      for (int i = 0; i < trained; i++) {
        assertThat(grown.weight(i, work)).isCloseTo(alone[i][trained], within(1e-9));
        assertThat(grown.weight(work, i)).isCloseTo(alone[trained][i], within(1e-9));
        assertThat(grown.weight(i, 7)).isEqualTo(scorer.weight(i, 7));
      }
    }
    double[][] two = weightsOf(gram, trained, 50, 52);
    assertThat(grown.weight(50, 52)).isCloseTo(two[50][51], within(1e-9));
    assertThat(grown.weight(52, 50)).isCloseTo(two[51][50], within(1e-9));
    assertThat(grown.updated(after, after)).as("new works are trained").isEmpty();
  }

  @Test
  void describedAnew_trains() {
    int[][] schools = {{0, 1}, {0}, {1}, {0, 1}, {1}};
    TrainingContext before = context(schools, new int[][] {{0, 1}, {2, 3}});
    Scorer scorer = CollectiveEase.regularization(5).train(before);
    assertThat(scorer.updated(before, context(schools, new int[][] {{0, 1}}))).isPresent();
    schools[4] = new int[] {0};
    assertThat(scorer.updated(before, context(schools, new int[][] {{0, 1}}))).isEmpty();
  }

  @Test
  void newWorkDescribedAnew_hasTheWeightsOfWhatItIsNow() {
    int[][] schools = {{0, 1}, {0}, {1}, {0, 1}, {1}, {0}};
    int[][] likes = {{0, 1}, {2, 3}, {1, 3}};
    TrainingContext added = context(schools, likes);
    TrainingContext before = added.first(5);
    Scorer scorer = CollectiveEase.regularization(5).train(before);
    Scorer grown = scorer.grown(before, added);
    schools[5] = new int[] {1};
    TrainingContext anew = context(schools, likes);
    CollectiveEaseScorer expected = (CollectiveEaseScorer) scorer.grown(before, anew);
    CollectiveEaseScorer found = (CollectiveEaseScorer) grown.grown(added, anew);
    for (int work = 0; work < 5; work++) {
      assertThat(found.weight(work, 5)).isEqualTo(expected.weight(work, 5));
    }
    assertThat(found.weight(4, 5)).isNotEqualTo(((CollectiveEaseScorer) grown).weight(4, 5));
  }

  @Test
  void attributesThatCountNothing_leaveEase() {
    TrainingContext context = SyntheticGallery.of(80, 40, 8, 3).context(2);
    EaseScorer ease = (EaseScorer) Ease.regularization(20).train(context);
    CollectiveEaseScorer without =
        (CollectiveEaseScorer) CollectiveEase.regularization(20).attributeWeight(0).train(context);
    for (int i = 0; i < 80; i++) {
      for (int j = 0; j < 80; j++) {
        assertThat(without.weight(i, j)).isEqualTo(ease.weight(i, j));
      }
    }
  }

  /** Of 300 works of five schools, every seventh has no event. */
  @Test
  void worksThatNobodyChose_areFoundByWhatTheyAre() {
    SyntheticGallery gallery = SyntheticGallery.of(300, 60, 20, 11);
    Interactions events = gallery.dataset().interactions();
    Dataset warm =
        Dataset.of(
            gallery.catalog(),
            events.filter(
                row -> gallery.catalog().requireIndex(events.get(row).artwork()) % 7 > 0));
    TrainingContext context = gallery.context(2).with(warm, SyntheticGallery.NOW);
    Scorer scorer = CollectiveEase.regularization(30).train(context);
    int[] cold = IntStream.range(0, 300).filter(w -> w % 7 == 0).toArray();
    int own = 0;
    for (int user = 0; user < 20; user++) {
      Query query =
          Query.builder(
                  warm.history(user),
                  context.preferenceModel().apply(warm.history(user), SyntheticGallery.NOW))
              .build();
      Scores scores = scorer.score(query, Candidates.of(cold));
      int taste = Integer.parseInt(warm.userId(user).substring(1)) % SyntheticGallery.SCHOOLS;
      for (int position : scores.best(5)) {
        own += gallery.schoolOf(cold[position]) == taste ? 1 : 0;
      }
    }
    assertThat(own).as("of 100, of the visitor's school; by chance 20").isGreaterThan(70);
  }

  @Test
  void unknownFacets_areRefused() {
    assertThatThrownBy(
            () ->
                CollectiveEase.regularization(1)
                    .on("mood")
                    .train(context(new int[][] {{0}, {0}}, new int[0][])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("facet 'mood' is unknown");
  }
}
