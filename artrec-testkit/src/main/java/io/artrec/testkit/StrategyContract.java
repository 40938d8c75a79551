package io.artrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.History;
import io.artrec.behavior.Preferences;
import io.artrec.explain.Contribution;
import io.artrec.model.ModelFile;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReader;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link Strategy} and its {@link Scorer} must do: answer for visitors training never
 * saw, from their history; give the same scores for the same input at any thread count; score a
 * candidate the same whatever else is asked for, unless relative; break scores down into
 * contributions that add up; come back from a file bit-equal; and have an answer for empty and tiny
 * galleries.
 */
public abstract class StrategyContract {
  private static final SyntheticGallery GALLERY = SyntheticGallery.of(300, 60, 20, 11);

  @TempDir Path folder;

  /** For subclasses. */
  protected StrategyContract() {}

  /**
   * Returns the strategy under test.
   *
   * @return the same strategy at every call
   */
  protected abstract Strategy strategy();

  /**
   * Returns the readers of the strategies that are not core's own.
   *
   * @return none unless overridden
   */
  protected List<StrategyReader> readers() {
    return List.of();
  }

  /**
   * Tells whether scores follow the visitor's taste, so that they must find planted tastes.
   *
   * @return true unless overridden
   */
  protected boolean isPersonal() {
    return true;
  }

  private Scorer trained() {
    return strategy().train(GALLERY.context(1));
  }

  private static Query query(SyntheticGallery gallery, int user, boolean known) {
    History history =
        gallery.dataset().userCount() > user ? gallery.dataset().history(user) : History.none();
    Preferences preferences =
        gallery.context(1).preferenceModel().apply(history, SyntheticGallery.NOW);
    return new Query(
        known ? OptionalInt.of(user) : OptionalInt.empty(),
        history,
        preferences,
        SyntheticGallery.NOW,
        7,
        Map.of());
  }

  private static double[] values(Scores scores) {
    double[] values = new double[scores.candidates().size()];
    for (int p = 0; p < values.length; p++) {
      values[p] = scores.isScored(p) ? scores.value(p) : Double.NEGATIVE_INFINITY;
    }
    return values;
  }

