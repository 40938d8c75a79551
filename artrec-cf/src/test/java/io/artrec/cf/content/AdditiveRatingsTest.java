package io.artrec.cf.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.explain.Contribution;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.TrainingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdditiveRatingsTest {
  private static final PlantedGallery GALLERY = new PlantedGallery(150, 200, 60, 5);
  private static final AdditiveScorer LEARNED =
      (AdditiveScorer) AdditiveRatings.standard().train(GALLERY.context());

  private static Query query(TrainingContext context, List<Interaction> events) {
    History history = Dataset.historyOf(context.catalog(), events);
    return Query.builder(history, PreferenceModel.standard().apply(history, 0)).build();
  }

  private static TrainingContext context(Catalog catalog, List<Interaction> events) {
    return TrainingContext.of(
        Dataset.of(catalog, Interactions.of(events)), FeatureStore.empty(catalog.size()));
  }

  @Test
  void oneRatingByAStranger_isShrunkenByHand() {
    // one family of two columns; the work has the second with 0.5; lambdas are 4, 8 for own
    WorkRows rows =
        new WorkRows(new int[] {0, 2}, new int[] {0, 1}, new int[] {1}, new float[] {0.5f});
    Variances variances = new Variances(0.4, 0.1, 0.2, new double[] {0.3}, new double[] {0.05});
    AdditiveEffects effects =
        new AdditiveEffects(
            3, 2, new int[] {7}, new double[] {0.25}, new double[] {0, 0}, variances);

    VisitorEffects visitor =
        VisitorEffects.of(
            new SparseVector(new int[] {0}, new float[] {5}), rows, new double[] {0.25}, effects);

    // 0.75 is left of (5 - 3) / 2; (a + 0.5 d) takes the share (1/4 + 0.25/8) of 1 + that
    double held = 1 / 4.0 + 0.25 / 8;
    double weight = 0.75 / (1 + held);
    assertThat(visitor.columns()).containsExactly(1);
    assertThat(visitor.mean()).isEqualTo(weight / 4, within(1e-9));
    assertThat(visitor.effects()[0]).isEqualTo(0.5 * weight / 8, within(1e-9));
  }

  @Test
  void plantedVariances_areRecovered() {
    Variances found = LEARNED.effects().variances();
    double unit = LEARNED.effects().deviation();
    List<String> families = LEARNED.traits().families();
    assertThat(families)
        .containsExactly("movement", "medium", "period", "years", "popularity", "palette");
    assertThat(unit * Math.sqrt(found.residual())).isEqualTo(PlantedGallery.NOISE, within(0.03));
    assertThat(unit * Math.sqrt(found.visitor())).isEqualTo(PlantedGallery.VISITOR, within(0.1));
    assertThat(unit * Math.sqrt(found.work())).isEqualTo(PlantedGallery.WORK, within(0.1));
    assertThat(unit * Math.sqrt(found.own()[0])).isEqualTo(PlantedGallery.OWN_STYLE, within(0.1));
    assertThat(unit * Math.sqrt(found.own()[5])).isEqualTo(PlantedGallery.OWN_PALETTE, within(0.1));
    assertThat(unit * Math.sqrt(found.own()[1])).as("whom grounds please").isLessThan(0.15);
    assertThat(unit * Math.sqrt(found.shared()[1])).as("grounds please all").isLessThan(0.15);
  }

  @Test
  void plantedTastes_areRecovered_alsoForWorksThatNobodyRated() {
    // the noise of the ratings is 0.7, and that of a visitor's mean of a style 0.25
    assertThat(GALLERY.error(LEARNED, true)).isLessThan(0.42);
    assertThat(GALLERY.error(LEARNED, false))
        .as("works that nobody rated vary by 0.4 in what nothing tells")
        .isLessThan(0.62);
    double without =
        GALLERY.error(
            AdditiveRatings.standard()
                .facets(List.of("medium"))
                .features(List.of("palette"))
                .train(GALLERY.context()),
            false);
    assertThat(without).as("without styles and periods").isGreaterThan(0.9);
  }

  @Test
  void tastesTold_areThosePlanted() {
    double planted = 0;
    double told = 0;
    double product = 0;
    for (int visitor = 0; visitor < 60; visitor++) {
      double[] tastes = tastesTold(visitor);
      for (int style = 0; style < tastes.length; style++) {
        double taste = GALLERY.tastes[visitor][style];
        planted += taste * taste;
        told += tastes[style] * tastes[style];
        product += taste * tastes[style];
      }
    }
    assertThat(product / Math.sqrt(planted * told)).isGreaterThan(0.8);
    assertThat(told / planted).as("shrunken, by as much as is not known").isBetween(0.5, 1.0);
  }

  private static double[] tastesTold(int visitor) {
    Scores scores = LEARNED.score(GALLERY.query(visitor), Candidates.all(GALLERY.catalog.size()));
    double[] told = new double[PlantedGallery.STYLES];
    for (int work = 0; work < GALLERY.catalog.size(); work++) {
      for (Contribution part : scores.contributions(work)) {
        if (part.cause() instanceof LevelCause level
            && level.own()
            && level.facet().equals("movement")) {
          told[level.level().charAt(level.level().length() - 1) - '0'] = part.amount();
        }
      }
    }
    return told;
  }

  @Test
  void newWork_isAnsweredByWhatItIs_asOneThatNobodyRated() {
    TrainingContext whole = GALLERY.context();
    int last = GALLERY.catalog.size() - 1;
    TrainingContext before = whole.first(last);
    Scorer scorer = AdditiveRatings.standard().train(before);

    Scorer grown = scorer.grown(before, whole);

    Candidates unrated = Candidates.of(last);
    for (int visitor = 0; visitor < 10; visitor++) {
      Query query = GALLERY.query(visitor);
      assertThat(scorer.score(query, Candidates.of(4)).value(0))
          .isEqualTo(grown.score(query, Candidates.of(4)).value(0));
      assertThat(grown.score(query, unrated).value(0))
          .as("visitor %d", visitor)
          .isEqualTo(LEARNED.score(query, unrated).value(0), within(0.05));
    }
  }

  @Test
  void refreshed_isASolutionOfTheSameEquations() {
    TrainingContext context = GALLERY.context();
    Scorer again = LEARNED.refreshed(context, context).orElseThrow();
    Candidates all = Candidates.all(GALLERY.catalog.size());
    Scores expected = LEARNED.score(GALLERY.query(7), all);
    Scores actual = again.score(GALLERY.query(7), all);
    for (int work = 0; work < all.size(); work++) {
      assertThat(actual.value(work)).isEqualTo(expected.value(work));
    }
  }

  @Test
  void reasons_nameLevels() {
    Catalog catalog =
        Catalog.of(
            List.of(
                Artwork.builder("a", "A").movement("Impressionism").build(),
                Artwork.builder("b", "B").movement("Impressionism").build(),
                Artwork.builder("c", "C").movement("Cubism").build(),
                Artwork.builder("d", "D").movement("Cubism").build()));
    List<Interaction> events = new ArrayList<>();
    for (int visitor = 0; visitor < 30; visitor++) {
      boolean impressionist = visitor % 2 == 0;
      String user = "u" + visitor;
      events.add(Interaction.rating(user, "a", impressionist ? 5 : 1));
      events.add(Interaction.rating(user, visitor % 4 < 2 ? "c" : "d", impressionist ? 2 : 4));
    }
    TrainingContext context = context(catalog, events);
    Scores scores =
        AdditiveRatings.standard()
            .popularity(false)
            .train(context)
            .score(query(context, List.of(Interaction.rating("x", "a", 5))), Candidates.all(4));

    assertThat(scores.value(1)).isGreaterThan(scores.value(2) + 0.5);
    assertThat(scores.contributions(1))
        .extracting(Contribution::cause)
        .contains(new LevelCause("movement", "Impressionism", true, true));
    LevelCause cause = new LevelCause("movement", "Impressionism", true, true);
    assertThat(cause.words(Locale.ENGLISH))
        .isEqualTo(Optional.of("Impressionism, which counts for it by your ratings"));
    assertThat(cause.words(Locale.CHINESE)).isPresent();
    assertThat(cause.words(Locale.FRENCH)).isEmpty();
    assertThat(new LevelCause("movement", "Cubism", true, false).words(Locale.ENGLISH)).isEmpty();
  }

  @Test
  void equalRatings_areToldAsTheyAre_andNoneAreNotTold() {
    Catalog catalog =
        Catalog.of(List.of(Artwork.builder("a", "A").build(), Artwork.builder("b", "B").build()));
    TrainingContext equal =
        context(catalog, List.of(Interaction.rating("u", "a", 4), Interaction.rating("v", "b", 4)));
    Scores scores =
        AdditiveRatings.standard().train(equal).score(query(equal, List.of()), Candidates.all(2));
    assertThat(scores.value(0)).isEqualTo(4);
    assertThat(scores.value(1)).isEqualTo(4);
    TrainingContext none = context(catalog, List.of());
    assertThat(
            AdditiveRatings.standard()
                .train(none)
                .score(query(none, List.of()), Candidates.all(2))
                .scoredCount())
        .isZero();
  }

  @Test
  void unknownFacetOrFeature_isRefused() {
    assertThatThrownBy(
            () -> AdditiveRatings.standard().facets(List.of("smell")).train(GALLERY.context()))
        .hasMessageStartingWith("facet 'smell' is unknown, expected one of artist");
    assertThatThrownBy(
            () -> AdditiveRatings.standard().features(List.of("smell")).train(GALLERY.context()))
        .hasMessageStartingWith("no feature is called 'smell'");
    assertThatThrownBy(() -> AdditiveRatings.standard().dimensions(0))
        .hasMessage("dimensions of additive-ratings is 0, expected 1 or more");
  }

  @Test
  void text_comesBack() {
    AdditiveRatings strategy =
        AdditiveRatings.standard()
            .facets(List.of("movement", "attribute:school"))
            .features(List.of("palette"))
            .dimensions(4)
            .popularity(false)
            .rounds(3);
    assertThat(CfStrategies.parse(strategy.toString())).isEqualTo(strategy);
    assertThat(strategy.facets()).containsExactly("movement", "attribute:school");
    assertThat(CfStrategies.parse("additive-ratings")).isEqualTo(AdditiveRatings.standard());
  }
}
