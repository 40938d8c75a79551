package io.artrec.elicitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.UnknownArtworkException;
import io.artrec.feature.FeatureStore;
import io.artrec.filter.Filter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FirstMeetingTest {
  private static final MadeCollection GALLERY = MadeCollection.gallery(200, 1);

  private static FirstMeeting.Builder over(MadeCollection made) {
    return FirstMeeting.over(made.catalog(), made.features());
  }

  private static Acquaintance answered(FirstMeeting meeting, PairChoice choice) {
    Acquaintance acquaintance = meeting.start();
    for (Optional<ArtworkPair> pair = acquaintance.next();
        pair.isPresent();
        pair = acquaintance.next()) {
      acquaintance = acquaintance.with(pair.get().answer(choice));
    }
    return acquaintance;
  }

  @ParameterizedTest
  @EnumSource(PairChoice.class)
  void meeting_endsAfterEightPairsOfDifferentWorks(PairChoice choice) {
    Acquaintance acquaintance = answered(over(GALLERY).prepare(), choice);
    assertThat(acquaintance.answers()).hasSize(8);
    Set<String> shown = new HashSet<>();
    acquaintance
        .answers()
        .forEach(answer -> shown.addAll(List.of(answer.first(), answer.second())));
    assertThat(shown).hasSize(16);
  }

  @Test
  void answersAreAllThereIsToKeep() {
    FirstMeeting meeting = over(GALLERY).prepare();
    Acquaintance one = answered(meeting, PairChoice.FIRST);
    Acquaintance halfway = over(GALLERY).prepare().resume(one.answers().subList(0, 4));
    assertThat(halfway.next().orElseThrow().first().id()).isEqualTo(one.answers().get(4).first());
    Acquaintance again = meeting.resume(one.answers());
    assertThat(again.profile().best(200)).isEqualTo(one.profile().best(200));
    assertThat(again.profile().bits()).isEqualTo(one.profile().bits());
    assertThat(again.next()).isEmpty();
  }

  @Test
  void manyVisitorsAtOnce_getWhatOneGets() {
    FirstMeeting meeting = over(GALLERY).prepare();
    List<PairAnswer> expected = answered(meeting, PairChoice.SECOND).answers();
    assertThat(
            IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> answered(meeting, PairChoice.SECOND).answers())
                .collect(Collectors.toSet()))
        .containsExactly(expected);
  }

  @Test
  void skipping_saysNothing() {
    Acquaintance skipped = answered(over(GALLERY).prepare(), PairChoice.SKIP);
    assertThat(skipped.profile().bits()).isZero();
    assertThat(skipped.profile().agreement()).isCloseTo(0.5, within(1e-12));
    assertThat(skipped.profile().interactions("s")).isEmpty();
    assertThat(skipped.profile().leanings(0.51)).isEmpty();
  }

  @Test
  void pairsThatTellTooLittle_areNotAsked() {
    assertThat(over(GALLERY).leastBits(0.9).prepare().start().next()).isEmpty();
    int asked =
        answered(over(GALLERY).pairs(100).leastBits(0.2).prepare(), PairChoice.FIRST)
            .answers()
            .size();
    assertThat(asked).isBetween(2, 47);
  }

  @Test
  void pairsOfWhichNothingIsSaid_areFollowedByOnesThatTellLess() {
    FirstMeeting meeting = over(GALLERY).prepare();
    Acquaintance acquaintance = meeting.start();
    double before = 1;
    for (int i = 0; i < 4; i++) {
      ArtworkPair pair = acquaintance.next().orElseThrow();
      assertThat(pair.bits()).isPositive().isLessThan(before + 1e-9);
      before = pair.bits();
      acquaintance = acquaintance.with(pair.answer(PairChoice.SKIP));
    }
  }

  @Test
  void fewWorks_makeFewPairs_andNoWorksNone() {
    MadeCollection three = MadeCollection.of(MadeCollection.at(0, 1, 2));
    assertThat(answered(over(three).prepare(), PairChoice.FIRST).answers()).hasSize(1);
    for (float[][] rows :
        new float[][][] {{}, {{1, 0}}, {{}, {}, {}}, {{1, 1}, {1, 1}}, {{1, 1}, {2, 2}, {}}}) {
      FirstMeeting meeting = over(MadeCollection.of(rows)).prepare();
      assertThat(meeting.start().next()).isEmpty();
      assertThat(meeting.start().profile().best(3)).isEmpty();
      assertThat(meeting.start().profile().agreement()).isEqualTo(0.5);
    }
    FirstMeeting none = FirstMeeting.over(Catalog.of(), FeatureStore.empty(0)).prepare();
    assertThat(none.start().next()).isEmpty();
  }

  @Test
  void worksWithoutVectors_areNotShown_andNothingIsSaidOfThem() {
    MadeCollection made = MadeCollection.of(new float[][] {{1, 0}, {}, {0, 1}, {0, 0}, {1, 1}});
    FirstMeeting meeting = over(made).prepare();
    assertThat(meeting.pool().size()).isEqualTo(3);
    Acquaintance acquaintance =
        meeting.resume(List.of(new PairAnswer("w0", "w1", PairChoice.FIRST)));
    assertThat(acquaintance.profile().bits()).isZero();
    assertThat(acquaintance.profile().prefers("w0", "w3")).isEmpty();
    assertThat(acquaintance.profile().likes("w1")).isEmpty();
    assertThat(acquaintance.profile().best(9)).extracting(Artwork::id).doesNotContain("w1", "w3");
  }

  @Test
  void equalWorks_areNeverAPair() {
    MadeCollection made = MadeCollection.of(MadeCollection.at(0, 0, 0, 2, 2));
    FirstMeeting meeting = over(made).prepare();
    assertThat(meeting.pool().size()).isEqualTo(2);
    assertThat(answered(meeting, PairChoice.BOTH).answers())
        .containsExactly(new PairAnswer("w0", "w3", PairChoice.BOTH));
  }

  @Test
  void withdrawnAndFilteredWorks_areNotShown() {
    BitSet withdrawn = new BitSet();
    withdrawn.set(0, 100);
    FirstMeeting meeting =
        FirstMeeting.over(GALLERY.catalog().withWithdrawn(withdrawn), GALLERY.features())
            .filter(Filter.of("not w150", work -> !work.id().equals("w150")))
            .filter(
                Filter.of("up to w180", work -> Integer.parseInt(work.id().substring(1)) <= 180))
            .pool(1000)
            .prepare();
    List<Integer> shown =
        IntStream.range(0, meeting.pool().size()).map(meeting.pool()::work).boxed().toList();
    assertThat(shown).isSorted().allMatch(work -> work >= 100 && work <= 180 && work != 150);
    assertThat(shown).hasSizeGreaterThan(70);
    assertThat(answered(meeting, PairChoice.FIRST).profile().best(200)).hasSize(100);
  }

  @Test
  void oneWorkOfASeries_isShown() {
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      works.add(
          Artwork.builder("w" + i, "Work")
              .attribute(Artwork.WORK_ATTRIBUTE, List.of("series " + i % 3))
              .build());
    }
    MadeCollection made =
        MadeCollection.of(
            works, List.of(MadeCollection.entry("v", 1, MadeCollection.at(0, 1, 2, 3, 4, 5))));
    FirstMeeting meeting = over(made).prepare();
    assertThat(meeting.pool().size()).isEqualTo(3);
  }

  /** Of 3,000 works those that somebody had to do with come before all others. */
  @Test
  void knownWorks_areShown() {
    MadeCollection made = MadeCollection.gallery(3000, 2);
    List<Interaction> events = new ArrayList<>();
    for (int i = 0; i < 2048; i++) {
      events.add(Interaction.view("u" + i % 7, "w" + (3000 - 1 - i)));
    }
    Dataset dataset = Dataset.of(made.catalog(), Interactions.of(events));
    FirstMeeting meeting = over(made).known(dataset).prepare();
    for (int place = 0; place < meeting.pool().size(); place++) {
      assertThat(meeting.pool().work(place)).isGreaterThanOrEqualTo(3000 - 2048);
    }
    assertThat(meeting.pool().size()).isEqualTo(96);
  }

  @Test
  void settings_areChecked() {
    FirstMeeting.Builder builder = over(GALLERY);
    assertThatThrownBy(() -> builder.pairs(0)).hasMessage("pairs is 0, expected 1 to 100");
    assertThatThrownBy(() -> builder.pool(1)).hasMessage("pool is 1, expected 2 to 1000");
    assertThatThrownBy(() -> builder.directions(257))
        .hasMessage("directions is 257, expected 1 to 256");
    assertThatThrownBy(() -> builder.consistency(0.5))
        .hasMessage("consistency is 0.5, expected above 0.5, at most 0.99");
    assertThatThrownBy(() -> builder.leastBits(Double.NaN))
        .hasMessage("leastBits is NaN, expected 0 to 1");
    assertThatThrownBy(() -> FirstMeeting.over(GALLERY.catalog(), FeatureStore.empty(3)))
        .hasMessage(
            "the features are of 3 works, expected the 200 of the catalogue; take both of one state");
    assertThatThrownBy(() -> new PairAnswer("w1", "w1", PairChoice.BOTH))
        .hasMessage("both works of a pair are 'w1', expected two different ones");
    assertThatThrownBy(
            () ->
                builder.prepare().start().with(new PairAnswer("w1", "elsewhere", PairChoice.FIRST)))
        .isInstanceOf(UnknownArtworkException.class);
  }
}