  @Test
  void name_isStable() {
    assertThat(strategy().name()).isEqualTo(strategy().name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(trained().strategy().name()).isEqualTo(strategy().name());
  }

  @Test
  void history_getsTheAnswerOfTheTrainedVisitor() {
    Scorer scorer = trained();
    Candidates all = Candidates.all(GALLERY.catalog().size());
    for (int user = 0; user < 10; user++) {
      Scores known = scorer.score(query(GALLERY, user, true), all);
      Scores unseen = scorer.score(query(GALLERY, user, false), all);
      assertThat(unseen.scoredCount()).as("user %d", user).isPositive();
      assertThat(unseen.best(10)).as("user %d", user).hasSameSizeAs(known.best(10));
    }
  }

  @Test
  void training_givesTheSameScores_atAnyThreadCount() {
    Scorer one = strategy().train(GALLERY.context(1));
    Scorer four = strategy().train(GALLERY.context(4));
    Candidates all = Candidates.all(GALLERY.catalog().size());
    for (int user = 0; user < 5; user++) {
      Query query = query(GALLERY, user, true);
      assertThat(values(four.score(query, all))).isEqualTo(values(one.score(query, all)));
      assertThat(values(one.score(query, all))).isEqualTo(values(one.score(query, all)));
    }
  }

  @Test
  void subsetOfCandidates_isScoredAsTheWhole_unlessRelative() {
    Scorer scorer = trained();
    Scores whole = scorer.score(query(GALLERY, 3, true), Candidates.all(GALLERY.catalog().size()));
    Candidates some = Candidates.of(2, 3, 50, 51, 52, 199, 299);
    Scores part = scorer.score(query(GALLERY, 3, true), some);
    assertThat(part.candidates()).isSameAs(some);
    for (int p = 0; p < some.size() && !scorer.isRelative(); p++) {
      assertThat(part.get(p)).isEqualTo(whole.get(some.artwork(p)));
    }
  }

  @Test
  void contributions_addUpToTheScore() {
    Scorer scorer = trained();
    for (int user = 0; user < 5; user++) {
      Scores scores =
          scorer.score(query(GALLERY, user, true), Candidates.all(GALLERY.catalog().size()));
      for (int p = 0; p < scores.candidates().size(); p++) {
        List<Contribution> contributions = scores.contributions(p);
        double sum = contributions.stream().mapToDouble(Contribution::amount).sum();
        assertThat(sum).as("artwork %d", p).isCloseTo(scores.value(p), within(1e-6));
        assertThat(contributions)
            .isSortedAccordingTo((a, b) -> Double.compare(b.amount(), a.amount()));
      }
    }
  }

  @Test
  void savedScorer_comesBackBitEqual() {
    Scorer scorer = trained();
    Path file = folder.resolve("scorer");
    ModelFile.write(file, out -> StrategyReaders.write(scorer, out));
    StrategyReaders known = StrategyReaders.coreAnd(readers());
    Scorer loaded = ModelFile.read(file, in -> known.read(in, GALLERY.context(1)));
    Candidates all = Candidates.all(GALLERY.catalog().size());
    for (int user = 0; user < 5; user++) {
      Query query = query(GALLERY, user, true);
      assertThat(values(loaded.score(query, all))).isEqualTo(values(scorer.score(query, all)));
    }
    assertThat(loaded.strategy().name()).isEqualTo(scorer.strategy().name());
    Scorer retrained = loaded.strategy().train(GALLERY.context(1));
    assertThat(values(retrained.score(query(GALLERY, 1, true), all)))
        .as("the strategy that comes back trains as the one that was saved")
        .isEqualTo(values(scorer.score(query(GALLERY, 1, true), all)));
  }

  @Test
  void proposals_areTheBestOfAll() {
    Scorer scorer = trained();
    Query query = query(GALLERY, 4, true);
    Candidates proposed = scorer.propose(query, GALLERY.catalog().size(), 20);
    assertThat(proposed.size()).isBetween(1, GALLERY.catalog().size());
    Scores whole = scorer.score(query, Candidates.all(GALLERY.catalog().size()));
    int[] artworks = new int[proposed.size()];
    for (int p = 0; p < artworks.length; p++) {
      artworks[p] = proposed.artwork(p);
    }
    assertThat(artworks).contains(whole.best(1));
  }

  @Test
  void plantedTaste_isFound() {
    if (!isPersonal()) {
      return;
    }
    Scorer scorer = trained();
    double hits = 0;
    for (int user = 0; user < 20; user++) {
      Scores scores =
          scorer.score(query(GALLERY, user, false), Candidates.all(GALLERY.catalog().size()));
      int taste = Integer.parseInt(GALLERY.dataset().userId(user).substring(1));
      for (int position : scores.best(10)) {
        hits += GALLERY.schoolOf(position) == taste % SyntheticGallery.SCHOOLS ? 1 : 0;
      }
    }
    assertThat(hits / 200).as("share of the own school; by chance 0.2").isGreaterThan(0.6);
  }

  @Test
  void visitorWithoutHistory_hasADefinedAnswer() {
    Query nobody =
        new Query(
            OptionalInt.empty(),
            History.none(),
            Preferences.none(),
            SyntheticGallery.NOW,
            7,
            Map.of());
    Scores scores = trained().score(nobody, Candidates.all(GALLERY.catalog().size()));
    for (double value : values(scores)) {
      assertThat(value).isNotNaN();
    }
  }

  @Test
  void tinyAndEmptyGalleries_haveADefinedAnswer() {
    for (int works : new int[] {0, 1, 2}) {
      for (int users : new int[] {0, 1}) {
        SyntheticGallery gallery = SyntheticGallery.of(works, users, 3, 5);
        TrainingContext context = gallery.context(1);
        Scores scores =
            strategy().train(context).score(query(gallery, 0, false), Candidates.all(works));
        assertThat(scores.scoredCount()).isBetween(0, works);
        for (int p = 0; p < works; p++) {
          double sum = scores.contributions(p).stream().mapToDouble(Contribution::amount).sum();
          assertThat(sum).isCloseTo(scores.value(p), within(1e-6));
        }
      }
    }
  }
}
